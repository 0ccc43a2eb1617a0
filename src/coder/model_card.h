#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "event/act_table.h"

namespace dragoman {

/// Probabilities from which the decoder believes the network, 0..1.
struct Thresholds {
    double find = 0.5;      ///< a word is a trigger
    double second = 0.35;   ///< a trigger carries this second act too
    double implicit = 0.5;  ///< the text, not the sentence, supplies a participant
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
    std::vector<Sample> samples;
};

/// A model folder as read: the files' bytes are those whose hashes the card names.
struct ModelFolder {
    ModelCard card;
    std::string network;     ///< model.xml
    std::string weights;     ///< model.bin
    std::string vocabulary;  ///< vocab.txt
};

/// Reads card.json and the files it names. Errors name the file: not there, not JSON, a field missing or out
/// of range, an act that the table does not hold, a file that is not the one the card was written for
/// (SHA-256).
Result<ModelFolder> read_model_folder(const std::string& folder, const ActTable& acts);

}  // namespace dragoman
