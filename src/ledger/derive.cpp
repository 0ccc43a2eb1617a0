#include "ledger/derive.h"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/event_row.h"
#include "ledger/event_table.h"
#include "ledger/identity.h"
#include "ledger/reading.h"

namespace dragoman {
namespace {

struct Link {
    std::string event;
    bool leads = false;
    std::string reason;

    friend bool operator==(const Link&, const Link&) = default;
};

/// What a block's reports say, in the same order: for identity, for the event's row, and how they are linked
/// now.
struct Block {
    std::vector<IdentityReport> reports;
    std::vector<EventRow> says;  // act, status, parties, place, city, quantity
    std::vector<std::optional<Link>> links;
};

Block load_block(Database& database, const std::string& block) {
    Block loaded;
    auto rows = database.query(
        "SELECT r.id, r.document, d.date, r.first_day, r.last_day, r.time_value, r.score * r.status_score,"
        " r.act, r.status, r.actors, r.recipients, r.place, r.city, r.quantity, l.event, l.lead, l.reason"
        " FROM reports r JOIN documents d ON d.id = r.document LEFT JOIN links l ON l.report = r.id"
        " WHERE r.block = ? ORDER BY r.id",
        block);
    while (rows.next()) {
        auto& report = loaded.reports.emplace_back();
        report.id = rows.text();
        report.document = rows.text();
        report.document_date = read_day(rows);
        report.stated.first = read_day(rows);
        report.stated.last = read_day(rows);
        report.time_value = rows.text();
        report.score = rows.real();
        auto& says = loaded.says.emplace_back();
        says.act = rows.text();
        says.status = read_status(rows);
        says.actors = split_codes(rows.text());
        says.recipients = split_codes(rows.text());
        says.place = rows.text();
        says.city = rows.text();
        says.quantity = rows.text();
        auto& link = loaded.links.emplace_back();
        if (auto event = rows.optional_text()) {
            const bool leads = rows.number() != 0;
            link = Link{std::move(*event), leads, rows.text()};
        }
    }
    return loaded;
}

std::optional<Day> replay_day(const EventRow& event) {
    const auto& period = event.period;
    if (!period.first && !period.last) return event.reported;
    const auto day = period.last ? *period.last : *period.first;
    const bool still_open =
        event.reported && period.first && *period.first <= *event.reported && *event.reported < day;
    return event.status == Status::actual && still_open ? *event.reported : day;
}

/// Dates, counts and confidence over all reports of the event.
void fill_from_members(EventRow& event, const Block& block, const ReportGroup& group) {
    std::set<std::string_view> documents;
    for (const auto member : group.members) {
        const auto& report = block.reports[member];
        documents.insert(report.document);
        event.confidence = std::max(event.confidence, report.score);
        if (report.document_date && (!event.reported || *report.document_date < *event.reported)) {
            event.reported = report.document_date;
        }
        const auto& says = block.says[member];
        if (event.place.empty()) event.place = says.place;
        if (event.city.empty()) event.city = says.city;
        if (event.quantity.empty()) event.quantity = says.quantity;
    }
    event.reports = group.members.size();
    event.documents = documents.size();
}

EventRow make_event(const std::string& key, const Block& block, const ReportGroup& group) {
    const auto lead = group.members.front();
    auto event = block.says[lead];
    event.block = key;
    event.anchor = group.anchor;
    event.id = make_id('e', key + "\n" + group.anchor);
    event.time_value = block.reports[lead].time_value;
    event.period = block.reports[lead].stated;
    fill_from_members(event, block, group);
    event.day = replay_day(event);
    if (event.period.first || event.period.last)
        event.known = Known::stated;
    else
        event.known = event.reported ? Known::reported : Known::unknown;
    return event;
}

/// Writes the events that are new or differ, and takes those that are still right out of `old`.
RowCounts write_events(Database& database, const std::vector<EventRow>& events,
                       std::map<std::string, EventRow>& old) {
    RowCounts counts;
    for (const auto& event : events) {
        const auto before = old.find(event.id);
        if (before == old.end()) {
            insert_event(database, event);
            ++counts.created;
        } else if (before->second == event) {
            ++counts.unchanged;
        } else {
            update_event(database, event);
            ++counts.replaced;
        }
        if (before != old.end()) old.erase(before);
    }
    return counts;
}

void write_links(Database& database, const Block& block, const ReportGroup& group, const std::string& event) {
    for (std::size_t i = 0; i < group.members.size(); ++i) {
        const auto member = group.members[i];
        const Link link{event, i == 0, group.reasons[i]};
        if (block.links[member] == link) continue;
        database.run("INSERT OR REPLACE INTO links VALUES (?, ?, ?, ?)", block.reports[member].id, event,
                     static_cast<int>(link.leads), link.reason);
    }
}

}  // namespace

RowCounts derive_block(Database& database, const std::string& block) {
    const auto loaded = load_block(database, block);
    const auto groups = group_reports(loaded.reports);
    std::vector<EventRow> events;
    events.reserve(groups.size());
    for (const auto& group : groups) events.push_back(make_event(block, loaded, group));
    auto old = load_events_of_block(database, block);
    auto counts = write_events(database, events, old);
    for (std::size_t i = 0; i < groups.size(); ++i) write_links(database, loaded, groups[i], events[i].id);
    counts.removed = old.size();
    for (const auto& [id, event] : old) database.run("DELETE FROM events WHERE id = ?", id);
    return counts;
}

}  // namespace dragoman
