#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace dragoman {

/// Somebody whom a participant may be that its phrase does not name, with what speaks for or against it.
struct Candidate {
    std::string countries;              ///< sorted, joined by '+': what tells candidates apart
    std::string shown;                  ///< how the text names it, for the reason
    std::vector<std::string> features;  ///< "before:0", "title", ...; train/choice.py prints what they weigh
};

/// A log-linear model: a candidate's score is the sum of the weights of its features in each of the contexts
/// of the participant that is sought, and its probability the share of exp(score) among the candidates.
class ChoiceModel {
  public:
    /// Reads data_dir/actors/choice.tsv. Errors name file and line.
    static Result<ChoiceModel> load(const std::string& data_dir);

    /// One probability for each candidate, in their order; they add up to 1.
    [[nodiscard]] std::vector<double> probabilities(const std::vector<Candidate>& candidates,
                                                    const std::vector<std::string>& contexts) const;

  private:
    [[nodiscard]] double weight(std::string_view feature, std::string_view context) const;

    std::unordered_map<std::string, double> weights_;  // key: feature, a space, context
};

}  // namespace dragoman
