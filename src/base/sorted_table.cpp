#include "base/sorted_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"

namespace dragoman {
namespace {

std::string_view line_of(std::string_view text, std::size_t begin) {
    return text.substr(begin, text.find('\n', begin) - begin);
}

std::string_view first_field(std::string_view line) {
    return line.substr(0, line.find('\t'));
}

/// What is wrong with a row, or nothing.
const char* fault_of(std::string_view line, std::string_view key_before, std::size_t columns) {
    const auto tabs = static_cast<std::size_t>(std::ranges::count(line, '\t'));
    if (tabs + 1 != columns) return "wrong number of fields";
    return first_field(line) < key_before ? "rows are not sorted by their first field" : nullptr;
}

}  // namespace

Result<SortedTable> SortedTable::load(const std::string& path, const std::vector<std::string>& columns) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    auto& text = bytes.value();
    if (!text.ends_with('\n')) text += '\n';
    const auto heading = fmt::format("{}", fmt::join(columns, "\t"));
    std::size_t body = 0;
    std::size_t number = 0;
    std::string_view key;
    for (std::size_t at = 0; at < text.size();) {
        ++number;
        const auto line = line_of(text, at);
        at += line.size() + 1;
        if (body == 0 && line.starts_with('#')) continue;
        const char* fault = nullptr;
        if (body != 0) {
            fault = fault_of(line, key, columns.size());
            key = first_field(line);
        } else if (line != heading) {
            fault = "the first line must name the columns";
        } else {
            body = at;
        }
        if (fault != nullptr) return Error{ErrorKind::malformed, fault, fmt::format("{}:{}", path, number)};
    }
    if (body == 0) return Error{ErrorKind::malformed, "the first line must name the columns", path};
    return SortedTable{std::move(text), body};
}

std::string_view SortedTable::line_at(std::size_t begin) const {
    return line_of(text_, begin);
}

std::size_t SortedTable::first_not_before(std::string_view key) const {
    auto low = body_;
    auto high = text_.size();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto before = middle > low ? text_.rfind('\n', middle - 1) : std::string::npos;
        const auto begin = before == std::string::npos ? low : std::max(low, before + 1);
        const auto line = line_at(begin);
        if (first_field(line) < key)
            low = begin + line.size() + 1;
        else
            high = begin;
    }
    return low;
}

std::vector<std::vector<std::string_view>> SortedTable::rows(std::string_view key) const {
    std::vector<std::vector<std::string_view>> found;
    for (auto at = first_not_before(key); at < text_.size();) {
        const auto line = line_at(at);
        if (first_field(line) != key) break;
        found.push_back(split_fields(line, '\t'));
        at += line.size() + 1;
    }
    return found;
}

}  // namespace dragoman
