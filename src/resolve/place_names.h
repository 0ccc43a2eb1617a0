#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "resolve/lexicon.h"
#include "resolve/town_table.h"

namespace dragoman {

struct PlaceTables;

/// A town, province or region that a phrase names.
struct PlaceName {
    std::size_t first = 0;  ///< its words [first, first + count)
    std::size_t count = 0;
    std::string text;              ///< its words
    std::vector<Town> towns;       ///< the towns of that name; none: a province or region
    bool within = true;            ///< the place is in it: not "the road to Goma", nor "Luhansk oblast"
    const Entry* entry = nullptr;  ///< capital or place of cities.tsv, if it is one
};

/// The names of a place phrase.
struct PlaceNames {
    std::vector<PlaceName> names;  ///< in the order of the phrase
    std::vector<Hit> hits;         ///< countries, demonyms, bodies
    std::string nowhere;           ///< a water or region that belongs to no country, or empty
};

/// Finds them: "the Gulf of Aden" names a water and no town, "Jackson Atoll" no Jackson.
PlaceNames find_place_names(const std::vector<TextWord>& words, const Lexicon& lexicon,
                            const PlaceTables& tables, std::optional<Day> day);

}  // namespace dragoman
