#include "resolve/time_anchor.h"

#include <algorithm>

#include "resolve/time_core.h"

namespace dragoman {
namespace {

/// Whether the phrase points back into the story.
bool points_back(const std::vector<PhraseWord>& words, const TimeWords& lists, const TimeContext& context) {
    const bool told = direction_of(context) == Direction::back;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at].text;
        if (lists.find(TimeKind::anaphor, word)) return true;
        if (told && word == "within") return true;
        if (at == 0) continue;
        if (word == "next" && words[at - 1].text == "the" && told) return true;
        if (word == "later" && lists.find(TimeKind::unit, words[at - 1].text)) return true;
    }
    return false;
}

/// The smallest unit that the phrase counts by; months if it names none.
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
    return found ? smallest : TimeUnit::month;
}

/// The unit that a time is named by.
TimeUnit grain_of(const Period& time) {
    const auto days = (*time.last - *time.first).count() + 1;
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
    if (time && time->first && time->last && (!dated || grain_of(*time) <= unit_of(words, lists)))
        return time->first;
    return context.anchor;
}

}  // namespace dragoman
