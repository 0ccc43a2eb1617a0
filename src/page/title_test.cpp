#include "page/title.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(CleanTitle, DropsTheSitesName) {
    EXPECT_EQ(clean_title("Talks resume | The Example Post", "Example Post"), "Talks resume");
    EXPECT_EQ(clean_title("Talks resume - World - Example Post", "Example Post"), "Talks resume - World");
    EXPECT_EQ(clean_title("Example Post: News | Talks resume", "Example Post"), "Talks resume");
    EXPECT_EQ(clean_title("Talks resume \xE2\x80\x93 Example Post World", "example post"), "Talks resume");
    EXPECT_EQ(clean_title("Talks resume | Gazette", ""), "Talks resume");
}

TEST(CleanTitle, KeepsWhatBelongsToTheHeadline) {
    EXPECT_EQ(clean_title("Talks resume - at last", ""), "Talks resume - at last");
    EXPECT_EQ(clean_title("Talks resume - at last", "Example Post"), "Talks resume - at last");
    EXPECT_EQ(clean_title("Syldavia-Borduria talks", "Example Post"), "Syldavia-Borduria talks");
    EXPECT_EQ(clean_title("Example Post", "Example Post"), "Example Post");
}

TEST(SameTitle, LooksAtLettersAndDigits) {
    EXPECT_TRUE(same_title("\xE2\x80\x9CTalks\xE2\x80\x9D resume!", "'talks' Resume"));
    EXPECT_FALSE(same_title("Talks resume", "Talks resumed"));
    EXPECT_FALSE(same_title("", ""));
}

}  // namespace
}  // namespace dragoman
