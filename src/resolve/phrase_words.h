#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace dragoman {

/// A word, number or sign of a phrase.
struct PhraseWord {
    std::string text;  ///< lower case (ASCII), without stops and possessive 's; a number without its commas;
                       ///< any dash is "-"
    Span span;         ///< bytes of the phrase
    bool glued = false;  ///< no space before it

    /// Whether it is written in digits, maybe with a decimal point ("52000", "1.2").
    [[nodiscard]] bool is_number() const { return !text.empty() && text[0] >= '0' && text[0] <= '9'; }
};

/// Lets words be looked up without a copy.
struct WordHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

/// Cuts a phrase into words. Letters, numbers and every sign stand apart ("$200m" is "$", "200", "m"), but
/// "a.m." is "am", and "9:30" is one word. Any bytes will do.
std::vector<PhraseWord> split_words(std::string_view phrase);

}  // namespace dragoman
