#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coder/model_card.h"
#include "coder/network_output.h"
#include "coder/wordpiece.h"
#include "event/mention.h"

namespace dragoman {

/// The act that came nearest to being read, but stayed below the threshold.
struct RunnerUp {
    ActId act{};
    Span trigger;            ///< one word, bytes of the sentence
    double probability = 0;  ///< calibrated, that this act is at this word, 0..1
};

/// What the coder reads in one sentence.
struct Reading {
    std::vector<Mention> mentions;          ///< spans count from the sentence's start; Mention::sentence is 0
    std::optional<RunnerUp> best_rejected;  ///< the strongest word below the threshold; none if no word is
    bool cut = false;                       ///< too long: its end was not read
};

/// How outputs are to be read.
struct Decoding {
    Thresholds thresholds;
    Calibration calibration;
    std::vector<ActId> acts;         ///< of the network's act outputs
    std::vector<std::string> types;  ///< their PLOVER types
    double min_confidence = 0;       ///< mentions with a lower score are left out

    /// Asks for all mentions with that score or more (0..1), those that the thresholds leave out too.
    void demand(double confidence);
};

/// Turns the network's output for one sentence into mentions:
///  - A word whose first piece says "some act" with thresholds.find or more is a trigger, with its likeliest
///  act, and
///    with the second if that alone reaches thresholds.second. Words of one type that stay below find, each
///    with 0.2 or more and within 8 words, share it: if their sum reaches find, the likeliest is the trigger.
///    Of one act's triggers within a chunk (a stretch without white space) only the surest stays.
///  - The trigger is the word, or its whole chunk without outer punctuation if there is a hyphen inside and
///  no other
///    trigger ("re-open").
///  - Status is the likeliest. Each role's words carry B, I or O tags, read as the likeliest path; an
///  argument of punctuation only is dropped.
///  - A mention's score is the calibrated probability of its act at its trigger (for a shared act, the sum).
///  - An actor, recipient or place that is implicit with thresholds.implicit or more and was not found
///  becomes an
///    argument without span.
/// `pieces` must be the sentence's own and output.pieces their number.
Reading decode(std::string_view sentence, const Pieces& pieces, const NetworkOutput& output,
               const Decoding& decoding);

}  // namespace dragoman
