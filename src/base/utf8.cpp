#include "base/utf8.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr char32_t k_replacement = 0xFFFD;

/// Bytes that a sequence with this first byte needs, 0 if no sequence starts so.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_scalar(char32_t value) {
    return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(text[offset]);
    const std::size_t length = sequence_length(lead);
    if (length == 1) return {lead, 1};
    if (length == 0 || offset + length > text.size()) return {k_replacement, 1};
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[offset + i]);
        if ((byte & 0xC0U) != 0x80U) return {k_replacement, 1};
        value = (value << 6U) | (byte & 0x3FU);
    }
    constexpr char32_t k_least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < k_least[length] || !is_scalar(value)) return {k_replacement, 1};
    return {value, length};
}

void append_utf8(std::string& out, char32_t code_point) {
    const char32_t c = is_scalar(code_point) ? code_point : k_replacement;
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6U));
        put(0x80 | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12U));
        put(0x80 | ((c >> 6U) & 0x3FU));
        put(0x80 | (c & 0x3FU));
    } else {
        put(0xF0 | (c >> 18U));
        put(0x80 | ((c >> 12U) & 0x3FU));
        put(0x80 | ((c >> 6U) & 0x3FU));
        put(0x80 | (c & 0x3FU));
    }
}

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [value, size] = decode_utf8(text, at);
        append_utf8(out, value == 0 ? k_replacement : value);
        at += size;
    }
    return out;
}

std::vector<std::size_t> code_point_offsets(std::string_view text) {
    std::vector<std::size_t> offsets;
    for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).size) offsets.push_back(at);
    offsets.push_back(text.size());
    return offsets;
}

CodePointIndex::CodePointIndex(std::string_view text) : size_(text.size()) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
        if (continues) continuations_.push_back(at);
    }
}

std::size_t CodePointIndex::at(std::size_t offset) const {
    // Continuation bytes before `offset` begin no code point; for an offset inside one, its own lead byte
    // must not count.
    const auto clamped = std::min(offset, size_);
    const auto end = std::ranges::lower_bound(continuations_, clamped);
    std::size_t inside = 0;
    if (end != continuations_.end() && *end == clamped) inside = 1;
    return clamped - static_cast<std::size_t>(end - continuations_.begin()) - inside;
}

}  // namespace dragoman
