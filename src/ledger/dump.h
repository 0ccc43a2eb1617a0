#pragma once

#include <string>

#include "ledger/sqlite.h"

namespace dragoman {

/// All tables as text: "== table", then one line a row, columns as name=value, sorted by key. Without the
/// table meta, which tells of the file and not of its content. Throws SqliteError.
std::string dump_tables(Database& database);

}  // namespace dragoman
