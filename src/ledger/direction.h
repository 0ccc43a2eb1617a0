#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/event_row.h"
#include "ledger/parties.h"
#include "ledger/rules.h"

namespace dragoman {

/// Between which of the two countries, and in which direction, a rule applies to an event: (from, to), (to,
/// from), both or nothing. For an unordered rule at most (smaller, greater). Actors must act for their state,
/// recipients too where the rule says so; among actors without recipients only an unordered rule applies.
std::vector<std::pair<std::string, std::string>> directions_of(const EventRow& event, const Rule& rule,
                                                               const std::string& a, const std::string& b,
                                                               const PartyTable& parties);

}  // namespace dragoman
