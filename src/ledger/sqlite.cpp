#include "ledger/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace dragoman {
namespace {

constexpr int k_busy_milliseconds = 2000;

SqliteError error_of(int code, std::string_view detail) {
    switch (code & 0xff) {  // the primary code, without its extension
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorKind::conflict, "is locked by another program; try again when it has finished"};
        case SQLITE_NOTADB:
            return {ErrorKind::malformed, "is not a ledger: no SQLite file"};
        case SQLITE_CORRUPT:
            return {ErrorKind::malformed, fmt::format("is damaged ({})", detail)};
        case SQLITE_READONLY:
            return {ErrorKind::unreadable, "cannot be written: it or its folder is read-only"};
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorKind::unreadable, "cannot be opened: it or its folder is missing or not permitted"};
        case SQLITE_FULL:
            return {ErrorKind::unreadable, "cannot be written: no space left"};
        case SQLITE_TOOBIG:
            return {ErrorKind::too_large, "cannot hold a value of this size"};
        case SQLITE_CONSTRAINT:
            return {ErrorKind::conflict, fmt::format("refuses a row that contradicts another ({})", detail)};
        default:
            return {ErrorKind::unreadable, fmt::format("cannot be used ({})", detail)};
    }
}

void check(int code, sqlite3* connection) {
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
    throw error_of(code, connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code));
}

std::string escaped(std::string_view text) {
    std::string out = "'";
    for (const char byte : text) {
        if (byte == '\n')
            out += "\\n";
        else if (byte == '\t')
            out += "\\t";
        else if (byte == '\\' || byte == '\'')
            (out += '\\') += byte;
        else
            out += byte;
    }
    return out += "'";
}

/// SQLite's URI form of a path, in which '?', '#' and '%' would mean something else.
std::string uri_of(const std::string& path) {
    std::string uri = "file:";
    for (const char byte : path) {
        if (byte == '?' || byte == '#' || byte == '%')
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        else
            uri += byte;
    }
    return uri + "?immutable=1";
}

}  // namespace

Query::~Query() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

void Query::bind(std::string_view text) {
    const char* bytes = text.data() == nullptr ? "" : text.data();
    // NOLINTNEXTLINE(performance-no-int-to-ptr): SQLite's own constant
    const auto copy = SQLITE_TRANSIENT;
    check(sqlite3_bind_text64(statement_, ++bound_, bytes, text.size(), copy, SQLITE_UTF8),
          sqlite3_db_handle(statement_));
}

void Query::bind(std::int64_t number) {
    check(sqlite3_bind_int64(statement_, ++bound_, number), sqlite3_db_handle(statement_));
}

void Query::bind(double number) {
    check(sqlite3_bind_double(statement_, ++bound_, number), sqlite3_db_handle(statement_));
}

void Query::bind_null() {
    ++bound_;
}  // an unbound parameter is NULL

bool Query::next() {
    const int code = sqlite3_step(statement_);
    check(code, sqlite3_db_handle(statement_));
    column_ = 0;
    return code == SQLITE_ROW;
}

std::string Query::text() {
    const int column = column_++;
    const auto* bytes = sqlite3_column_text(statement_, column);
    if (bytes == nullptr) return {};
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return {reinterpret_cast<const char*>(bytes), size};
}

std::optional<std::string> Query::optional_text() {
    if (sqlite3_column_type(statement_, column_) == SQLITE_NULL) {
        ++column_;
        return std::nullopt;
    }
    return text();
}

std::int64_t Query::number() {
    return sqlite3_column_int64(statement_, column_++);
}

std::size_t Query::size() {
    const auto value = number();
    if (value < 0) throw SqliteError{ErrorKind::malformed, "is damaged (a negative size)"};
    return static_cast<std::size_t>(value);
}

double Query::real() {
    return sqlite3_column_double(statement_, column_++);
}

std::string Query::dumped() {
    switch (sqlite3_column_type(statement_, column_)) {
        case SQLITE_NULL:
            return ++column_, "NULL";
        case SQLITE_INTEGER:
            return fmt::format("{}", number());
        case SQLITE_FLOAT:
            return fmt::format("{}", real());
        default:
            return escaped(text());
    }
}

int Query::columns() const {
    return sqlite3_column_count(statement_);
}

std::string Query::column_name(int column) const {
    return sqlite3_column_name(statement_, column);
}

void Database::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

void Database::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Database::Database(const std::string& path, Mode mode) {
    int flags = mode == Mode::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    if (mode == Mode::immutable) flags |= SQLITE_OPEN_URI;
    sqlite3* connection = nullptr;
    const auto name = mode == Mode::immutable ? uri_of(path) : path;
    const int code = sqlite3_open_v2(name.c_str(), &connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    connection_.reset(connection);  // to be closed even if opening failed
    check(code, connection);
    sqlite3_busy_timeout(connection, k_busy_milliseconds);
}

void Database::run_script(const std::string& sql) {
    check(sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr), connection_.get());
}

bool Database::read_only() const {
    return sqlite3_db_readonly(connection_.get(), "main") == 1;
}

sqlite3_stmt* Database::prepared(std::string_view sql) {
    const auto known = statements_.find(sql);
    if (known != statements_.end()) return known->second.get();
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(connection_.get(), sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
          connection_.get());
    std::unique_ptr<sqlite3_stmt, Finalize> owned{statement};
    statements_.emplace(sql, std::move(owned));
    return statement;
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
    database_.run(kind == Kind::writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run("ROLLBACK");
    } catch (const SqliteError&) {  // NOLINT(bugprone-empty-catch): SQLite has already rolled back by itself
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace dragoman
