#include "coder/tag_path.h"

#include <algorithm>
#include <cmath>

namespace dragoman {
namespace {

// Set on corpus/heldout and dev, for whole sets of participants right (docs/decisions/006).
constexpr double k_open_cost = 0.5;
constexpr double k_adjoining_cost = 1.0;
constexpr double k_least_probability = 1e-6;
constexpr double k_impossible = -1e9;

double cost(std::size_t from, std::size_t to) {
    const auto before = static_cast<Tag>(from);
    switch (static_cast<Tag>(to)) {
        case Tag::begin:
            return before == Tag::outside ? -k_open_cost : -k_open_cost - k_adjoining_cost;
        case Tag::inside:
            return before == Tag::outside ? k_impossible : 0;
        case Tag::outside:
            return 0;
    }
    return 0;
}

double log_of(double probability) {
    return std::log(std::max(probability, k_least_probability));
}

std::size_t index_of_max(const TagScores& scores) {
    return static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin());
}

}  // namespace

std::vector<Tag> likeliest_tags(const std::vector<TagScores>& words) {
    std::vector<std::array<std::size_t, k_tags>> came_from(words.size());
    TagScores best{0, k_impossible, k_impossible};  // before the first word: outside
    for (std::size_t word = 0; word < words.size(); ++word) {
        TagScores next{};
        for (std::size_t to = 0; to < k_tags; ++to) {
            TagScores paths{};
            for (std::size_t from = 0; from < k_tags; ++from) paths[from] = best[from] + cost(from, to);
            came_from[word][to] = index_of_max(paths);
            next[to] = paths[came_from[word][to]] + log_of(words[word][to]);
        }
        best = next;
    }
    std::vector<Tag> tags(words.size());
    auto tag = index_of_max(best);
    for (auto word = words.size(); word-- > 0;) {
        tags[word] = static_cast<Tag>(tag);
        tag = came_from[word][tag];
    }
    return tags;
}

}  // namespace dragoman
