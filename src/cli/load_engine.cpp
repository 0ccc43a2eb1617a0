#include "cli/load_engine.h"

#include <algorithm>
#include <thread>

namespace dragoman {

Result<std::unique_ptr<Engine>> load_engine(const std::string& home, const std::string& model, unsigned jobs,
                                            std::optional<double> min_confidence) {
    const unsigned threads = jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
    return Engine::load({home + "/data", home + "/models/" + model, threads, min_confidence});
}

}  // namespace dragoman
