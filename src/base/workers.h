#pragma once

#include <cstddef>
#include <functional>

namespace dragoman {

/// Calls work(0) .. work(count - 1), each once, on up to `threads` threads (the caller's own is one of them).
/// If calls throw, the rest is left out and the first exception is thrown again here.
void for_each_index(std::size_t count, unsigned threads, const std::function<void(std::size_t)>& work);

}  // namespace dragoman
