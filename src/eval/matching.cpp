#include "eval/matching.h"

#include <algorithm>

namespace dragoman {
namespace {

enum class Likeness { place_and_act, place, sentence_and_act };

bool alike(const KeyEvent& key, const KeyEvent& answer, Likeness likeness) {
    const bool act = key.act == answer.act;
    const bool place = key.trigger.overlaps(answer.trigger);
    switch (likeness) {
        case Likeness::place_and_act:
            return place && act;
        case Likeness::place:
            return place;
        case Likeness::sentence_and_act:
            return act && key.sentence == answer.sentence;
    }
    return false;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> match_events(const std::vector<KeyEvent>& key,
                                                              const std::vector<KeyEvent>& answer) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<bool> key_used(key.size(), false);
    std::vector<bool> answer_used(answer.size(), false);
    for (const auto likeness : {Likeness::place_and_act, Likeness::place, Likeness::sentence_and_act}) {
        for (std::size_t k = 0; k < key.size(); ++k) {
            if (key_used[k]) continue;
            for (std::size_t a = 0; a < answer.size(); ++a) {
                if (answer_used[a] || !alike(key[k], answer[a], likeness)) continue;
                key_used[k] = answer_used[a] = true;
                pairs.emplace_back(k, a);
                break;
            }
        }
    }
    return pairs;
}

std::size_t sentence_at(const KeyDocument& document, std::size_t offset) {
    const auto after = std::ranges::upper_bound(document.starts, offset);
    return after == document.starts.begin() ? 0
                                            : static_cast<std::size_t>(after - document.starts.begin()) - 1;
}

}  // namespace dragoman
