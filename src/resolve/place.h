#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "event/event.h"
#include "resolve/lexicon.h"
#include "resolve/place_words.h"
#include "resolve/town_table.h"

namespace dragoman {

/// The country in which a place lies, the town that is named, and what says so.
struct PlaceReading {
    std::string country;             ///< "CUB"; empty: the phrase names no place that a table holds
    std::optional<NamedPlace> town;  ///< a country alone gives none, least of all its capital
    std::string reason;  ///< with an empty country: why there is none (the high sea), or empty: unknown
};

/// What the text knows beside the phrase: it decides between towns of one name.
struct PlaceContext {
    std::vector<std::string> parties;    ///< countries of the event that may be its place
    std::vector<std::string> elsewhere;  ///< countries that are not: a visitor's
    std::string beside;                  ///< country named next to the phrase, or empty
    const std::map<std::string, std::size_t>* named = nullptr;  ///< how often the text names each country
};

/// The tables that places are read by.
struct PlaceTables {
    /// Reads data_dir/places. Errors name file and line.
    static Result<PlaceTables> load(const std::string& data_dir);

    TownTable towns;
    PlaceWords words;
};

/// Reads a place phrase ("Goma, Democratic Republic of the Congo", "the Iranian capital"): a country named in
/// it counts before a town, since many towns share a name. Of towns that do, the one in a country that the
/// event or the text speaks of is taken, else the largest.
PlaceReading read_place(const std::vector<TextWord>& words, const Lexicon& lexicon, const PlaceTables& tables,
                        std::optional<Day> day, const PlaceContext& context = {});

/// The countries that a place phrase names, by name or adjective, in order, each once.
std::vector<std::string> countries_named(const std::vector<TextWord>& words, const Lexicon& lexicon,
                                         std::optional<Day> day);

}  // namespace dragoman
