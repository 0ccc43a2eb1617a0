#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace dragoman {

/// Classes of words that actor phrases are read by (data/actors/word_classes.tsv says what each is for).
/// Those from `thing` on are pronouns.
enum class WordClass : std::uint8_t {
    none,
    article,
    definite,
    preposition,
    loosening,
    leading,
    addressing,
    tying,
    opposed,
    former,
    honorific,
    particle,
    joint,
    locating,
    direction,
    side,
    states,
    unnamed,
    water,
    counting,
    allied,
    nameless,
    minority,
    honour,
    state,
    pair,
    body,
    thing,
    person,
    many,
    speaker,
    mutual
};

/// The words of data/actors/word_classes.tsv.
class WordClasses {
  public:
    /// Reads data_dir/actors/word_classes.tsv. Errors name the file.
    static Result<WordClasses> load(const std::string& data_dir);

    /// Whether a word in lower case has that class.
    [[nodiscard]] bool is(const std::string& word, WordClass wanted) const;
    /// The pronoun class (thing, person, many, speaker, mutual) of a word in lower case, or none.
    [[nodiscard]] WordClass pronoun(const std::string& word) const;

  private:
    std::unordered_map<std::string, std::vector<WordClass>> classes_;
};

}  // namespace dragoman
