#pragma once

#include <map>
#include <string>
#include <vector>

#include "eval/coding.h"
#include "event/act_table.h"

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
        statuses;           ///< (key's, answer's) of found events
    std::size_t dated = 0;  ///< found events whose key has a time
    std::size_t date_strict = 0;
    std::size_t date_loose = 0;
    std::map<std::string, Ratio> by_act;

    [[nodiscard]] double status_macro_f1() const;
    [[nodiscard]] double status_accuracy() const;
};

/// An event that only one side has.
struct Miss {
    bool in_key = false;  ///< true: the answer lacks it; false: the key does
    std::string document;
    std::string act;
    std::string trigger;
    std::string sentence;
};

/// An answer's event that bears a score, and whether the key has its act there.
struct Judged {
    double score = 0;
    bool right = false;
};

struct Evaluation {
    Figures figures;
    std::vector<Miss> misses;    ///< in the key's order
    std::vector<Judged> judged;  ///< in the answer's order
};

/// Compares an answer with a key. Documents that the answer does not hold count as read without event; those
/// that the key does not hold do not count.
Evaluation evaluate(const std::vector<KeyDocument>& key, const Answer& answer, const ActTable& acts);

}  // namespace dragoman
