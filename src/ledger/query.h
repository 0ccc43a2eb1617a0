#pragma once

#include "ledger/answer.h"
#include "ledger/sqlite.h"

namespace dragoman {

// Reads that answer questions. All may throw SqliteError.

/// The leading report of an event.
Evidence load_lead(Database& database, const std::string& event);

/// All reports of an event: the leading one first, then by date of the document and id.
std::vector<Evidence> load_reports(Database& database, const std::string& event);

/// Ids of events that begin with the prefix, `limit` at most.
std::vector<std::string> find_events(Database& database, const std::string& prefix, std::size_t limit);

/// The event of that id; there must be one.
EventRow load_event(Database& database, const std::string& id);

/// All pairs, in order, without their relations.
std::vector<PairRow> load_pairs(Database& database);

}  // namespace dragoman
