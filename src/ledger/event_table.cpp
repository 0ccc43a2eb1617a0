#include "ledger/event_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "ledger/parties.h"

namespace dragoman {
namespace {

SqliteError damaged(std::string_view what) {
    return {ErrorKind::malformed, fmt::format("is damaged ('{}' is no word of the ledger)", what)};
}

std::vector<std::string> read_codes(Query& rows) {
    auto codes = split_codes(rows.text());
    std::ranges::sort(codes);
    return codes;
}

void insert_parties(Database& database, const EventRow& event) {
    for (const auto& code : event.actors) {
        database.run("INSERT INTO event_parties VALUES (?, 'A', ?)", event.id, code);
    }
    for (const auto& code : event.recipients) {
        database.run("INSERT INTO event_parties VALUES (?, 'R', ?)", event.id, code);
    }
    for (const auto& [a, b] : pairs_of(event)) {
        database.run("INSERT INTO event_pairs VALUES (?, ?, ?)", a, b, event.id);
    }
}

}  // namespace

std::optional<Day> read_day(Query& rows) {
    const auto text = rows.optional_text();
    if (!text) return std::nullopt;
    const auto day = parse_day(*text);
    if (!day) throw damaged(*text);
    return day;
}

Status read_status(Query& rows) {
    const auto text = rows.text();
    const auto status = parse_status(text);
    if (!status) throw damaged(text);
    return *status;
}

EventRow read_event(Query& rows) {
    EventRow event;
    event.id = rows.text();
    event.block = rows.text();
    event.anchor = rows.text();
    event.act = rows.text();
    event.status = read_status(rows);
    event.time_value = rows.text();
    event.period.first = read_day(rows);
    event.period.last = read_day(rows);
    const auto known = rows.text();
    const auto parsed = parse_known(known);
    if (!parsed) throw damaged(known);
    event.known = *parsed;
    event.day = read_day(rows);
    event.reported = read_day(rows);
    event.place = rows.text();
    event.city = rows.text();
    event.quantity = rows.text();
    event.reports = rows.size();
    event.documents = rows.size();
    event.confidence = rows.real();
    event.actors = read_codes(rows);
    event.recipients = read_codes(rows);
    return event;
}

void insert_event(Database& database, const EventRow& event) {
    database.run("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", event.id,
                 event.block, event.anchor, event.act, to_string(event.status), event.time_value,
                 event.period.first, event.period.last, to_string(event.known), event.day, event.reported,
                 event.place, event.city, event.quantity, event.reports, event.documents, event.confidence);
    insert_parties(database, event);
}

void update_event(Database& database, const EventRow& event) {
    // Block, anchor, act and status are what the id is made from.
    database.run(
        "UPDATE events SET time_value = ?, first_day = ?, last_day = ?, known = ?, day = ?, reported = ?,"
        " place = ?, city = ?, quantity = ?, reports = ?, documents = ?, confidence = ? WHERE id = ?",
        event.time_value, event.period.first, event.period.last, to_string(event.known), event.day,
        event.reported, event.place, event.city, event.quantity, event.reports, event.documents,
        event.confidence, event.id);
    database.run("DELETE FROM event_parties WHERE event = ?", event.id);
    database.run("DELETE FROM event_pairs WHERE event = ?", event.id);
    insert_parties(database, event);
}

std::map<std::string, EventRow> load_events_of_block(Database& database, const std::string& block) {
    static const auto k_sql = fmt::format("SELECT {} FROM events e WHERE e.block = ?", k_event_columns);
    std::map<std::string, EventRow> events;
    auto rows = database.query(k_sql, block);
    while (rows.next()) {
        auto event = read_event(rows);
        auto id = event.id;
        events.emplace(std::move(id), std::move(event));
    }
    return events;
}

std::vector<EventRow> load_events_of_pair(Database& database, const std::string& a, const std::string& b) {
    static const auto k_sql = fmt::format(
        "SELECT {} FROM event_pairs p JOIN events e ON e.id = p.event WHERE p.a = ? AND p.b = ? ORDER BY "
        "e.day, e.id",
        k_event_columns);
    std::vector<EventRow> events;
    auto rows = database.query(k_sql, a, b);
    while (rows.next()) events.push_back(read_event(rows));
    return events;
}

}  // namespace dragoman
