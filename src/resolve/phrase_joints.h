#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "resolve/lexicon.h"
#include "resolve/word_classes.h"

namespace dragoman {

/// A phrase with the names and sector words found in it.
struct ScannedPhrase {
    const std::vector<TextWord>& words;
    std::vector<std::string> lower;  ///< the words in lower case
    std::vector<Hit> hits;
    std::size_t cut = 0;  ///< where the first preposition stands, or the end
};

/// The phrase's words in lower case, its hits and its first preposition.
ScannedPhrase scan_phrase(const std::vector<TextWord>& words, const Lexicon& lexicon, std::optional<Day> day);

/// Whether a name stands in the phrase, but is not the actor: "Turkey-backed rebels", "a Cuban ally", "ethnic
/// Cubans".
bool is_loosened(const ScannedPhrase& phrase, const Hit& hit, const WordClasses& classes);

/// Whether a name is only whom the actor turns to: "the envoy to Ghana".
bool is_addressed(const ScannedPhrase& phrase, const Hit& hit, const WordClasses& classes);

/// Whether what stands before word `to` joins two names as equals: "and", a comma or a hyphen behind `from`.
bool are_joined(const ScannedPhrase& phrase, std::size_t from, std::size_t to);

/// Whether a person's name only says who the office before the comma is: "the head of the African Union, Jean
/// Ping".
bool is_apposition(const ScannedPhrase& phrase, const Hit& before, const Hit& hit);

/// "a Dutch-Iranian woman" is of one state, the first; "US-Iranian forces" are of two.
bool is_second_nation(const ScannedPhrase& phrase, const Hit& before, const Hit& hit,
                      const WordClasses& classes);

/// Whether a preposition stands among words [from, to).
bool are_cut(const ScannedPhrase& phrase, std::size_t from, std::size_t to, const WordClasses& classes);

}  // namespace dragoman
