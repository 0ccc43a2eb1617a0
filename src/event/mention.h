#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "event/act_table.h"

namespace dragoman {

/// Whether the act happened, as the text has it (codebook, section 3).
enum class Status : std::uint8_t { actual, planned, possible, alleged, denied };
inline constexpr std::size_t k_status_count = 5;

/// What an argument is to its event (codebook, section 4): A, R, P, T, Q, B.
enum class Role : std::uint8_t { actor, recipient, place, time, quantity, source };
inline constexpr std::size_t k_role_count = 6;

std::string_view to_string(Status status);             ///< "actual"
std::optional<Status> parse_status(std::string_view);  ///< the reverse
char role_letter(Role role);                           ///< 'A', 'R', 'P', 'T', 'Q', 'B'
std::optional<Role> parse_role(char letter);           ///< the reverse

/// A stretch of the sentence that fills a role. No span: the sentence leaves it out and the text must supply
/// it (`~`).
struct Argument {
    Role role = Role::actor;
    std::optional<Span> span;  ///< bytes of the document's text
    double score = 0;          ///< 0..1
};

/// What the coder reads in one sentence: one act with its words, before anything is looked up.
struct Mention {
    std::size_t sentence = 0;  ///< index into Document::sentences
    ActId act{};
    double score = 0;  ///< probability of this act at this trigger, 0..1
    Span trigger;      ///< one word, bytes of the document's text
    Status status = Status::actual;
    double status_score = 0;
    std::vector<Argument>
        arguments;  ///< in order of role, then of place in the text; those without span last
};

}  // namespace dragoman
