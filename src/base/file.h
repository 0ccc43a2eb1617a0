#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dragoman {

/// The whole file as bytes. Errors: not_found, unreadable, too_large (over `limit` bytes).
Result<std::string> read_file(const std::string& path, std::size_t limit = std::size_t{1} << 30);

/// Splits at '\n' and drops a '\r' before it; a last line without '\n' counts. Views into `text`.
std::vector<std::string_view> split_lines(std::string_view text);

/// Splits at every `separator`, keeping empty fields. Views into `text`.
std::vector<std::string_view> split_fields(std::string_view text, char separator);

/// Without white space (space, tab, CR, LF) at both ends. A view into `text`.
std::string_view trim(std::string_view text);

/// A table of tab-separated values: '#' lines and blank lines are left out, the first line names the columns.
struct TsvTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

/// Reads a TSV file. Every row must have as many fields as there are columns; the error names file and line.
Result<TsvTable> read_tsv(const std::string& path, const std::vector<std::string>& expected_columns);

}  // namespace dragoman
