#pragma once

#include <array>
#include <vector>

#include "eval/evaluate.h"

namespace dragoman {

/// Answers whose scores lie in one tenth of 0..1.
struct ReliabilityBin {
    std::size_t count = 0;
    std::size_t right = 0;
    double score_sum = 0;

    [[nodiscard]] double mean_score() const;  ///< 0 if empty
    [[nodiscard]] double accuracy() const;    ///< 0 if empty
};

inline constexpr std::size_t k_reliability_bins = 10;

/// Whether scores mean what they say: of the answers with a score around .8, eight in ten should be right.
struct Reliability {
    std::array<ReliabilityBin, k_reliability_bins> bins;
    /// Expected calibration error: the gap between mean score and accuracy, averaged over bins by their
    /// counts (Naeini et al. 2015). 0 if nothing was judged.
    double error = 0;
};

/// A score of 1 falls into the last bin.
Reliability reliability_of(const std::vector<Judged>& judged);

}  // namespace dragoman
