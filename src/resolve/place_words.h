#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "resolve/words.h"

namespace dragoman {

/// Classes of words that place phrases are read by (data/places/words.tsv says what each is for).
enum class PlaceWord : std::uint8_t { region, water, border, post, site, part, settlement, mission, disputed };

/// The words of data/places.
class PlaceWords {
  public:
    /// Reads words.tsv and namesakes.tsv of data_dir/places. Errors name file and line.
    static Result<PlaceWords> load(const std::string& data_dir);

    /// Whether a word in lower case has that class.
    [[nodiscard]] bool is(const std::string& word, PlaceWord wanted) const;
    /// How many words from `first` on name a region that is no one country's ("Korean Peninsula"); 0 if none.
    [[nodiscard]] std::size_t region_at(const std::vector<TextWord>& words, std::size_t first) const;
    /// The country that has a part called like that country: GEO -> "USA"; empty if none has.
    [[nodiscard]] std::string namesake(const std::string& country) const;

  private:
    std::unordered_map<std::string, std::vector<PlaceWord>> words_;
    std::unordered_map<std::string, bool> regions_;  // lower case -> whether its last word needs a capital
    std::size_t longest_region_ = 0;  // in words
    std::unordered_map<std::string, std::string> namesakes_;
};

}  // namespace dragoman
