#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "resolve/country_table.h"
#include "resolve/place.h"

namespace dragoman {

/// What a border phrase is judged by beside its words.
struct BorderContext {
    std::vector<std::string> parties;                 ///< countries of the event, doers first
    const std::map<std::string, std::size_t>& named;  ///< how often the text names each country
    std::optional<Day> day;
};

/// On whose side of a border an act takes place; an empty country: on neither, or the phrase does not say.
/// "its border with Y", "X's border with Y": on the first side; "the Y border": where a party lives next to
/// Y; "the X-Y border": on the side of the one party. Nothing if the phrase means no border but a town, post
/// or side at it, or if only the text can say whose border it is ("its border").
std::optional<std::string> read_border(const std::vector<TextWord>& words, const BorderContext& context,
                                       const Lexicon& lexicon, const CountryTable& countries,
                                       const PlaceWords& place_words);

}  // namespace dragoman
