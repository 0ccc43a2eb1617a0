#pragma once

#include <string>
#include <vector>

#include "eval/coding.h"
#include "eval/figures.h"
#include "event/act_table.h"

namespace dragoman {

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
