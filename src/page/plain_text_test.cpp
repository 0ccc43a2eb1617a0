#include "page/plain_text.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(PlainText, KeepsTheTextAsItIs) {
    const auto article = read_plain_text("\n Talks resume \r\n\r\nBoth sides\nmet. \n", "a.txt");
    ASSERT_TRUE(article);
    EXPECT_EQ(article->text, "\n Talks resume \r\n\r\nBoth sides\nmet. \n");
    EXPECT_EQ(article->title, "Talks resume");
}

TEST(PlainText, DropsTheMarkAndRepairsBytes) {
    const auto article = read_plain_text(
        "\xEF\xBB\xBF"
        "Both sides met\xFF in Klow.",
        "a.txt");
    ASSERT_TRUE(article);
    EXPECT_EQ(article->text, "Both sides met\xEF\xBF\xBD in Klow.");
    EXPECT_EQ(article->title, "");
}

TEST(PlainText, RefusesBlankText) {
    EXPECT_EQ(read_plain_text(" \n\t", "a.txt").error().to_line(), "a.txt: holds no text");
}

}  // namespace
}  // namespace dragoman
