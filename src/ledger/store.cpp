#include "ledger/store.h"

#include <map>
#include <set>

#include "ledger/derive.h"
#include "ledger/parties.h"
#include "ledger/reading.h"

namespace dragoman {
namespace {

void insert_document(Database& database, const CodedDocument& coded, const ReadingRecord& reading,
                     const std::string& model) {
    const auto& article = coded.document.article;
    database.run("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", article.id, article.title,
                 article.url, article.publisher, article.date, article.text, reading.text_sha, reading.sha,
                 model);
    std::size_t number = 0;
    for (const auto& sentence : coded.document.sentences) {
        database.run("INSERT INTO sentences VALUES (?, ?, ?, ?)", article.id, number++, sentence.begin,
                     sentence.end);
    }
    database.run("UPDATE meta SET model = ?1 WHERE model <> ?1", model);
}

void insert_arguments(Database& database, const Report& report) {
    std::size_t number = 0;
    for (const auto& argument : report.event->arguments) {
        std::optional<std::size_t> begin;
        std::optional<std::size_t> end;
        if (argument.span) begin = argument.span->begin, end = argument.span->end;
        database.run("INSERT INTO arguments VALUES (?, ?, ?, ?, ?, ?, ?, ?)", report.id, number++,
                     std::string{role_letter(argument.role)}, begin, end, argument.value, argument.reason,
                     argument.score);
    }
}

void insert_report(Database& database, const std::string& document, const Report& report) {
    const auto& event = *report.event;
    database.run("INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 report.id, document, event.sentence, report.act, to_string(event.status),
                 event.trigger.begin, event.trigger.end, event.score, event.status_score,
                 join_codes(report.actors), join_codes(report.recipients), report.time_value,
                 report.stated.first, report.stated.last, report.place, report.city, report.quantity,
                 report.block, report.sha);
    insert_arguments(database, report);
}

/// What the ledger already holds of a document.
struct OldReading {
    std::map<std::string, std::string> report_shas;  // by id
    std::set<std::string> blocks;
};

std::optional<std::string> find_reading_sha(Database& database, const std::string& document) {
    auto rows = database.query("SELECT reading_sha FROM documents WHERE id = ?", document);
    if (!rows.next()) return std::nullopt;
    return rows.text();
}

OldReading load_old_reading(Database& database, const std::string& document) {
    OldReading old;
    auto rows = database.query("SELECT id, sha, block FROM reports WHERE document = ?", document);
    while (rows.next()) {
        auto id = rows.text();
        old.report_shas.emplace(std::move(id), rows.text());
        old.blocks.insert(rows.text());
    }
    return old;
}

StoreSummary count_unchanged(Database& database, const std::string& document) {
    auto rows = database.query(
        "SELECT count(*), count(DISTINCT event) FROM reports JOIN links ON report = id WHERE document = ?",
        document);
    rows.next();
    StoreSummary summary;
    summary.documents.unchanged = 1;
    summary.reports.unchanged = rows.size();
    summary.events.unchanged = rows.size();
    return summary;
}

RowCounts compare_reports(const OldReading& old, const ReadingRecord& reading) {
    RowCounts counts;
    for (const auto& report : reading.reports) {
        const auto before = old.report_shas.find(report.id);
        if (before == old.report_shas.end())
            ++counts.created;
        else if (before->second == report.sha)
            ++counts.unchanged;
        else
            ++counts.replaced;
    }
    counts.removed = old.report_shas.size() - counts.unchanged - counts.replaced;
    return counts;
}

/// Writes what differs from what the ledger holds and notes whose events must be derived anew.
StoreSummary write_reading(Database& database, const CodedDocument& coded, const ReadingRecord& reading,
                           const std::string& model, std::set<std::string>& touched) {
    const auto& id = coded.document.article.id;
    const auto old_sha = find_reading_sha(database, id);
    if (old_sha == reading.sha) return count_unchanged(database, id);
    StoreSummary summary;
    ++(old_sha ? summary.documents.replaced : summary.documents.created);
    const auto old = old_sha ? load_old_reading(database, id) : OldReading{};
    if (old_sha) database.run("DELETE FROM documents WHERE id = ?", id);
    touched.insert(old.blocks.begin(), old.blocks.end());
    insert_document(database, coded, reading, model);
    for (const auto& report : reading.reports) {
        insert_report(database, id, report);
        touched.insert(report.block);
    }
    summary.reports = compare_reports(old, reading);
    return summary;
}

}  // namespace

RowCounts& RowCounts::operator+=(const RowCounts& other) {
    created += other.created;
    unchanged += other.unchanged;
    replaced += other.replaced;
    removed += other.removed;
    return *this;
}

StoreSummary& StoreSummary::operator+=(const StoreSummary& other) {
    documents += other.documents;
    reports += other.reports;
    events += other.events;
    return *this;
}

Result<StoreSummary> store_documents(Database& database, std::span<const CodedDocument> documents,
                                     const std::string& model, const ActTable& acts,
                                     const PartyTable& parties) {
    StoreSummary summary;
    std::set<std::string> touched;  // blocks
    for (const auto& document : documents) {
        const auto reading = make_reading(document, model, acts, parties);
        if (!reading) return reading.error();
        summary += write_reading(database, document, *reading, model, touched);
    }
    for (const auto& block : touched) summary.events += derive_block(database, block);
    return summary;
}

}  // namespace dragoman
