#pragma once

#include <string>

#include "ledger/store.h"

namespace dragoman {

/// Makes the events of one block anew from its reports (identity.h) and writes what differs: events, parties,
/// pairs, links. Depends on the reports alone. Throws SqliteError.
RowCounts derive_block(Database& database, const std::string& block);

}  // namespace dragoman
