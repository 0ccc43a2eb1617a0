#pragma once

#include <optional>
#include <string>
#include <vector>

#include "resolve/quantity_words.h"

namespace dragoman {

/// Whether the people whom words [begin, end) of a sentence count were killed or injured, as the words around
/// them say: "14 were wounded", "killing 14". Nothing if no word of the sentence tells.
std::optional<Counted> casualty_around(const QuantityWords& lists, const std::vector<PhraseWord>& words,
                                       std::size_t begin, std::size_t end);

}  // namespace dragoman
