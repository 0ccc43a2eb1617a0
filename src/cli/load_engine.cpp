#include "cli/load_engine.h"

#include <algorithm>
#include <thread>

namespace dragoman {

Result<std::unique_ptr<Engine>> load_engine(const std::string& home, const EngineChoice& choice) {
    const unsigned threads =
        choice.jobs > 0 ? choice.jobs : std::max(1U, std::thread::hardware_concurrency());
    return Engine::load({home + "/data", home + "/models/" + choice.model, threads, choice.min_confidence});
}

}  // namespace dragoman
