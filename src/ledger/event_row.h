#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/period.h"
#include "event/mention.h"

namespace dragoman {

/// How the date of an event is known.
enum class Known : std::uint8_t {
    stated,    ///< a sentence says when
    reported,  ///< no sentence does: it is so by the date of the first document that reports it
    unknown,   ///< nor has any document a date
};

std::string_view to_string(Known known);             ///< "stated"
std::optional<Known> parse_known(std::string_view);  ///< the reverse

/// One event as the table `events` holds it, with its parties: all that a replay looks at.
struct EventRow {
    std::string id;
    std::string block;   ///< identity, without the time
    std::string anchor;  ///< identity, the time
    std::string act;
    Status status = Status::actual;
    std::string time_value;  ///< of the most exact report, or empty
    Period period;
    Known known = Known::unknown;
    /// For replay: the last day of the period, else its first, else `reported`. An actual event that is still
    /// within its period when it is reported ("this year") counts from the day of the report.
    std::optional<Day> day;
    std::optional<Day> reported;  ///< earliest date of a document that reports it
    std::string place;            ///< words, or empty
    std::string city;             ///< the same, or empty if the words say no more than the recipient
    std::string quantity;         ///< value, or empty
    std::size_t reports = 0;
    std::size_t documents = 0;
    double confidence = 0;  ///< of the surest report: score of the act times score of the status, 0..1
    std::vector<std::string> actors;  ///< codes, sorted
    std::vector<std::string> recipients;

    friend bool operator==(const EventRow&, const EventRow&) = default;
};

/// The pairs of countries between which an event is, each sorted, in order: those of actors with recipients;
/// if there are no recipients, those of actors with one another.
std::vector<std::pair<std::string, std::string>> pairs_of(const EventRow& event);

}  // namespace dragoman
