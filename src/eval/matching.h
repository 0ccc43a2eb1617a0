#pragma once

#include <utility>
#include <vector>

#include "eval/coding.h"

namespace dragoman {

/// Pairs (index into the key's events, index into the answer's): first those whose triggers overlap and whose
/// acts agree, then those whose triggers overlap, then those of one sentence and one act; one to one, in the
/// key's order. The answer's events must have their sentences.
std::vector<std::pair<std::size_t, std::size_t>> match_events(const std::vector<KeyEvent>& key,
                                                              const std::vector<KeyEvent>& answer);

/// The last sentence that begins at or before that code point; 0 if there is none.
std::size_t sentence_at(const KeyDocument& document, std::size_t offset);

}  // namespace dragoman
