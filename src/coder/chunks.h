#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "coder/wordpiece.h"

namespace dragoman {

/// For each word the stretch without white space in which it begins, bytes of the sentence.
std::vector<Span> chunks_of(std::string_view sentence, const std::vector<Word>& words);

/// Without the punctuation and symbols (categories P and S) at both ends.
Span trim_punctuation(std::string_view text, Span span);

/// Whether there is nothing but punctuation, symbols and spaces.
bool is_punctuation_only(std::string_view text);

}  // namespace dragoman
