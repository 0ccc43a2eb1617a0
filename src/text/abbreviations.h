#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/result.h"

namespace dragoman {

/// What the full stop after a word says about the end of the sentence.
enum class StopKind {
    ends,    ///< an ordinary word: the stop ends the sentence
    never,   ///< a title or "vs.": it does not
    number,  ///< "No.", "Art.": it does not if a number follows
    maybe,   ///< "Inc.", "U.S.", "W.": it does only if the next word marks a new sentence
};

/// The abbreviations of English news, and the words that mark a new sentence after one of them.
class Abbreviations {
  public:
    /// Reads text/abbreviations.tsv and text/sentence_starters.tsv under `data_dir`. Errors name file and
    /// line.
    static Result<Abbreviations> load(const std::string& data_dir);

    /// What a stop after `word` says; `word` is without that stop, but may hold others ("U.S", "p.m").
    [[nodiscard]] StopKind kind_of(std::string_view word) const;

    /// Whether `word`, as it stands in the text, marks a new sentence: "The", but not "the" or "IN".
    [[nodiscard]] bool starts_sentence(std::string_view word) const;

  private:
    std::unordered_map<std::string, StopKind> kinds_;
    std::unordered_set<std::string> starters_;  // in lower case
};

}  // namespace dragoman
