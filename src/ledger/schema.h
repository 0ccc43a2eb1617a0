#pragma once

#include <string>

#include "ledger/sqlite.h"

namespace dragoman {

enum class OpenMode : std::uint8_t { read_only, read_write };

/// The newest layout of the file that this program writes: SQLite's user_version.
inline constexpr int k_schema_version = 1;

/// Opens a ledger file and makes sure that it is one: creates it (read_write) or brings an older layout up to
/// date. A file in a folder that nobody may write to can still be read. Errors: not_found; malformed (not a
/// ledger, damaged); unreadable (no permission); conflict (newer layout, locked).
Result<Database> open_database(const std::string& path, OpenMode mode);

}  // namespace dragoman
