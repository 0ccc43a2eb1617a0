#include "resolve/story_time.h"

namespace dragoman {

void StoryTime::place(Span phrase, Span sentence, TimeContext& context) const {
    for (auto at = times_.lower_bound(phrase.begin); at != times_.begin();) {
        --at;
        if (!context.last_time) context.last_time = at->second;
        if (at->second.first != at->second.last) continue;
        context.anchor = at->second.first;
        context.anchor_in_sentence = at->first >= sentence.begin;
        return;
    }
}

void StoryTime::note(Span phrase, std::string_view value) {
    constexpr std::chrono::days k_decade{3653};
    const auto time = parse_period(value);
    if (!time || !time->first || !time->last || *time->last - *time->first > k_decade) return;
    times_.insert_or_assign(phrase.begin, *time);
}

}  // namespace dragoman
