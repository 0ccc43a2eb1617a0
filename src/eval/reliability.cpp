#include "eval/reliability.h"

#include <algorithm>
#include <cmath>

namespace dragoman {

double ReliabilityBin::mean_score() const {
    return count == 0 ? 0 : score_sum / static_cast<double>(count);
}

double ReliabilityBin::accuracy() const {
    return count == 0 ? 0 : static_cast<double>(right) / static_cast<double>(count);
}

Reliability reliability_of(const std::vector<Judged>& judged) {
    Reliability reliability;
    for (const auto& answer : judged) {
        const double place = std::clamp(answer.score, 0.0, 1.0) * static_cast<double>(k_reliability_bins);
        auto& bin = reliability.bins[std::min(static_cast<std::size_t>(place), k_reliability_bins - 1)];
        ++bin.count;
        bin.right += answer.right ? 1U : 0U;
        bin.score_sum += answer.score;
    }
    for (const auto& bin : reliability.bins) {
        if (bin.count == 0) continue;
        const double share = static_cast<double>(bin.count) / static_cast<double>(judged.size());
        reliability.error += share * std::abs(bin.mean_score() - bin.accuracy());
    }
    return reliability;
}

}  // namespace dragoman
