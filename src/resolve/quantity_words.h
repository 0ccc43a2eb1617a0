#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "resolve/number_words.h"

namespace dragoman {

/// What a figure counts, as far as one word says (data/quantity/nouns.tsv) or an act does
/// (data/quantity/acts.tsv).
enum class Counted : std::uint8_t {
    people,
    killed,
    injured,
    arrested,
    troops,
    money,
    hurt,
    unit,
    thing,
    person
};

/// The name of a kind in quantity values: "killed".
std::string_view to_string(Counted kind);

/// A currency's name as the words that split_words makes of it.
struct Currency {
    std::vector<std::string> words;
    std::string code;
};

/// The lists of data/quantity.
struct QuantityWords {
    static Result<QuantityWords> load(const std::string& data_dir);

    [[nodiscard]] std::optional<Counted> noun(std::string_view word) const;
    /// What a figure of that act counts; people if the act is not listed.
    [[nodiscard]] Counted of_act(std::string_view act_name) const;
    /// The longest currency name that begins at word `at`.
    [[nodiscard]] const Currency* currency(const std::vector<PhraseWord>& words, std::size_t at) const;

    NumberWords numbers;
    std::unordered_map<std::string, std::vector<Currency>> currencies;  ///< by first word; longest name first
    std::unordered_map<std::string, Counted> nouns;
    std::unordered_map<std::string, Counted> acts;
};

}  // namespace dragoman
