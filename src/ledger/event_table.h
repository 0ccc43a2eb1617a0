#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/event_row.h"
#include "ledger/sqlite.h"

namespace dragoman {

// Reads and writes the tables events, event_parties and event_pairs. All may throw SqliteError.

/// A column that holds a day or NULL, and one that holds a status.
std::optional<Day> read_day(Query& rows);
Status read_status(Query& rows);

/// The columns of an event in the order in which read_event takes them; the table must be called `e`.
inline constexpr std::string_view k_event_columns =
    "e.id, e.block, e.anchor, e.act, e.status, e.time_value, e.first_day, e.last_day, e.known, e.day, "
    "e.reported,"
    " e.place, e.city, e.quantity, e.reports, e.documents, e.confidence,"
    " (SELECT group_concat(code, '+') FROM event_parties WHERE event = e.id AND side = 'A'),"
    " (SELECT group_concat(code, '+') FROM event_parties WHERE event = e.id AND side = 'R')";
EventRow read_event(Query& rows);

void insert_event(Database& database, const EventRow& event);
void update_event(Database& database, const EventRow& event);
std::map<std::string, EventRow> load_events_of_block(Database& database, const std::string& block);

/// The events of a pair (a < b) in order of day, then of id; those without a day first.
std::vector<EventRow> load_events_of_pair(Database& database, const std::string& a, const std::string& b);

}  // namespace dragoman
