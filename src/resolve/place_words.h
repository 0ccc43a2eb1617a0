#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "resolve/words.h"

namespace dragoman {

/// Classes of words that place phrases are read by (data/places/words.tsv says what each is for).
enum class PlaceWord : std::uint8_t {
    region,
    sea,
    water,
    border,
    post,
    site,
    part,
    settlement,
    mission,
    province,
    away,
    particle,
    disputed,
    qualified,
    abroad
};

/// The words of data/places.
class PlaceWords {
  public:
    /// Reads words.tsv, namesakes.tsv and past_states.tsv of data_dir/places. Errors name file and line.
    static Result<PlaceWords> load(const std::string& data_dir);

    /// Whether a word in lower case has that class.
    [[nodiscard]] bool is(const std::string& word, PlaceWord wanted) const;
    /// How many words from `first` on name a region that is no one country's ("Korean Peninsula"); 0 if none.
    [[nodiscard]] std::size_t region_at(const std::vector<TextWord>& words, std::size_t first) const;
    /// The country that has a part called like that country: GEO -> "USA"; empty if none has.
    [[nodiscard]] std::string namesake(const std::string& country) const;

    /// The state on whose land a country of today was on that day ("UKR" in 1986: "SUN"), or the country
    /// itself.
    [[nodiscard]] std::string state_on(const std::string& country, std::optional<Day> day) const;

  private:
    struct PastState {
        std::string state;
        Day from;
        Day to;
    };

    Result<void> load_words(const std::string& path);
    Result<void> load_past_states(const std::string& path);

    std::unordered_map<std::string, std::vector<PlaceWord>> words_;
    std::unordered_map<std::string, bool> regions_;  // lower case -> whether its last word needs a capital
    std::size_t longest_region_ = 0;                 // in words
    std::unordered_map<std::string, std::string> namesakes_;
    std::unordered_map<std::string, PastState> past_states_;  // by country of today
};

}  // namespace dragoman
