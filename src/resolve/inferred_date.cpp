#include "resolve/inferred_date.h"

#include <algorithm>

#include "base/file.h"
#include "resolve/phrase_words.h"

namespace dragoman {
namespace {

std::optional<Day> single_day(const WrittenDate& date) {
    return date.time.first == date.time.last ? date.time.first : std::nullopt;
}

/// "HAVANA, July 2, 2015 (Agency) --": a place before the date, whose words begin with capitals, and after
/// it a dash.
bool is_dateline(std::string_view before, std::string_view after) {
    constexpr std::size_t k_reach = 40;  // bytes: the name of an agency may stand between
    constexpr std::string_view k_ends[] = {"--", " - ", "\xE2\x80\x93", "\xE2\x80\x94"};
    const auto words = split_words(before);
    const bool place = std::ranges::none_of(words, [before](const PhraseWord& word) {
        const char c = before[word.span.begin];
        return c >= 'a' && c <= 'z';
    });
    const auto near = after.substr(0, k_reach);
    return place &&
           std::ranges::any_of(k_ends, [near](auto end) { return near.find(end) != std::string_view::npos; });
}

/// "Published 2 July 2015, 09:30 GMT": a line that is little but a date, and no sentence.
bool is_date_line(std::string_view before, std::string_view after) {
    constexpr std::size_t k_most = 30;  // bytes on either side
    return before.size() <= k_most && after.size() <= k_most && !after.ends_with('.');
}

std::optional<Day> date_of_line(std::string_view line, const TimeResolver& times) {
    constexpr std::size_t k_read = 200;
    for (const auto& date : times.written_dates(line.substr(0, k_read))) {
        const auto before = line.substr(0, date.span.begin);
        const auto after = trim(line.substr(date.span.end));
        const auto day = single_day(date);
        if (day && (is_dateline(before, after) || is_date_line(before, after))) return day;
    }
    return std::nullopt;
}

}  // namespace

std::optional<InferredDate> infer_date(std::string_view text, const TimeResolver& times) {
    constexpr int k_lines = 4;  // headline, byline, date, first paragraph
    for (int line = 0; line < k_lines && !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto day = date_of_line(text.substr(0, end), times))
            return InferredDate{*day, "the text's dateline, " + format_day(*day)};
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::nullopt;
}

std::optional<TimeValue> resolve_undated(std::string_view phrase, TimeContext context,
                                         const std::optional<InferredDate>& inferred,
                                         const TimeResolver& times) {
    const bool story = context.last_time && (times.is_yearly(phrase) || times.points_back(phrase, context));
    if (!inferred || story) return times.resolve(phrase, context);
    auto as_written = times.resolve(phrase, {.status = context.status, .tense = context.tense});
    if (as_written && as_written->value != "?") return as_written;
    context.reference = inferred->day;
    auto value = times.resolve(phrase, context);
    if (value) value->reason += "; the text is undated, inferred from " + inferred->evidence;
    return value;
}

}  // namespace dragoman
