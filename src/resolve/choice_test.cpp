#include "resolve/choice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace dragoman {
namespace {

namespace fs = std::filesystem;

class Choosing : public testing::Test {
  protected:
    void SetUp() override { fs::create_directories(folder_ / "actors"); }
    void TearDown() override { fs::remove_all(folder_); }

    Result<ChoiceModel> model(const std::string& rows) const {
        std::ofstream{folder_ / "actors/choice.tsv"} << "feature\tcontext\tweight\n" << rows;
        return ChoiceModel::load(folder_.string());
    }

    fs::path folder_ = fs::path{testing::TempDir()} / "dragoman_choice";
};

TEST_F(Choosing, AddsWeightsOfFeaturesInTheirContexts) {
    const auto read = model("near\t*\t1.5\nnear\tA:it\t-0.5\ntitle\t*\t0.25\n");
    ASSERT_TRUE(read.ok()) << read.error().to_line();
    const auto shares =
        read->probabilities({{"CUB", "", {"near", "title"}}, {"KOR", "", {"never-seen"}}}, {"*", "A:it"});
    ASSERT_EQ(shares.size(), 2U);
    EXPECT_NEAR(shares[0], std::exp(1.25) / (std::exp(1.25) + 1), 1e-9);
    EXPECT_NEAR(shares[0] + shares[1], 1, 1e-9);
}

TEST_F(Choosing, StandsScoresBeyondWhatExpTakes) {
    const auto read = model("near\t*\t5000\n");
    ASSERT_TRUE(read.ok());
    const auto shares = read->probabilities({{"CUB", "", {"near"}}, {"KOR", "", {}}}, {"*"});
    EXPECT_DOUBLE_EQ(shares[0], 1);
    EXPECT_TRUE(read->probabilities({}, {"*"}).empty());
}

TEST_F(Choosing, RefusesAWeightThatIsNoNumber) {
    const auto read = model("near\t*\tmuch\n");
    ASSERT_FALSE(read.ok());
    EXPECT_NE(read.error().to_line().find("'much' is no weight"), std::string::npos);
}

TEST_F(Choosing, SaysWhichFileIsMissing) {
    const auto read = ChoiceModel::load((folder_ / "nowhere").string());
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace dragoman
