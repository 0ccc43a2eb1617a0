#include "base/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace dragoman {
namespace {

TEST(Workers, DoEachIndexOnce) {
    std::vector<std::atomic<int>> done(1000);
    for_each_index(done.size(), 4, [&](std::size_t i) { ++done[i]; });
    for (const auto& times : done) EXPECT_EQ(times, 1);
    for_each_index(0, 4, [](std::size_t) { FAIL(); });
}

TEST(Workers, PassOnTheFirstException) {
    const auto work = [](std::size_t i) {
        if (i == 7) throw std::runtime_error{"seven"};
    };
    EXPECT_THROW(for_each_index(100, 3, work), std::runtime_error);
    EXPECT_THROW(for_each_index(100, 1, work), std::runtime_error);
}

}  // namespace
}  // namespace dragoman
