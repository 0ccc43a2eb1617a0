#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "ledger/event_row.h"
#include "ledger/state.h"

namespace dragoman {

/// An argument of a report with its words.
struct ArgumentRow {
    Role role = Role::actor;
    std::optional<Span> span;  ///< bytes of the document's text; none: supplied from the rest of the text
    std::string words;         ///< empty without a span
    std::string value;
    std::string reason;
    double score = 0;
};

/// One report with all that a reader needs to check it.
struct Evidence {
    std::string report;  ///< id
    std::string document;
    std::string title;
    std::string publisher;
    std::string url;
    std::optional<Day> date;
    std::string model;
    std::size_t sentence_number = 0;  ///< from 0
    Span sentence;                    ///< bytes of the document's text
    std::string sentence_text;
    std::string act;
    Status status = Status::actual;
    double score = 0;
    double status_score = 0;
    Span trigger;  ///< bytes of the document's text
    std::string trigger_text;
    std::vector<ArgumentRow> arguments;
    bool leads = false;       ///< gives the event its time and parties
    std::string link_reason;  ///< why it is a report of this event
};

/// A line of a pair's state; see PairState. Its `detail` holds the actor's words too where the rule asks for
/// them.
struct StateRow {
    PairState state;
    double confidence = 0;  ///< of the event, 0..1
    std::size_t reports = 0;
    std::size_t documents = 0;
    std::optional<Evidence> evidence;  ///< of the event's leading report; none where nothing is stated
};

/// An event in the history of a pair.
struct TimelineRow {
    EventRow event;
    Evidence evidence;  ///< of the leading report
};

/// All that is known of one event.
struct EventDossier {
    EventRow event;
    std::vector<Evidence> reports;  ///< the leading one first, then by date
    std::vector<PairState> states;  ///< that it set, ended or confirmed, or claims, in all its pairs
};

/// A pair of countries between which anything was reported.
struct PairRow {
    std::string a;  ///< a < b
    std::string b;
    std::size_t events = 0;
    std::optional<Day> first_day;
    std::optional<Day> last_day;
    std::string relations;  ///< "established", or k_none_stated
};

/// Shown for a pair's relations when no event says anything of them; "none" means that they are said not to
/// exist.
inline constexpr std::string_view k_none_stated = "none stated";

}  // namespace dragoman
