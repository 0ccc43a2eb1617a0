#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// Number of code points: how wide the text stands in a terminal, near enough for names and news.
std::size_t display_width(std::string_view text);

/// The text cut to at most `width` code points, the last of them three dots if something was cut; line ends
/// become spaces.
std::string shorten(std::string_view text, std::size_t width);

/// Rows in columns, two spaces apart, each column as wide as its widest cell; the last column is not padded.
std::string format_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace dragoman
