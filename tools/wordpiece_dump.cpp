// wordpiece_dump VOCAB < lines: prints for each line its piece numbers, a tab, and begin:end (bytes) of each
// word. For tools/check_tokenizer.py.
#include <fmt/format.h>

#include <iostream>
#include <limits>
#include <string>

#include "base/file.h"
#include "coder/wordpiece.h"

int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print(stderr, "usage: wordpiece_dump VOCAB < lines\n");
        return 2;
    }
    const std::string path = arguments[1];
    const auto vocabulary = dragoman::read_file(path);
    const auto tokenizer = vocabulary ? dragoman::WordPiece::parse(vocabulary.value(), path)
                                      : dragoman::Result<dragoman::WordPiece>{vocabulary.error()};
    if (!tokenizer) {
        fmt::print(stderr, "{}\n", tokenizer.error().to_line());
        return 1;
    }
    for (std::string line; std::getline(std::cin, line);) {
        const auto pieces = tokenizer->split(line, std::numeric_limits<std::size_t>::max());
        std::string words;
        for (const auto& word : pieces.words) words += fmt::format(" {}:{}", word.span.begin, word.span.end);
        fmt::print("{}\t{}\n", fmt::join(pieces.ids, " "), words.empty() ? words : words.substr(1));
    }
    return 0;
}
