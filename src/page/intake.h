#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "text/article.h"

namespace dragoman {

/// What came of an intake.
struct IntakeCount {
    std::size_t articles = 0;
    std::size_t errors = 0;
    std::size_t bytes = 0;    ///< read so far, of files and standard input
    std::size_t skipped = 0;  ///< files in folders that are hidden or whose extension is none of ours
};

/// Takes each article, or the error that stands in its place, as soon as it is read.
using TakeArticle = std::function<void(Result<Article>)>;

/// Reads articles from files, folders (with all below them, in the order of their names) and standard input
/// ("-").
///
/// A file is a page (.html .htm .xhtml), plain text (.txt) or JSON Lines (.jsonl .ndjson; .json too, which
/// may also be one object over many lines); one with another extension is judged by its content: '<' first is
/// a page, '{' is JSON Lines, else it is plain text. JSON Lines are streamed, whatever their length. One bad
/// input does not end the others: its error names the file, and the line for JSON Lines. Refused as
/// malformed: binary files; as too_large: pages and lines over k_page_limit bytes; as not_found and
/// unreadable: what cannot be opened.
class Intake {
  public:
    /// `default_date` is given to articles that have none.
    explicit Intake(TakeArticle take, std::optional<Day> default_date = std::nullopt)
        : take_(std::move(take)), default_date_(default_date) {}

    /// Reads one path: a file, a folder, or "-".
    void read(const std::string& path);

    /// Reads an open stream; `name` stands for it in errors, its extension says what it is.
    void read(std::istream& in, const std::string& name);

    [[nodiscard]] const IntakeCount& count() const { return count_; }

  private:
    void read_folder(const std::string& path);
    std::vector<std::filesystem::path> list_folder(const std::filesystem::path& folder);
    void read_file_at(const std::string& path);
    void give(Result<Article> article);

    TakeArticle take_;
    std::optional<Day> default_date_;
    IntakeCount count_;
};

/// Bytes of all files that an intake would read from these paths, without standard input: the whole of its
/// work.
std::size_t bytes_to_read(const std::vector<std::string>& paths);

}  // namespace dragoman
