#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace dragoman {

/// Words of more characters than this have no pieces in BERT's vocabulary: they become [UNK].
inline constexpr std::size_t k_max_word_characters = 100;

/// A word as BERT's basic tokenizer makes it: a stretch without white space, or one punctuation mark, or one
/// Chinese character.
struct BasicWord {
    Span span;                   ///< bytes of the text, with the accents that stand on its last letter
    std::string form;            ///< lower case, without accents; only the first k_max_word_characters + 1
    std::size_t characters = 0;  ///< code points of the whole normalised word
};

/// The first `limit` words of the text, by the rules of BERT's uncased basic tokenizer (Devlin et al. 2019;
/// the details are those of Hugging Face's BertNormalizer and BertPreTokenizer): control and format
/// characters are dropped, Chinese characters stand alone, text is decomposed (NFD), marks of category Mn are
/// dropped, letters lowered, punctuation split off. Takes any bytes: invalid UTF-8 counts as U+FFFD, which is
/// dropped too.
std::vector<BasicWord> basic_words(std::string_view text, std::size_t limit);

}  // namespace dragoman
