#include "cli/table.h"

#include <algorithm>

#include "base/utf8.h"

namespace dragoman {

std::size_t display_width(std::string_view text) {
    return CodePointIndex{text}.at(text.size());
}

std::string shorten(std::string_view text, std::size_t width) {
    constexpr std::string_view k_dots = "...";
    std::string out;
    std::size_t taken = 0;
    const bool cut = display_width(text) > width;
    const std::size_t room = cut ? width - std::min(width, k_dots.size()) : width;
    for (std::size_t at = 0; at < text.size() && taken < room; ++taken) {
        const auto [value, size] = decode_utf8(text, at);
        append_utf8(out, value == '\n' || value == '\t' ? ' ' : value);
        at += size;
    }
    return cut ? out + std::string{k_dots} : out;
}

std::string format_table(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], display_width(row[c]));
    }
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            out += row[c];
            if (c + 1 < row.size()) out.append(widths[c] - display_width(row[c]) + 2, ' ');
        }
        out += '\n';
    }
    return out;
}

}  // namespace dragoman
