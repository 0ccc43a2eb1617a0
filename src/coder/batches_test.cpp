#include "coder/batches.h"

#include <gtest/gtest.h>

#include <set>

namespace dragoman {
namespace {

TEST(Batches, EqualLengthsTogetherLongestFirst) {
    const std::vector<std::size_t> lengths = {5, 9, 5, 7, 9, 5};
    const std::vector<Batch> expected = {{1, 4}, {3}, {0, 2, 5}};
    EXPECT_EQ(plan_batches(lengths), expected);
    EXPECT_TRUE(plan_batches({}).empty());
}

TEST(Batches, AreSmallWhereSentencesAreLong) {
    std::vector<std::size_t> lengths(100, 10);
    lengths.insert(lengths.end(), 3, 4096);
    std::set<std::size_t> seen;
    for (const auto& batch : plan_batches(lengths)) {
        EXPECT_LE(batch.size(), lengths[batch[0]] == 10 ? 4U : 1U);
        for (const auto i : batch) {
            EXPECT_EQ(lengths[i], lengths[batch[0]]);
            EXPECT_TRUE(seen.insert(i).second);
        }
    }
    EXPECT_EQ(seen.size(), lengths.size());
}

}  // namespace
}  // namespace dragoman
