#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "resolve/phrase_words.h"

namespace dragoman {

/// A number read from words, and the word after it.
struct ReadNumber {
    double value = 0;
    std::size_t end = 0;
};

/// Reads numbers of English prose: "52,000", "1.2 billion", "$200m", "twenty-two", "two and a half million",
/// "tens of thousands" (10000: the least that it says).
// NOLINTNEXTLINE(readability-identifier-naming): finds the compiler's own name in its copy of an array
class NumberWords {
  public:
    /// Reads the list data_dir/quantity/numbers.tsv.
    static Result<NumberWords> load(const std::string& data_dir);

    /// The number that begins at word `begin`.
    [[nodiscard]] std::optional<ReadNumber> read(const std::vector<PhraseWord>& words,
                                                 std::size_t begin) const;

    /// A part of a whole that begins at word `begin`, 0 to 1: "two-thirds", "one quarter", "half".
    [[nodiscard]] std::optional<ReadNumber> read_part(const std::vector<PhraseWord>& words,
                                                      std::size_t begin) const;

    /// 3 for "third", and for "3" when the next word is "rd".
    [[nodiscard]] std::optional<int> ordinal(std::string_view word) const;

    /// Whether the word can only be part of a number.
    [[nodiscard]] bool is_number_word(std::string_view word) const;

  private:
    enum class Kind : std::uint8_t { small, tens, times, plural, alone, vague, suffix, ordinal, part };

    [[nodiscard]] std::optional<double> find(Kind kind, std::string_view word) const;
    [[nodiscard]] std::optional<double> first_value(const std::vector<PhraseWord>& words,
                                                    std::size_t& at) const;
    [[nodiscard]] std::optional<double> vague_value(const std::vector<PhraseWord>& words,
                                                    std::size_t& at) const;
    [[nodiscard]] std::optional<double> factor(const std::vector<PhraseWord>& words, std::size_t& at) const;
    [[nodiscard]] std::optional<double> addend(const std::vector<PhraseWord>& words, std::size_t& at,
                                               double current) const;

    std::unordered_map<std::string, double, WordHash, std::equal_to<>> lists_[9];
};

/// The value of a word in digits; nothing if it is none or has a colon.
std::optional<double> parse_decimal(std::string_view word);

}  // namespace dragoman
