#include "resolve/time_anchor.h"

#include <algorithm>

#include "resolve/time_core.h"

namespace dragoman {
namespace {

/// Whether the word after a unit counts from the time last named.
bool counts_on(std::string_view word, const TimeWords& lists) {
    return word == "later" || (word != "ago" && lists.find(TimeKind::pointer, word) == -1);
}

/// Whether an act is told against the news of the day: "a week after the coup", "a week after" before the
/// words of what it followed. It lies so long before the day of the text, unless the phrase points at a time
/// of the story ("after that"), its sentence has named one ("in June 1962, a month after"), or the story is
/// one of years ago.
bool is_news_of(Day anchor, TimeUnit unit, const std::vector<PhraseWord>& words, const TimeContext& context) {
    constexpr std::chrono::days k_year{365};
    if (!context.reference) return false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at].text != "after") continue;
        if (at + 1 == words.size()) return !context.in_sentence || unit < TimeUnit::month;
        return words[at + 1].text != "that" && *context.reference - anchor <= k_year;
    }
    return false;
}

/// "at dusk", in a sentence that has named the day.
bool is_clock(const std::vector<PhraseWord>& words, const TimeWords& lists) {
    bool clock = false;
    for (const auto& word : words) {
        if (lists.find(TimeKind::clock, word.text))
            clock = true;
        else if (!lists.find(TimeKind::filler, word.text) && !lists.find(TimeKind::closer, word.text))
            return false;
    }
    return clock;
}

}  // namespace

bool points_back(const std::vector<PhraseWord>& words, const TimeWords& lists, const TimeContext& context) {
    const bool told = direction_of(context) == Direction::back;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at].text;
        if (lists.find(TimeKind::anaphor, word)) return true;
        if (told && word == "within") return true;
        if (at == 0) continue;
        const bool defined = words[at - 1].text == "the";
        if (defined && (word == "time" || (told && word == "next"))) return true;
        if (lists.find(TimeKind::unit, words[at - 1].text) && counts_on(word, lists)) return true;
    }
    return context.in_sentence && is_clock(words, lists);
}

namespace {

/// The smallest unit that the phrase counts by; if it names none, any time will do.
TimeUnit unit_of(const std::vector<PhraseWord>& words, const TimeWords& lists) {
    auto smallest = TimeUnit::century;
    bool found = false;
    for (const auto& word : words) {
        auto unit = lists.find(TimeKind::unit, word.text);
        if (!unit && (lists.find(TimeKind::clock, word.text) || lists.find(TimeKind::weekday, word.text)))
            unit = static_cast<int>(TimeUnit::day);
        if (!unit) continue;
        smallest = std::min(smallest, static_cast<TimeUnit>(*unit));
        found = true;
    }
    return found ? smallest : TimeUnit::decade;
}

/// The unit that a time is named by.
TimeUnit grain_of(Day first, Day last) {
    const auto days = (last - first).count() + 1;
    if (days == 1) return TimeUnit::day;
    if (days <= 31) return TimeUnit::month;
    return days <= 366 ? TimeUnit::year : TimeUnit::decade;
}

}  // namespace

std::optional<Day> anchor_of(const std::vector<PhraseWord>& words, const TimeWords& lists,
                             const TimeContext& context) {
    if (!context.anchor && !context.last_time) return std::nullopt;
    const bool dated = context.reference.has_value();
    if (dated && !points_back(words, lists, context)) return std::nullopt;
    const auto& time = context.last_time;
    const auto unit = unit_of(words, lists);
    const bool fine =
        time && time->first && time->last && (!dated || grain_of(*time->first, *time->last) <= unit);
    const auto follows = [&lists](const PhraseWord& word) {
        return lists.find(TimeKind::shift, word.text) == 1;
    };
    const bool after =
        dated && std::ranges::any_of(words, follows);  // "the following March" comes after all of it
    const auto anchor = fine ? (after ? time->last : time->first) : context.anchor;
    return anchor && is_news_of(*anchor, unit, words, context) ? std::nullopt : anchor;
}

}  // namespace dragoman
