#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "resolve/quantity_words.h"

namespace dragoman {

/// A number and its words [begin, end); of a range ("20 to 30") both of its ends.
struct Figure {
    double value = 0;  ///< the lower end
    double upper = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The first number among words [begin, end) that is no age ("25-year-old").
std::optional<Figure> find_figure(const QuantityWords& lists, const std::vector<PhraseWord>& words,
                                  std::size_t begin, std::size_t end);

/// How many people stand beside the figure in words [begin, end): "*a woman* and her two children", "two
/// tourists and *an Israeli*", "three Afghan and *two American* soldiers".
double people_beside(const QuantityWords& lists, const std::vector<PhraseWord>& words, const Figure& figure,
                     std::size_t begin, std::size_t end);

/// How many single people words [begin, end) name, if none is counted: "a sergeant and a guide", "a woman and
/// her son"; one at least.
double single_people(const std::vector<PhraseWord>& words, std::size_t begin, std::size_t end);

}  // namespace dragoman
