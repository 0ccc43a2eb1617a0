#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "resolve/lexicon.h"

namespace dragoman {

/// The country in which a place lies, and the entry that says so.
struct PlaceReading {
    std::string country;  ///< "CUB"; empty: the phrase names no place that a table holds
    std::string reason;   ///< with an empty country: why there is none (the high sea), or empty: unknown
};

/// Reads a place phrase ("Goma, Democratic Republic of the Congo", "the Iranian capital"): a country named in
/// it counts before a town, since many towns share a name.
PlaceReading read_place(const std::vector<TextWord>& words, const Lexicon& lexicon, std::optional<Day> day);

}  // namespace dragoman
