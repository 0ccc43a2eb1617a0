#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace dragoman {

/// One word of a text in the form under which names are looked up: Latin marks, apostrophes and the full
/// stops of abbreviations are gone ("Cote d'Ivoire" -> "Cote", "dIvoire"; "U.S." -> "US"); hyphens part
/// words.
struct TextWord {
    Span span;                 ///< bytes of the text that was read, without a possessive ending
    std::string form;          ///< in the case of the text
    bool possessive = false;   ///< "Korea's", "Workers'"
    bool glued = false;        ///< follows the word before it after nothing but a hyphen
    bool after_break = false;  ///< punctuation other than a hyphen stands between it and the word before

    [[nodiscard]] bool capital() const { return form.front() >= 'A' && form.front() <= 'Z'; }
};

/// ASCII letters in lower case; other bytes stay.
std::string lower_ascii(std::string_view text);

/// Cuts text into words. Made once from data, then shared by const reference.
class WordReader {
  public:
    /// Reads data_dir/actors/latin.tsv.
    static Result<WordReader> load(const std::string& data_dir);

    /// The words of `range` in `text`, in order.
    [[nodiscard]] std::vector<TextWord> read(std::string_view text, Span range) const;

  private:
    std::size_t word_end(std::string_view text, std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::string plain_form(std::string_view word) const;

    std::unordered_map<char32_t, std::string> plain_;
};

}  // namespace dragoman
