#include "ledger/query.h"

#include <fmt/format.h>

#include "ledger/event_table.h"

namespace dragoman {
namespace {

// substr of a blob counts bytes, of a text characters.
constexpr std::string_view k_evidence_columns =
    "r.id, d.id, d.title, d.publisher, d.url, d.date, d.model, s.number, s.start_byte, s.end_byte,"
    " substr(CAST(d.text AS BLOB), s.start_byte + 1, s.end_byte - s.start_byte),"
    " r.act, r.status, r.score, r.status_score, r.trigger_start, r.trigger_end,"
    " substr(CAST(d.text AS BLOB), r.trigger_start + 1, r.trigger_end - r.trigger_start), l.lead, l.reason"
    " FROM links l JOIN reports r ON r.id = l.report JOIN documents d ON d.id = r.document"
    " JOIN sentences s ON s.document = r.document AND s.number = r.sentence";

Span read_span(Query& rows) {
    const auto begin = rows.size();
    return {begin, rows.size()};
}

std::vector<ArgumentRow> load_arguments(Database& database, const std::string& report) {
    std::vector<ArgumentRow> arguments;
    auto rows = database.query(
        "SELECT a.role, a.start_byte IS NOT NULL, a.start_byte, a.end_byte,"
        " substr(CAST(d.text AS BLOB), a.start_byte + 1, a.end_byte - a.start_byte), a.value, a.reason, "
        "a.score"
        " FROM arguments a JOIN reports r ON r.id = a.report JOIN documents d ON d.id = r.document"
        " WHERE a.report = ? ORDER BY a.number",
        report);
    while (rows.next()) {
        const auto letter = rows.text();
        const auto role = letter.size() == 1 ? parse_role(letter.front()) : std::nullopt;
        if (!role) throw SqliteError{ErrorKind::malformed, "is damaged ('" + letter + "' is no role)"};
        auto& argument = arguments.emplace_back();
        argument.role = *role;
        const bool has_span = rows.number() != 0;
        const auto span = read_span(rows);
        if (has_span) argument.span = span;
        argument.words = rows.text();
        argument.value = rows.text();
        argument.reason = rows.text();
        argument.score = rows.real();
    }
    return arguments;
}

Evidence read_evidence(Database& database, Query& rows) {
    Evidence evidence;
    evidence.report = rows.text();
    evidence.document = rows.text();
    evidence.title = rows.text();
    evidence.publisher = rows.text();
    evidence.url = rows.text();
    evidence.date = read_day(rows);
    evidence.model = rows.text();
    evidence.sentence_number = rows.size();
    evidence.sentence = read_span(rows);
    evidence.sentence_text = rows.text();
    evidence.act = rows.text();
    evidence.status = read_status(rows);
    evidence.score = rows.real();
    evidence.status_score = rows.real();
    evidence.trigger = read_span(rows);
    evidence.trigger_text = rows.text();
    evidence.leads = rows.number() != 0;
    evidence.link_reason = rows.text();
    evidence.arguments = load_arguments(database, evidence.report);
    return evidence;
}

}  // namespace

Evidence load_lead(Database& database, const std::string& event) {
    static const auto k_sql = fmt::format("SELECT {} WHERE l.event = ? AND l.lead = 1", k_evidence_columns);
    auto rows = database.query(k_sql, event);
    if (!rows.next())
        throw SqliteError{ErrorKind::malformed, "is damaged (event " + event + " has no report)"};
    return read_evidence(database, rows);
}

std::vector<Evidence> load_reports(Database& database, const std::string& event) {
    static const auto k_sql =
        fmt::format("SELECT {} WHERE l.event = ? ORDER BY l.lead DESC, d.date, r.id", k_evidence_columns);
    std::vector<Evidence> reports;
    auto rows = database.query(k_sql, event);
    while (rows.next()) reports.push_back(read_evidence(database, rows));
    return reports;
}

std::vector<std::string> find_events(Database& database, const std::string& prefix, std::size_t limit) {
    std::vector<std::string> ids;
    // '~' sorts after every character of an id.
    auto rows = database.query("SELECT id FROM events WHERE id >= ?1 AND id < ?1 || '~' ORDER BY id LIMIT ?2",
                               prefix, limit);
    while (rows.next()) ids.push_back(rows.text());
    return ids;
}

EventRow load_event(Database& database, const std::string& id) {
    static const auto k_sql = fmt::format("SELECT {} FROM events e WHERE e.id = ?", k_event_columns);
    auto rows = database.query(k_sql, id);
    if (!rows.next()) throw SqliteError{ErrorKind::malformed, "is damaged (no event " + id + ")"};
    return read_event(rows);
}

std::vector<PairRow> load_pairs(Database& database) {
    std::vector<PairRow> pairs;
    auto rows = database.query(
        "SELECT p.a, p.b, count(*), min(e.day), max(e.day) FROM event_pairs p JOIN events e ON e.id = p.event"
        " GROUP BY p.a, p.b ORDER BY p.a, p.b");
    while (rows.next()) {
        auto& pair = pairs.emplace_back();
        pair.a = rows.text();
        pair.b = rows.text();
        pair.events = rows.size();
        pair.first_day = read_day(rows);
        pair.last_day = read_day(rows);
    }
    return pairs;
}

}  // namespace dragoman
