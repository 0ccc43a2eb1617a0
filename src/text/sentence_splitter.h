#pragma once

#include <string>
#include <utility>

#include "base/result.h"
#include "text/abbreviations.h"
#include "text/document.h"

namespace dragoman {

/// Longest sentence in bytes; what is longer is no prose and is cut, at a space if there is one.
inline constexpr std::size_t k_longest_sentence = 2000;

/// Splits English news into sentences. A line end always ends a sentence; within a line, a full stop,
/// ellipsis, question or exclamation mark before white space does, together with the quotes and brackets that
/// close after it, unless the stop belongs to an abbreviation, an initial or a number, or the text goes on in
/// small letters.
class SentenceSplitter {
  public:
    /// Reads the word lists in `data_dir`/text. Errors name file and line.
    static Result<SentenceSplitter> load(const std::string& data_dir);

    /// The article with its sentences, found in time linear in the text, which must be valid UTF-8.
    [[nodiscard]] Document split(Article article) const;

  private:
    explicit SentenceSplitter(Abbreviations abbreviations) : abbreviations_(std::move(abbreviations)) {}

    Abbreviations abbreviations_;
};

}  // namespace dragoman
