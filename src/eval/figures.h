#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace dragoman {

/// Hits among what was answered and what was to be found.
struct Ratio {
    std::size_t hits = 0;
    std::size_t answered = 0;
    std::size_t expected = 0;

    [[nodiscard]] double precision() const;
    [[nodiscard]] double recall() const;
    [[nodiscard]] double f1() const;
};

/// How an answer stands to a key: the figures of the codebook's scorer (score_coding.py), which says what
/// each means.
struct Figures {
    std::size_t documents = 0;
    Ratio find;
    Ratio type;
    Ratio act;
    Ratio tuple;
    Ratio interstate;
    Ratio tuple_status;
    Ratio role;
    Ratio country;  ///< of matched arguments; `answered` and `expected` are their number
    Ratio code;     ///< the same with sector
    Ratio place;
    Ratio quantity;
    std::map<std::pair<std::string, std::string>, std::size_t>
        statuses;       ///< (key's, answer's) of found events
    Ratio date_strict;  ///< of found events whose key has a time
    Ratio date_loose;   ///< the same, month only
    std::map<std::string, Ratio> by_act;

    [[nodiscard]] double status_macro_f1() const;
    [[nodiscard]] double status_accuracy() const;
};

}  // namespace dragoman
