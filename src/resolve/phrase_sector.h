#pragma once

#include <string>

#include "resolve/phrase_joints.h"

namespace dragoman {

/// The kind of actor that the words of a phrase tell ("GOV"), or empty: the heaviest sector word (see
/// data/actors/sectors.tsv); among equals the last one before the first preposition, else the first behind
/// it.
std::string sector_of_words(const ScannedPhrase& phrase, const WordClasses& classes);

/// A sector as the phrase has it: officials who are said to be former ones are ELI.
std::string sector_now(const ScannedPhrase& phrase, const std::string& sector, const WordClasses& classes);

/// The kind of actor of a phrase that ends with the name of a people and has no sector word: some of a people
/// are civilians ("three Cubans", "a Cuban", "Cubans"), a people as a whole ("the Cubans") is its state.
std::string sector_of_people(const ScannedPhrase& phrase, const WordClasses& classes);

}  // namespace dragoman
