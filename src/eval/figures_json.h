#pragma once

#include <nlohmann/json.hpp>

#include "eval/figures.h"
#include "eval/reliability.h"

namespace dragoman {

/// The figures under the names and with the four digits of score_coding.py --json; with `by_act`, its
/// "by_act" too.
nlohmann::ordered_json figures_to_json(const Figures& figures, bool by_act);

/// {"ece", "bins": [{"from", "to", "count", "mean_score", "accuracy"}]}; empty bins are left out.
nlohmann::ordered_json reliability_to_json(const Reliability& reliability);

}  // namespace dragoman
