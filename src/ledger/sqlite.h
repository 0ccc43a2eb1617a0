#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/day.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace dragoman {

/// SQLite gave up: disk full, damaged file, locked by another. Thrown inside this module only, where every
/// step of a transaction can meet it; Ledger turns it into an Error at its boundary.
class SqliteError : public std::runtime_error {
  public:
    SqliteError(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
    [[nodiscard]] ErrorKind kind() const { return kind_; }

  private:
    ErrorKind kind_;
};

/// One use of a prepared statement: bind in order, step through its rows. Frees the statement for its next
/// use at its end.
class Query {
  public:
    explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query(Query&& other) noexcept
        : statement_(std::exchange(other.statement_, nullptr)),
          bound_(other.bound_),
          column_(other.column_) {}
    Query& operator=(Query&&) = delete;
    ~Query();

    void bind(std::string_view text);
    void bind(const std::string& text) { bind(std::string_view{text}); }
    void bind(const char* text) { bind(std::string_view{text}); }
    void bind(std::int64_t number);
    void bind(int number) { bind(static_cast<std::int64_t>(number)); }
    void bind(std::size_t number) { bind(static_cast<std::int64_t>(number)); }
    void bind(double number);
    void bind(Day day) { bind(format_day(day)); }
    void bind_null();
    template <class T>
    void bind(const std::optional<T>& value) {
        value ? bind(*value) : bind_null();
    }

    /// Moves to the next row, and its first column; false at the end.
    bool next();

    /// The next columns of this row, one after the other.
    std::string text();
    std::optional<std::string> optional_text();
    std::int64_t number();
    std::size_t size();
    double real();
    /// Any column as text that tells values and types apart: NULL, numbers in their shortest form, escaped
    /// text.
    std::string dumped();

    [[nodiscard]] int columns() const;
    [[nodiscard]] std::string column_name(int column) const;

  private:
    sqlite3_stmt* statement_;
    int bound_ = 0;
    int column_ = 0;
};

/// A connection to one SQLite file with its prepared statements, each prepared once. For one thread at a
/// time.
class Database {
  public:
    enum class Mode : std::uint8_t { read_only, read_write, immutable };

    /// Opens the file; read_write creates it. `immutable` reads without any lock or side file: for a place
    /// that nobody can write to. SQLite does not look into the file before the first query.
    Database(const std::string& path, Mode mode);

    /// The statement with its arguments bound; `sql` must be one statement.
    template <class... Arguments>
    Query query(std::string_view sql, const Arguments&... arguments) {
        Query query{prepared(sql)};
        (query.bind(arguments), ...);
        return query;
    }
    /// Runs a statement that gives no rows that matter.
    template <class... Arguments>
    void run(std::string_view sql, const Arguments&... arguments) {
        auto one = query(sql, arguments...);
        while (one.next()) {
        }
    }
    /// Runs several statements without arguments.
    void run_script(const std::string& sql);
    /// Whether the file could be opened for reading only, whatever was asked for.
    [[nodiscard]] bool read_only() const;

  private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3_stmt* prepared(std::string_view sql);

    std::unique_ptr<sqlite3, Close> connection_;
    // By their text. Declared after the connection, so that statements go first.
    std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>, std::less<>> statements_;
};

/// Everything until commit() happens wholly or not at all. A reading one sees one state of the file
/// throughout.
class Transaction {
  public:
    enum class Kind : std::uint8_t { reading, writing };

    Transaction(Database& database, Kind kind);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction(Transaction&&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

}  // namespace dragoman
