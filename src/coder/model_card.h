#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "coder/wordpiece.h"
#include "event/act_table.h"

namespace dragoman {

/// Probabilities, as the network gives them, from which the decoder believes it, 0..1.
struct Thresholds {
    double find = 0.5;      ///< a word is a trigger
    double second = 0.35;   ///< a trigger carries this second act too
    double implicit = 0.5;  ///< the text, not the sentence, supplies a participant
};

/// How far the network's probability of an act may be trusted: p becomes 1 / (1 + exp(-(slope * logit(p) +
/// shift))), fitted so that of the events printed with 0.8 eight in ten are right (Platt 1999).
struct Calibration {
    double slope = 1;  ///< above 0
    double shift = 0;

    [[nodiscard]] double apply(double probability) const;
    /// The network's probability that apply() turns into `confidence`.
    [[nodiscard]] double undo(double confidence) const;
};

/// What the model read in one of its sample sentences when it was made.
struct SampleMention {
    ActId act{};
    Span trigger;  ///< bytes of the sample's text
    double score = 0;
};

/// A sentence that every copy of the model must read alike.
struct Sample {
    std::string text;
    std::vector<SampleMention> mentions;  ///< in the order in which the decoder gives them
};

/// card.json of a model folder: what the model is and how to use it.
struct ModelCard {
    std::string name;
    std::string version;
    std::string encoder;  ///< what it was trained from
    std::string licence;
    std::vector<ActId> acts;  ///< in the order of the network's outputs
    std::size_t max_pieces = 0;
    Thresholds thresholds;
    Calibration calibration;
    SpecialPieces special_pieces;
    std::vector<Sample> samples;
};

/// A model folder as read: the files' bytes are those whose hashes the card names.
struct ModelFolder {
    ModelCard card;
    std::string network;     ///< model.xml
    std::string weights;     ///< model.bin, or model.bin.1, model.bin.2, ... joined
    std::string vocabulary;  ///< vocab.txt
};

/// Reads card.json and the files it names. Errors name the file: not there, not JSON, a field missing or out
/// of range, an act that the table does not hold, a file that is not the one the card was written for
/// (SHA-256).
Result<ModelFolder> read_model_folder(const std::string& folder, const ActTable& acts);

}  // namespace dragoman
