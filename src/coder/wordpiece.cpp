#include "coder/wordpiece.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/file.h"
#include "coder/basic_words.h"

namespace dragoman {
namespace {

constexpr std::string_view k_inside = "##";

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

Result<WordPiece> WordPiece::parse(std::string_view vocabulary, const std::string& place,
                                   const SpecialPieces& special) {
    WordPiece result;
    std::int64_t number = 0;
    for (const auto line : split_lines(vocabulary)) {
        const bool inside = line.size() > k_inside.size() && line.starts_with(k_inside);
        const auto piece = inside ? line.substr(k_inside.size()) : line;
        auto& pieces = inside ? result.later_ : result.first_;
        if (!pieces.emplace(piece, number).second) {
            return Error{ErrorKind::malformed, fmt::format("the piece '{}' stands twice", line),
                         fmt::format("{}:{}", place, number + 1)};
        }
        result.longest_ = std::max(result.longest_, piece.size());
        ++number;
    }
    const std::array<std::pair<std::string_view, std::int64_t*>, 3> named = {
        {{special.begin, &result.begin_}, {special.end, &result.end_}, {special.unknown, &result.unknown_}}};
    for (const auto& [name, id] : named) {
        const auto found = result.first_.find(name);
        if (found == result.first_.end()) {
            return Error{ErrorKind::malformed, fmt::format("the vocabulary has no piece {}", name), place};
        }
        *id = found->second;
    }
    return result;
}

void WordPiece::append_pieces(std::string_view form, std::vector<std::int64_t>& ids) const {
    const auto before = ids.size();
    for (std::size_t begin = 0; begin < form.size();) {
        const auto& pieces = begin == 0 ? first_ : later_;
        auto length = std::min(longest_, form.size() - begin);
        auto found = pieces.end();
        for (; length > 0; --length) {
            if (begin + length < form.size() && !begins_character(form[begin + length])) continue;
            found = pieces.find(form.substr(begin, length));
            if (found != pieces.end()) break;
        }
        if (length == 0) {
            ids.resize(before);
            ids.push_back(unknown_);
            return;
        }
        ids.push_back(found->second);
        begin += length;
    }
}

Pieces WordPiece::split(std::string_view sentence, std::size_t max_pieces) const {
    const auto room = max_pieces - 1;  // the end piece needs the last place
    Pieces pieces;
    pieces.ids.push_back(begin_);
    // Every word has a piece, so as many words as there is room, begin counted, are always too many.
    for (const auto& word : basic_words(sentence, room)) {
        if (pieces.ids.size() >= room) {
            pieces.cut = true;
            break;
        }
        pieces.words.push_back({word.span, pieces.ids.size()});
        if (word.characters > k_max_word_characters) {
            pieces.ids.push_back(unknown_);
        } else {
            append_pieces(word.form, pieces.ids);
        }
    }
    if (pieces.ids.size() > room) {
        pieces.ids.resize(room);
        pieces.cut = true;
    }
    pieces.ids.push_back(end_);
    return pieces;
}

}  // namespace dragoman
