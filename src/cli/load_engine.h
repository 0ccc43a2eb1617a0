#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "pipeline/engine.h"

namespace dragoman {

/// The engine with a model of home/models and the data of home/data; `jobs` threads, 0: one for each
/// processor.
Result<std::unique_ptr<Engine>> load_engine(const std::string& home, const std::string& model, unsigned jobs,
                                            std::optional<double> min_confidence);

}  // namespace dragoman
