#include "resolve/words.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::vector<std::string> forms(std::string_view text) {
    const auto reader = WordReader::load(DRAGOMAN_SOURCE_DIR "/data");
    EXPECT_TRUE(reader.ok());
    std::vector<std::string> forms;
    for (const auto& word : reader->read(text, Span{0, text.size()})) forms.push_back(word.form);
    return forms;
}

using Forms = std::vector<std::string>;

TEST(Words, DropMarksStopsAndApostrophes) {
    EXPECT_EQ(forms("C\u00f4te d\u2019Ivoire"), (Forms{"Cote", "dIvoire"}));
    EXPECT_EQ(forms("U.S. envoys"), (Forms{"US", "envoys"}));
    EXPECT_EQ(forms("Peru's army, Mali\u2019s police"), (Forms{"Peru", "army", "Mali", "police"}));
    EXPECT_EQ(forms("Kim Gu-ri"), (Forms{"Kim", "Gu", "ri"}));
    EXPECT_EQ(forms("It left. A day later"), (Forms{"It", "left", "A", "day", "later"}));
}

TEST(Words, KnowTheirPlaceAndTheirNeighbours) {
    const auto reader = WordReader::load(DRAGOMAN_SOURCE_DIR "/data");
    ASSERT_TRUE(reader.ok());
    const std::string text = "Chad's US-backed army, it said";
    const auto words = reader->read(text, Span{0, text.size()});
    ASSERT_EQ(words.size(), 6U);
    EXPECT_TRUE(words[0].possessive);
    EXPECT_EQ(words[0].span.of(text), "Chad");
    EXPECT_TRUE(words[2].glued);
    EXPECT_FALSE(words[3].glued);
    EXPECT_TRUE(words[4].after_break);
}

TEST(Words, TakeAnyBytes) {
    EXPECT_EQ(forms("\xff\xfe'''s..-- \xe2\x80"), Forms{"s"});
    EXPECT_TRUE(forms("").empty());
}

}  // namespace
}  // namespace dragoman
