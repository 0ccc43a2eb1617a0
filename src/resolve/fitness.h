#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "resolve/document_names.h"

namespace dragoman {

/// How well an earlier phrase fits as what a later one in `sentence` points back to: near, a subject, and
/// more than an adjective. `order`: how many phrases of its sentence stand nearer.
double fitness(const Referent& referent, std::size_t sentence, std::size_t order);

/// Whether two lists of codes have a country in common.
bool shares_country(const std::vector<std::string>& codes, const std::vector<std::string>& others);

/// Adds a code that the list does not hold.
void push_new(std::vector<std::string>& list, const std::string& code);

}  // namespace dragoman
