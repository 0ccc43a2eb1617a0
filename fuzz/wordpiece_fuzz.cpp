// The tokenizer on any bytes: words in order and in range, pieces that fit.
// The first byte chooses the limit of pieces, the rest is the sentence.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "coder/wordpiece.h"

namespace {

constexpr std::string_view k_vocabulary =
    "[UNK]\n[CLS]\n[SEP]\na\nb\nab\n##a\n##b\n##ab\n.\n-\n\xC3\xA6\n##\xC3\xA6\n\xE6\x97\xA5\n1\n##1\n";
constexpr std::int64_t k_vocabulary_size = 16;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_words(const dragoman::Pieces& pieces, std::string_view sentence) {
    std::size_t end = 0;
    std::size_t piece = 0;
    for (const auto& word : pieces.words) {
        // One character can decompose into two words, which then share its bytes.
        require(word.span.begin < word.span.end && word.span.end <= sentence.size());
        require(word.span.end >= end && word.piece > piece && word.piece + 1 < pieces.ids.size());
        end = word.span.end;
        piece = word.piece;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto tokenizer = dragoman::WordPiece::parse(k_vocabulary, "vocabulary").value();
    if (size == 0) return 0;
    const std::size_t limit = 2 + data[0];
    const std::string_view sentence{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto pieces = tokenizer.split(sentence, limit);
    require(pieces.ids.size() >= 2 && pieces.ids.size() <= limit);
    for (const auto id : pieces.ids) require(id >= 0 && id < k_vocabulary_size);
    check_words(pieces, sentence);
    return 0;
}
