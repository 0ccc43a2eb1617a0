#include "coder/chunks.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"

namespace dragoman {
namespace {

bool is_mark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

std::size_t end_of_chunk(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto [c, size] = decode_utf8(text, at);
        if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) break;
        at += size;
    }
    return at;
}

std::size_t begin_of_chunk(std::string_view text, std::size_t at, std::size_t least) {
    auto begin = least;
    for (auto next = least; next < at;) {
        const auto [c, size] = decode_utf8(text, next);
        next += size;
        if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) begin = next;
    }
    return begin;
}

}  // namespace

std::vector<Span> chunks_of(std::string_view sentence, const std::vector<Word>& words) {
    std::vector<Span> chunks;
    Span chunk{0, 0};
    for (const auto& word : words) {
        if (word.span.begin >= chunk.end) {
            const auto begin = begin_of_chunk(sentence, word.span.begin, chunk.end);
            chunk = {begin, end_of_chunk(sentence, word.span.begin)};
        }
        chunks.push_back(chunk);
    }
    return chunks;
}

Span trim_punctuation(std::string_view text, Span span) {
    auto first = span.end;  // of what is left
    auto last = span.begin;
    for (auto at = span.begin; at < span.end;) {
        const auto [c, size] = decode_utf8(text, at);
        if (!is_mark(c)) {
            first = std::min(first, at);
            last = at + size;
        }
        at += size;
    }
    return {first, std::max(first, last)};
}

bool is_punctuation_only(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = decode_utf8(text, at);
        if (c != ' ' && !is_mark(c)) return false;
        at += size;
    }
    return true;
}

}  // namespace dragoman
