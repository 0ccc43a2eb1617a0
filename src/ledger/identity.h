#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/period.h"
#include "event/mention.h"
#include "ledger/parties.h"

namespace dragoman {

// When are two reports reports of one event? First version of the rule:
//
// 1. They must agree in act, status and parties: both sets of codes, or for a symmetric act (meet, sign) the
// union of
//    both. All who act for a state count as that state. This part of the key is the block. A plan and its
//    fulfilment differ in status, so they are two events. Where it is not known who acted, a report can only
//    be the same as another of its own sentence.
// 2. Within a block, times must agree. The most exact stated period leads an event; equal periods join it; so
// does a
//    wider one, of a year at most, if it contains the leading period of exactly one event (of two: nobody can
//    tell which, so it stays apart). A half-open period joins only an equal one.
// 3. A report without a time joins the latest event of its own document; else the latest event that ended in
// the week
//    before the document's date, or that is dated no wider than a month around it; else it is an event
//    "reported by" that date, which reports of the following week join.
//
// The result depends on the set of reports alone, not on the order in which they were stored.

/// What identity looks at in one report of a block.
struct IdentityReport {
    std::string id;
    std::string document;
    std::optional<Day> document_date;
    Period stated;  ///< both ends open: no time stated
    std::string time_value;
    double score = 0;
};

/// Reports of one event: places in the given list and, for each, why it is here. The first one leads.
struct ReportGroup {
    std::string anchor;  ///< unlike that of every other event of the block
    std::vector<std::size_t> members;
    std::vector<std::string> reasons;
};

/// Sorts the reports of one block into events by rules 2 and 3.
std::vector<ReportGroup> group_reports(std::span<const IdentityReport> reports);

/// The block of rule 1 in a form to read: "recognize actual CUB>KOR", "meet actual CUB,KOR", "attack actual
/// >IRQ @doc#4".
std::string identity_block(const Act& act, Status status, const std::vector<std::string>& actors,
                           const std::vector<std::string>& recipients, const std::string& document,
                           std::size_t sentence, const PartyTable& parties);

}  // namespace dragoman
