#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace dragoman {

/// Whether a word opens an argument, goes on with it, or stands outside.
enum class Tag : std::uint8_t { outside, begin, inside };
inline constexpr std::size_t k_tags = 3;

/// Probabilities of the three tags at one word, in the order of Tag.
using TagScores = std::array<double, k_tags>;

/// The likeliest tags of a sentence's words for one role, taken together (Viterbi's algorithm): inside
/// follows only begin or inside, every span opened costs a little, and one opened right behind another more.
/// The network tags each word by itself, and so would break "the United Nations General Assembly" into
/// pieces.
std::vector<Tag> likeliest_tags(const std::vector<TagScores>& words);

}  // namespace dragoman
