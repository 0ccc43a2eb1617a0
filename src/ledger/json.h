#pragma once

#include <nlohmann/json.hpp>

#include "ledger/answer.h"
#include "ledger/store.h"

namespace dragoman {

// The answers of the ledger as JSON. Days are "YYYY-MM-DD"; what is not known is null. Offsets are bytes of
// the document's text, ends exclusive.

nlohmann::ordered_json to_json(const StoreSummary& summary);
nlohmann::ordered_json to_json(const Evidence& evidence);
nlohmann::ordered_json to_json(const PairState& state);
nlohmann::ordered_json to_json(const EventRow& event);
nlohmann::ordered_json to_json(const StateRow& row);
nlohmann::ordered_json to_json(const TimelineRow& row);
nlohmann::ordered_json to_json(const EventDossier& dossier);
nlohmann::ordered_json to_json(const PairRow& row);

/// A list of any of these.
template <class Row>
nlohmann::ordered_json to_json(const std::vector<Row>& rows) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& row : rows) list.push_back(to_json(row));
    return list;
}

}  // namespace dragoman
