#include "base/workers.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace dragoman {

void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    std::exception_ptr failure;
    const auto pull = [&] {
        try {
            for (auto i = next++; i < count; i = next++) work(i);
        } catch (...) {
            next = count;
            const std::scoped_lock lock{guard};
            if (!failure) failure = std::current_exception();
        }
    };
    {
        const auto helpers = std::min<std::size_t>(threads, count);
        std::vector<std::jthread> pool;
        for (std::size_t i = 1; i < helpers; ++i) pool.emplace_back(pull);
        pull();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace dragoman
