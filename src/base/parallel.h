#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace dragoman {

/// Calls work(i) once for each i in [0, count) on up to `threads` threads and returns when all are done.
/// `work` must not throw, and calls for different i must not depend on one another.
template <class Work>
void parallel_for(std::size_t count, unsigned threads, const Work& work) {
    std::atomic<std::size_t> next{0};
    const auto pull = [&] {
        for (std::size_t i = next++; i < count; i = next++) work(i);
    };
    if (threads <= 1 || count <= 1) return pull();
    std::vector<std::jthread> pool;
    for (unsigned t = 0; t < threads; ++t) pool.emplace_back(pull);
}

}  // namespace dragoman
