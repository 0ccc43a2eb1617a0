#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "cli/commands.h"
#include "pipeline/engine.h"

namespace dragoman {

/// The engine with the chosen model of home/models and the data of home/data.
Result<std::unique_ptr<Engine>> load_engine(const std::string& home, const EngineChoice& choice);

}  // namespace dragoman
