#include "page/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <utility>

#include "base/file.h"
#include "page/charset.h"
#include "page/html.h"
#include "page/input_kind.h"
#include "page/input_stream.h"
#include "page/json_lines.h"
#include "page/plain_text.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

Error too_large(std::string place) {
    return {ErrorKind::too_large, fmt::format("is larger than {} bytes", k_page_limit), std::move(place)};
}

/// A .json file whose first line closes what it opens is JSON Lines; else it is one object over many lines.
bool is_one_object(std::string_view head) {
    head = drop_utf8_mark(head);
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    const auto end = head.find('\n');
    return end != std::string_view::npos && !trim(head.substr(0, end)).ends_with('}');
}

/// What a folder's walk reads: no hidden files, no links to folders (they may lead round in a circle).
bool is_ours(const fs::directory_entry& entry) {
    std::error_code status;
    if (entry.path().filename().string().starts_with('.')) return false;
    if (entry.is_directory(status)) return !entry.is_symlink(status);
    return entry.is_regular_file(status) && kind_of_name(entry.path().string()).has_value();
}

void read_lines(InputStream& in, const std::string& name, const TakeArticle& give) {
    std::string line;
    for (std::size_t number = 1;; ++number) {
        const auto status = in.next_line(line, k_page_limit);
        if (status == InputStream::Line::end) return;
        const auto place = fmt::format("{}:{}", name, number);
        const auto json = number == 1 ? drop_utf8_mark(line) : std::string_view{line};
        if (status == InputStream::Line::too_long) {
            give(too_large(place));
        } else if (!trim(json).empty()) {
            give(read_json_article(json, place));
        }
    }
}

Result<Article> read_whole(InputStream& in, InputKind kind, const std::string& name) {
    std::string bytes;
    if (!in.rest(bytes, k_page_limit)) return too_large(name);
    if (kind == InputKind::html) return read_html(bytes, name);
    if (kind == InputKind::plain_text) return read_plain_text(bytes, name);
    return read_json_article(drop_utf8_mark(bytes), name);
}

/// Hidden, or a file of no kind that we know.
bool is_passed_over(const fs::path& path) {
    std::error_code status;
    const bool hidden = path.filename().string().starts_with('.');
    const bool is_folder = fs::is_directory(fs::symlink_status(path, status));
    return hidden || (!is_folder && !kind_of_name(path.string()));
}

std::size_t bytes_in_folder(const fs::path& folder) {
    std::size_t bytes = 0;
    std::error_code status;
    for (fs::recursive_directory_iterator at{folder, status}, end; !status && at != end;
         at.increment(status)) {
        std::error_code no_file;
        if (is_passed_over(at->path())) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file(no_file)) {
            const auto size = at->file_size(no_file);
            if (!no_file) bytes += size;
        }
    }
    return bytes;
}

}  // namespace

std::size_t bytes_to_read(const std::vector<std::string>& paths) {
    std::size_t bytes = 0;
    for (const auto& path : paths) {
        std::error_code status;
        if (fs::is_directory(path, status)) {
            bytes += bytes_in_folder(path);
        } else if (fs::is_regular_file(path, status)) {
            bytes += fs::file_size(path, status);
        }
    }
    return bytes;
}

void Intake::give(Result<Article> article) {
    ++(article ? count_.articles : count_.errors);
    if (article && !article->date) article->date = default_date_;
    take_(std::move(article));
}

void Intake::read(std::istream& stream, const std::string& name) {
    InputStream in{stream, &count_.bytes};
    const auto head = in.peek();
    if (const auto binary = binary_name(head); !binary.empty()) {
        return give(Error{ErrorKind::malformed, fmt::format("is {}, not text", binary), name});
    }
    auto kind = kind_of_name(name).value_or(kind_of_content(head));
    if (kind == InputKind::json && !is_one_object(head)) kind = InputKind::json_lines;
    if (kind == InputKind::json_lines) {
        read_lines(in, name, [this](Result<Article> article) { give(std::move(article)); });
    } else {
        give(read_whole(in, kind, name));
    }
    if (in.failed()) give(Error{ErrorKind::unreadable, "could not be read to its end", name});
}

void Intake::read(const std::string& path) {
    if (path == "-") return read(std::cin, "standard input");
    std::error_code status;
    if (fs::is_directory(path, status)) return read_folder(path);
    read_file_at(path);
}

void Intake::read_file_at(const std::string& path) {
    std::error_code status;
    if (!fs::exists(path, status)) return give(Error{ErrorKind::not_found, "no such file", path});
    std::ifstream in{path, std::ios::binary};
    if (!in) {
        return give(
            Error{ErrorKind::unreadable, fmt::format("cannot be opened: {}", std::strerror(errno)), path});
    }
    read(in, path);
}

void Intake::read_folder(const std::string& path) {
    std::vector<fs::path> open{path};  // what is still to be read, the next one last
    while (!open.empty()) {
        const auto next = std::move(open.back());
        open.pop_back();
        std::error_code status;
        if (!fs::is_directory(next, status)) {
            read_file_at(next.string());
            continue;
        }
        auto inside = list_folder(next);
        std::ranges::sort(inside, std::greater{});
        open.insert(open.end(), inside.begin(), inside.end());
    }
}

std::vector<fs::path> Intake::list_folder(const fs::path& folder) {
    std::vector<fs::path> inside;
    std::error_code status;
    for (fs::directory_iterator at{folder, status}; at != fs::directory_iterator{}; at.increment(status)) {
        if (is_ours(*at)) {
            inside.push_back(at->path());
        } else {
            ++count_.skipped;
        }
    }
    if (status) {
        give(Error{ErrorKind::unreadable, fmt::format("cannot be listed: {}", status.message()),
                   folder.string()});
    }
    return inside;
}

}  // namespace dragoman
