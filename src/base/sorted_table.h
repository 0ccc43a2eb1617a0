#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace dragoman {

/// A large TSV file whose rows are sorted by the bytes of their first field. It is kept as it stands and
/// searched by halving, so that opening it costs hardly more than reading it.
class SortedTable {
  public:
    /// Reads a file in the form of read_tsv, with '#' lines only at its head. Errors name file and line:
    /// wrong columns, wrong number of fields, rows out of order.
    static Result<SortedTable> load(const std::string& path, const std::vector<std::string>& columns);

    /// The rows whose first field is `key`, as fields. Views live as long as the table is not moved.
    [[nodiscard]] std::vector<std::vector<std::string_view>> rows(std::string_view key) const;

  private:
    SortedTable(std::string text, std::size_t body) : text_(std::move(text)), body_(body) {}
    [[nodiscard]] std::string_view line_at(std::size_t begin) const;
    [[nodiscard]] std::size_t first_not_before(std::string_view key) const;

    std::string text_;
    std::size_t body_;  // where the rows begin
};

}  // namespace dragoman
