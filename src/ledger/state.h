#pragma once

#include <string>
#include <vector>

#include "ledger/event_row.h"
#include "ledger/parties.h"
#include "ledger/rules.h"

namespace dragoman {

/// A field of a pair's state between two days, as events set it; or a claim: what a planned, possible,
/// alleged or denied event would set, and actual reports that set nothing because they have no date or a
/// dated event says otherwise.
struct PairState {
    bool claim = false;
    std::string field;     ///< "recognition"
    std::string from;      ///< country code: who recognises, sends, visits
    std::string to;        ///< the other one
    bool directed = true;  ///< false: both alike, from < to
    std::string value;     ///< "recognised"
    std::string detail;    ///< place or quantity where the rule shows one, else empty
    std::string text;      ///< "CUB recognises KOR"
    Status status = Status::actual;
    Known known = Known::stated;
    std::string since;             ///< time value as stated, else the day of the report, or empty
    std::optional<Day> since_day;  ///< of the replay
    std::optional<Day> reported;   ///< when the first document that says so was published
    std::string until;             ///< like since; empty: still so, as far as the ledger knows
    std::optional<Day> until_day;  ///< for a claim: when the act happened
    std::string event;             ///< that set it
    std::string until_event;       ///< that ended it, or empty
    std::string confirmed_by;      ///< latest event that says the same again, or empty
    std::string city;              ///< what tells missions of one state in another apart
    const Rule* rule = nullptr;
};

/// Replays the events of a pair of countries, which come in order of day and id, through the rules. Gives
/// every state that ever was and then the claims, each in the order of the fields in the rules, then of time.
std::vector<PairState> replay(const std::string& a, const std::string& b, const std::vector<EventRow>& events,
                              const RuleTable& rules, const PartyTable& parties);

/// Those that hold on that day as far as the ledger knows; without a day, at the end. Claims hold from the
/// day of the report until the act happens. Keeps the order.
std::vector<PairState> in_force(const std::vector<PairState>& states, std::optional<Day> on);

}  // namespace dragoman
