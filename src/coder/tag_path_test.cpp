#include "coder/tag_path.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman {
namespace {

/// The path as letters, of words given by their probabilities.
std::string path(const std::vector<TagScores>& words) {
    std::string letters;
    for (const auto tag : likeliest_tags(words)) letters += "OBI"[static_cast<std::size_t>(tag)];
    return letters;
}

constexpr TagScores k_out{0.9, 0.05, 0.05};
constexpr TagScores k_open{0.05, 0.9, 0.05};
constexpr TagScores k_on{0.05, 0.05, 0.9};

TEST(TagPath, TakesSureTagsAsTheyAre) {
    EXPECT_EQ(path({}), "");
    EXPECT_EQ(path({k_out, k_open, k_on, k_out, k_open}), "OBIOB");
    EXPECT_EQ(path({k_open, k_open, k_on}), "BBI");
}

TEST(TagPath, NeverGoesOnWithWhatIsNotOpen) {
    EXPECT_EQ(path({k_out, k_on, k_on, k_out}).find("OI"), std::string::npos);
    EXPECT_EQ(path({{0.05, 0.15, 0.8}, k_on}), "BI");
}

TEST(TagPath, ClosesAGapThatIsLikelierInsideThanTwoSpans) {
    EXPECT_EQ(path({k_open, {0.5, 0.05, 0.45}, k_on}), "BII");
    EXPECT_EQ(path({k_open, {0.9, 0.05, 0.05}, k_open}), "BOB");
}

TEST(TagPath, OpensNothingForAWordThatIsHardlyLikelierInside) {
    EXPECT_EQ(path({k_out, {0.45, 0.5, 0.05}, k_out}), "OOO");
    EXPECT_EQ(path({k_out, {0.3, 0.65, 0.05}, k_out}), "OBO");
}

TEST(TagPath, StandsProbabilitiesOfZero) {
    EXPECT_EQ(path({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}}).size(), 4U);
}

}  // namespace
}  // namespace dragoman
