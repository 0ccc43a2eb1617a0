#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coder/decode.h"
#include "coder/encoder.h"
#include "coder/model_card.h"
#include "coder/wordpiece.h"
#include "event/act_table.h"

namespace dragoman {

struct CoderOptions {
    unsigned threads = 1;  ///< 1..256; read() uses so many
    std::optional<double>
        min_confidence;  ///< mentions below this are not given (0..1); none: the card's thresholds
};

/// Reads sentences: which acts they tell of, with whom, when, where. Immutable; may be shared by threads.
class Coder {
  public:
    /// Loads a model folder (docs/model.md) and lets it read the card's samples: a model that reads them
    /// otherwise than it did when it was made (other acts, other triggers, a score off by more than 0.05) is
    /// refused.
    static Result<Coder> load(const std::string& model_dir, const ActTable& acts,
                              const CoderOptions& options = {});

    /// The reading of each sentence, in their order. Sentences are any bytes, best valid UTF-8. A sentence's
    /// reading depends on nothing but itself. Give many at once: they go through the network in batches.
    [[nodiscard]] std::vector<Reading> read(std::span<const std::string_view> sentences) const;

    [[nodiscard]] const ModelCard& card() const { return card_; }

  private:
    Coder(ModelCard card, WordPiece tokenizer, Encoder encoder, const ActTable& acts, unsigned threads);

    [[nodiscard]] std::optional<Error> check_samples() const;

    ModelCard card_;
    WordPiece tokenizer_;
    Encoder encoder_;
    Decoding decoding_;
    unsigned threads_;
};

}  // namespace dragoman
