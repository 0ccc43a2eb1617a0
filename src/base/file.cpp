#include "base/file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace dragoman {
namespace {

constexpr std::string_view k_white_space = " \t\r\n";

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    std::error_code status;
    const std::filesystem::path file{path};
    if (!std::filesystem::exists(file, status)) return Error{ErrorKind::not_found, "no such file", path};
    if (std::filesystem::is_directory(file, status))
        return Error{ErrorKind::unreadable, "is a directory", path};
    std::ifstream in{path, std::ios::binary};
    if (!in)
        return Error{ErrorKind::unreadable, std::string{"cannot be opened: "} + std::strerror(errno), path};
    std::string bytes;
    std::string chunk(std::size_t{1} << 16, '\0');
    while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
        bytes.append(chunk, 0, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > limit) {
            return Error{ErrorKind::too_large, fmt::format("is larger than {} bytes", limit), path};
        }
    }
    if (in.bad()) return Error{ErrorKind::unreadable, "could not be read to its end", path};
    return bytes;
}

std::vector<std::string_view> split_fields(std::string_view text, char separator) {
    std::vector<std::string_view> fields;
    std::size_t begin = 0;
    while (true) {
        const auto end = text.find(separator, begin);
        fields.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return fields;
        begin = end + 1;
    }
}

std::vector<std::string_view> split_lines(std::string_view text) {
    auto lines = split_fields(text, '\n');
    if (lines.back().empty()) lines.pop_back();
    for (auto& line : lines) {
        if (line.ends_with('\r')) line.remove_suffix(1);
    }
    return lines;
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(k_white_space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(k_white_space) - first + 1);
}

Result<TsvTable> read_tsv(const std::string& path, const std::vector<std::string>& expected_columns) {
    const auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    TsvTable table;
    std::size_t number = 0;
    for (const auto line : split_lines(bytes.value())) {
        ++number;
        if (trim(line).empty() || line.starts_with('#')) continue;
        const auto fields = split_fields(line, '\t');
        std::vector<std::string> row(fields.begin(), fields.end());
        if (table.columns.empty()) {
            if (row != expected_columns) {
                return Error{ErrorKind::malformed,
                             fmt::format("the first line must name the columns: {}",
                                         fmt::join(expected_columns, ", ")),
                             fmt::format("{}:{}", path, number)};
            }
            table.columns = std::move(row);
        } else if (row.size() != table.columns.size()) {
            return Error{ErrorKind::malformed,
                         fmt::format("{} fields where {} are expected", row.size(), table.columns.size()),
                         fmt::format("{}:{}", path, number)};
        } else {
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

}  // namespace dragoman
