#include "ledger/schema.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <filesystem>

namespace dragoman {
namespace {

// "Drgm": tells a ledger from another program's SQLite file.
constexpr std::int64_t k_application_id = 0x4472676d;

// Migration i brings user_version i to i + 1. Written migrations never change; a new layout adds one.
//
// Read from pages (the source):        documents - sentences - reports - arguments
// Derived from reports (rebuildable):  links - events - event_parties - event_pairs
constexpr std::array<const char*, k_schema_version> k_migrations = {R"sql(
CREATE TABLE meta (
    schema INTEGER NOT NULL,     -- the same as user_version
    program TEXT NOT NULL,       -- version that made this file
    model TEXT NOT NULL          -- model of the latest reading; each document names its own
) STRICT;
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    publisher TEXT NOT NULL,
    date TEXT,                   -- of publication, YYYY-MM-DD
    text TEXT NOT NULL,
    text_sha TEXT NOT NULL,      -- SHA-256 of text
    reading_sha TEXT NOT NULL,   -- SHA-256 of all that is stored of this document, model included
    model TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sentences (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start_byte INTEGER NOT NULL,
    end_byte INTEGER NOT NULL,
    PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE reports (
    id TEXT PRIMARY KEY,         -- 'r' and 12 digits over document, trigger and act
    document TEXT NOT NULL,
    sentence INTEGER NOT NULL,
    act TEXT NOT NULL,
    status TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    score REAL NOT NULL,
    status_score REAL NOT NULL,
    -- what identity needs of the arguments:
    actors TEXT NOT NULL,        -- codes joined by '+'
    recipients TEXT NOT NULL,
    time_value TEXT NOT NULL,    -- as stated, or ''
    first_day TEXT,
    last_day TEXT,
    place TEXT NOT NULL,         -- words, or ''
    city TEXT NOT NULL,          -- the same, or '' if the words say no more than the recipient
    quantity TEXT NOT NULL,      -- value, or ''
    block TEXT NOT NULL,         -- the part of the identity key without the time
    sha TEXT NOT NULL,           -- of everything in this report
    FOREIGN KEY (document, sentence) REFERENCES sentences ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX reports_of_sentence ON reports (document, sentence);
CREATE INDEX reports_of_block ON reports (block);
CREATE TABLE arguments (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE,
    number INTEGER NOT NULL,
    role TEXT NOT NULL,          -- A, R, P, T, Q, B
    start_byte INTEGER,          -- NULL: supplied from the rest of the text
    end_byte INTEGER,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (report, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    id TEXT PRIMARY KEY,         -- 'e' and 12 digits over block and anchor
    block TEXT NOT NULL,
    anchor TEXT NOT NULL,        -- what tells events of a block apart: the most exact period, or the day of the first report
    act TEXT NOT NULL,
    status TEXT NOT NULL,
    time_value TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    known TEXT NOT NULL,         -- how the date is known: stated, reported (by the date of the document), unknown
    day TEXT,                    -- for replay
    reported TEXT,               -- earliest date of a document that reports it
    place TEXT NOT NULL,
    city TEXT NOT NULL,
    quantity TEXT NOT NULL,
    reports INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    confidence REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX events_of_block ON events (block);
CREATE TABLE event_parties (
    event TEXT NOT NULL REFERENCES events ON DELETE CASCADE,
    side TEXT NOT NULL,          -- A or R
    code TEXT NOT NULL,          -- COUNTRY[.SECTOR]
    PRIMARY KEY (event, side, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_pairs (
    a TEXT NOT NULL,             -- country codes, a < b
    b TEXT NOT NULL,
    event TEXT NOT NULL REFERENCES events ON DELETE CASCADE,
    PRIMARY KEY (a, b, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairs_of_event ON event_pairs (event);
CREATE TABLE links (
    report TEXT PRIMARY KEY REFERENCES reports ON DELETE CASCADE,
    event TEXT NOT NULL REFERENCES events,
    lead INTEGER NOT NULL,       -- 1: the report that gives the event its time and parties
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX links_of_event ON links (event, lead);
)sql"};

std::int64_t pragma(Database& database, std::string_view sql) {
    auto query = database.query(sql);
    return query.next() ? query.number() : 0;
}

bool has_tables(Database& database) {
    return pragma(database, "SELECT count(*) FROM sqlite_schema") > 0;
}

/// Whether this file, which may be empty, is one of ours and of a layout that this program knows.
void check_identity(Database& database) {
    const auto application = pragma(database, "PRAGMA application_id");
    if (application != k_application_id && (application != 0 || has_tables(database))) {
        throw SqliteError{ErrorKind::malformed, "is not a ledger: an SQLite file of another program"};
    }
    const auto version = pragma(database, "PRAGMA user_version");
    if (version > k_schema_version) {
        throw SqliteError{
            ErrorKind::conflict,
            fmt::format("was written by a newer program (layout {}, this program knows up to {})", version,
                        k_schema_version)};
    }
}

void migrate(Database& database) {
    Transaction transaction{database, Transaction::Kind::writing};
    check_identity(database);  // again: another program may have been here before the lock
    for (auto version = pragma(database, "PRAGMA user_version"); version < k_schema_version; ++version) {
        database.run_script(k_migrations[static_cast<std::size_t>(version)]);
        if (version == 0) {
            database.run("INSERT INTO meta VALUES (0, ?, '')", DRAGOMAN_VERSION);
            database.run_script(fmt::format("PRAGMA application_id = {}", k_application_id));
        }
        database.run_script(fmt::format("PRAGMA user_version = {}", version + 1));
        database.run("UPDATE meta SET schema = ?", version + 1);
    }
    transaction.commit();
}

Database open_for_writing(const std::string& path) {
    Database database{path, Database::Mode::read_write};
    if (database.read_only()) throw SqliteError{ErrorKind::unreadable, "cannot be written: it is read-only"};
    check_identity(database);
    // WAL: readers go on while one writes. NORMAL: a killed program loses nothing, a power cut at most the
    // last documents.
    database.run_script(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
        // Pages, and KiB: ids are hashes, so a document touches pages everywhere. Fewer checkpoints write
        // each page once.
        "PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -65536;"
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
    if (pragma(database, "PRAGMA user_version") < k_schema_version) migrate(database);
    return database;
}

/// A WAL file needs side files to be read, which a folder that nobody writes to does not allow: there, and
/// only if no writer left some behind, the file can be read as it stands.
bool is_sealed(const std::string& path) {
    const auto folder = std::filesystem::path{path}.parent_path();
    std::error_code status;
    return faccessat(AT_FDCWD, folder.empty() ? "." : folder.c_str(), W_OK, AT_EACCESS) != 0 &&
           !std::filesystem::exists(path + "-wal", status);
}

Database open_for_reading(const std::string& path) {
    Database database{path, is_sealed(path) ? Database::Mode::immutable : Database::Mode::read_only};
    check_identity(database);
    if (pragma(database, "PRAGMA user_version") < k_schema_version) {
        throw SqliteError{ErrorKind::conflict,
                          has_tables(database)
                              ? "has an older layout; open it once for writing to bring it up to date"
                              : "is not a ledger: it is empty"};
    }
    database.run_script("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
    return database;
}

}  // namespace

Result<Database> open_database(const std::string& path, OpenMode mode) {
    std::error_code status;
    if (std::filesystem::is_directory(path, status))
        return Error{ErrorKind::unreadable, "is a directory", path};
    if (mode == OpenMode::read_only && !std::filesystem::exists(path, status)) {
        return Error{ErrorKind::not_found, "no such ledger", path};
    }
    try {
        return mode == OpenMode::read_write ? open_for_writing(path) : open_for_reading(path);
    } catch (const SqliteError& error) {
        return Error{error.kind(), error.what(), path};
    }
}

}  // namespace dragoman
