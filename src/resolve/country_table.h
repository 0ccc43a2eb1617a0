#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace dragoman {

/// One row of data/actors/countries.tsv; lists are separated by ';'.
struct Country {
    std::string code;        ///< "KOR"
    std::string name;        ///< "South Korea"
    std::string names;       ///< other names
    std::string adjectives;  ///< "South Korean;Korean"
    std::string people;      ///< "South Koreans;Koreans"
    std::string capital;     ///< stands for the government
    std::string seats;       ///< other places that do
    std::string kinds;       ///< words that describe it: "island;caribbean"
    std::string neighbours;  ///< codes
    std::string from;        ///< first year or day, or empty
    std::string to;          ///< last year or day, or empty
};

/// The countries, and the bodies above them, by code and by name.
class CountryTable {
  public:
    /// Reads countries.tsv and organisations.tsv of data_dir/actors. Errors name file and line.
    static Result<CountryTable> load(const std::string& data_dir);

    /// The code of a country or body given by code, name, demonym or capital in any case ("KOR", "south
    /// korean", "Seoul" -> "KOR"). An error of kind unknown_name that names the nearest spellings if there is
    /// none.
    [[nodiscard]] Result<std::string> find(std::string_view name_or_demonym_or_code) const;

    /// The English name for a code ("KOR" -> "South Korea"); the code itself if no table holds it.
    [[nodiscard]] std::string name_of(std::string_view code) const;

    /// Whether a word describes that country ("caribbean", CUB), in lower case.
    [[nodiscard]] bool is_of_kind(std::string_view code, std::string_view kind) const;

    /// Whether two countries share a land border.
    [[nodiscard]] bool are_neighbours(std::string_view left, std::string_view right) const;

    [[nodiscard]] const std::vector<Country>& all() const { return countries_; }
    /// Whether it is the code of a country, not of a body above states.
    [[nodiscard]] bool is_state(std::string_view code) const { return country(code) != nullptr; }
    /// Whether it is the code of a country or body.
    [[nodiscard]] bool knows_code(std::string_view code) const { return names_.contains(std::string{code}); }

  private:
    void add_spelling(std::string_view spelling, const std::string& code);
    [[nodiscard]] const Country* country(std::string_view code) const;
    [[nodiscard]] std::vector<std::string> nearest(const std::string& spelling) const;

    std::vector<Country> countries_;
    std::unordered_map<std::string, std::size_t> by_code_;
    std::unordered_map<std::string, std::string> names_;      // code -> name
    std::unordered_map<std::string, std::string> spellings_;  // lower case -> code
};

}  // namespace dragoman
