#include "resolve/inferred_date.h"

#include <algorithm>

namespace dragoman {
namespace {

std::optional<Day> single_day(const WrittenDate& date) {
    return date.time.first == date.time.last ? date.time.first : std::nullopt;
}

/// Whether what follows a date ends a dateline: "(Agency) --", "-", ":".
bool ends_dateline(std::string_view rest) {
    constexpr std::size_t k_reach = 40;  // bytes: the name of an agency may stand between
    constexpr std::string_view k_ends[] = {"--", " - ", "\xE2\x80\x93", "\xE2\x80\x94"};
    const auto near = rest.substr(0, k_reach);
    return std::ranges::any_of(k_ends, [near](auto end) { return near.find(end) != std::string_view::npos; });
}

/// The full date that a line begins with, as datelines do ("HAVANA, July 2, 2015 (Agency) --") and lines of
/// their own ("Published 2 July 2015").
std::optional<Day> date_of_line(std::string_view line, const TimeResolver& times) {
    constexpr std::size_t k_place = 60;  // bytes for the place or "Last updated on"
    constexpr std::size_t k_short = 80;
    constexpr std::size_t k_read = 200;
    for (const auto& date : times.written_dates(line.substr(0, k_read))) {
        if (date.span.begin > k_place) break;
        const auto day = single_day(date);
        if (day && (line.size() <= k_short || ends_dateline(line.substr(date.span.end)))) return day;
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
