#include "coder/basic_words.h"

#include <gtest/gtest.h>

#include <limits>

namespace dragoman {
namespace {

/// "form@begin-end" of each word.
std::vector<std::string> words(std::string_view text, std::size_t limit = 1000) {
    std::vector<std::string> out;
    for (const auto& word : basic_words(text, limit)) {
        out.push_back(word.form + "@" + std::to_string(word.span.begin) + "-" +
                      std::to_string(word.span.end));
    }
    return out;
}

using Words = std::vector<std::string>;

TEST(BasicWords, LowersAndSplitsPunctuation) {
    EXPECT_EQ(words("The U.S.-led talks"),
              (Words{"the@0-3", "u@4-5", ".@5-6", "s@6-7", ".@7-8", "-@8-9", "led@9-12", "talks@13-18"}));
    EXPECT_EQ(words("$5 a|b"), (Words{"$@0-1", "5@1-2", "a@3-4", "|@4-5", "b@5-6"}));
    EXPECT_EQ(words(""), Words{});
    EXPECT_EQ(words(" \t\r\n "), Words{});
}

TEST(BasicWords, DropsAccentsButSpansCoverThem) {
    EXPECT_EQ(words("Caf\u00C9 x"), (Words{"cafe@0-5", "x@6-7"}));
    EXPECT_EQ(words("cafe\u0301 x"), (Words{"cafe@0-6", "x@7-8"}));
    EXPECT_EQ(words("\u0130zmir"), Words{"izmir@0-6"});
    EXPECT_EQ(words("\u0301 a"), Words{"a@3-4"});
}

TEST(BasicWords, DropsControlAndFormatCharacters) {
    EXPECT_EQ(words("co\u00ADop"), Words{"coop@0-6"});
    EXPECT_EQ(words("\uFEFFa\u200Bb"), Words{"ab@3-8"});
    EXPECT_EQ(words(std::string_view{"a\0b\x07", 4}), Words{"ab@0-3"});
    EXPECT_EQ(words("a\xFF\xC3 b"), (Words{"a@0-1", "b@4-5"}));
}

TEST(BasicWords, SplitsAtUnicodeSpacesAndChineseCharacters) {
    EXPECT_EQ(words("a\u00A0b\u3000c"), (Words{"a@0-1", "b@3-4", "c@7-8"}));
    EXPECT_EQ(words("a\u65E5\u672Cb"), (Words{"a@0-1", "\u65E5@1-4", "\u672C@4-7", "b@7-8"}));
}

TEST(BasicWords, PutsMarksInCanonicalOrder) {
    // U+302E (class 224, not dropped) and U+1D165 (class 216): the lower class comes first.
    EXPECT_EQ(words("a\u302E\U0001D165"), Words{"a\U0001D165\u302E@0-8"});
}

TEST(BasicWords, StopsAtTheLimitAndKeepsLongWordsShort) {
    EXPECT_EQ(words("a b c d", 2), (Words{"a@0-1", "b@2-3"}));
    const auto longest = basic_words(std::string(5000, 'x'), std::numeric_limits<std::size_t>::max());
    ASSERT_EQ(longest.size(), 1U);
    EXPECT_EQ(longest[0].characters, 5000U);
    EXPECT_EQ(longest[0].form.size(), k_max_word_characters + 1);
}

}  // namespace
}  // namespace dragoman
