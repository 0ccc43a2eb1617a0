#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "event/mention.h"
#include "text/document.h"

namespace dragoman {

/// A town on the map.
struct NamedPlace {
    std::string name;           ///< the usual one: "Mumbai", also where the text says Bombay
    double lat = 0;             ///< degrees north
    double lon = 0;             ///< degrees east
    std::int64_t geonames = 0;  ///< its number in GeoNames
};

/// An argument with what it stands for.
struct CodedArgument {
    Role role = Role::actor;
    std::optional<Span> span;  ///< none: supplied from the rest of the text
    /// As the codebook writes it: actors "CUB.GOV", "KOR+PRK", "UNK"; place "CUB"; time
    /// "2015-06-22/2015-06-28"; quantity "money 57000000 USD".
    std::string value;
    std::string reason;  ///< why this value: the dictionary entry, or the rule and what it started from
    double score = 0;    ///< of the span, 0..1
    std::optional<NamedPlace> town = {};  ///< of a place: the town that its words name, if it is known
};

/// A coded, resolved act of one sentence.
struct Event {
    std::size_t sentence = 0;
    ActId act{};
    double score = 0;
    Span trigger;
    Status status = Status::actual;
    double status_score = 0;
    std::vector<CodedArgument> arguments;
};

/// Why a sentence gave no event: the strongest reading that fell short, if there was any.
struct Refusal {
    std::size_t sentence = 0;
    std::optional<ActId> act;  ///< none: nothing in the sentence looked like an act
    Span trigger;
    double score = 0;
};

/// A document with its events, in order of sentence and trigger: what the coder and the resolvers make of an
/// article.
struct CodedDocument {
    Document document;
    std::vector<Event> events;
    std::vector<Refusal> refusals;  ///< one for each sentence without event
};

/// The country codes of an event's arguments in that role, sorted, without sectors and without UNK.
std::vector<std::string> countries_of(const Event& event, Role role);

}  // namespace dragoman
