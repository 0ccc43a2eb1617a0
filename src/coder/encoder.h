#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "coder/network_output.h"

namespace dragoman {

/// The network, ready to run. One compiled copy serves all threads.
class Encoder {
  public:
    /// Compiles the network (OpenVINO IR: model.xml and model.bin as bytes) for `threads` concurrent run()
    /// calls. Errors: it is no IR, or has not the inputs and outputs of docs/model.md with `act_count` acts.
    static Result<Encoder> load(const std::string& network, std::string weights, std::size_t act_count,
                                unsigned threads);

    Encoder(Encoder&&) noexcept;
    Encoder& operator=(Encoder&&) noexcept;
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    ~Encoder();

    /// Gets the output of one row of a batch. Its spans are valid during the call only.
    using Taker = std::function<void(std::size_t row, const NetworkOutput& output)>;

    /// Runs sentences of equal length as one batch. A sentence's output does not depend, to the bit, on the
    /// others. May be called by several threads at once. Throws what the library throws if it runs out of
    /// memory.
    void run(std::span<const std::span<const std::int64_t>> sentences, const Taker& take) const;

  private:
    struct Engine;
    explicit Encoder(std::unique_ptr<Engine> engine);

    std::unique_ptr<Engine> engine_;
};

}  // namespace dragoman
