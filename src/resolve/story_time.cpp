#include "resolve/story_time.h"

#include <algorithm>

namespace dragoman {

void StoryTime::place(Span phrase, Span sentence, TimeContext& context) {
    if (!context.reference || resolver_.points_back(phrase.of(text_), context)) read_before(phrase);
    for (auto at = times_.lower_bound(phrase.begin); at != times_.begin();) {
        --at;
        if (!context.last_time) {
            context.last_time = at->second;
            context.in_sentence = at->first >= sentence.begin;
        }
        if (at->second.first != at->second.last) continue;
        context.anchor = at->second.first;
        return;
    }
}

/// Takes up the dates written out before the phrase, as far back as a reader has them in mind.
void StoryTime::read_before(Span phrase) {
    constexpr std::size_t k_reach = 500;  // bytes: some three sentences
    const auto begin = phrase.begin - std::min(phrase.begin, k_reach);
    for (const auto& date : resolver_.written_dates(text_.substr(begin, phrase.begin - begin)))
        times_.try_emplace(begin + date.span.begin, date.time);
}

void StoryTime::note(Span phrase, std::string_view value) {
    constexpr std::chrono::days k_decade{3653};
    const auto time = parse_period(value);
    if (!time || !time->first || !time->last || *time->last - *time->first > k_decade) return;
    times_.insert_or_assign(phrase.begin, *time);
}

}  // namespace dragoman
