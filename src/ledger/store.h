#pragma once

#include <span>
#include <string>

#include "event/event.h"
#include "ledger/parties.h"
#include "ledger/sqlite.h"

namespace dragoman {

/// What a store did to the rows of one kind.
struct RowCounts {
    std::size_t created = 0;
    std::size_t unchanged = 0;
    std::size_t replaced = 0;
    std::size_t removed = 0;

    RowCounts& operator+=(const RowCounts& other);
    friend bool operator==(const RowCounts&, const RowCounts&) = default;
};

/// Sums up over documents with +=. Counts of events are of those that the documents' reports belong or
/// belonged to.
struct StoreSummary {
    RowCounts documents;
    RowCounts reports;
    RowCounts events;

    StoreSummary& operator+=(const StoreSummary& other);
    friend bool operator==(const StoreSummary&, const StoreSummary&) = default;
};

/// Writes documents with their sentences and reports, then brings the events of all blocks that they touch up
/// to date. The caller holds the transaction, and leaves it without commit after an error. The same reading
/// again changes nothing; another reading under the same id is replaced. Errors: malformed, see make_reading.
/// Throws SqliteError.
Result<StoreSummary> store_documents(Database& database, std::span<const CodedDocument> documents,
                                     const std::string& model, const ActTable& acts,
                                     const PartyTable& parties);

}  // namespace dragoman
