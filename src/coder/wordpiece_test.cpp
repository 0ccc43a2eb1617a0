#include "coder/wordpiece.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

// Numbers: [UNK] 0, [CLS] 1, [SEP] 2, then as they stand.
constexpr std::string_view k_vocabulary =
    "[UNK]\n[CLS]\n[SEP]\nembass\n##y\n##ies\nem\n##ba\n##bassy\n.\nsep\n[\n]\n\u00E6\n";

using Ids = std::vector<std::int64_t>;

WordPiece tokenizer() {
    return WordPiece::parse(k_vocabulary, "vocab.txt").value();
}

Ids ids(std::string_view text, std::size_t max_pieces = 100) {
    return tokenizer().split(text, max_pieces).ids;
}

TEST(WordPiece, TakesTheLongestPieceFromTheLeft) {
    EXPECT_EQ(ids("Embassy."), (Ids{1, 3, 4, 9, 2}));  // not "em" + "##bassy"
    EXPECT_EQ(ids("embassies"), (Ids{1, 3, 5, 2}));
    EXPECT_EQ(ids("emba"), (Ids{1, 6, 7, 2}));
    EXPECT_EQ(ids("\u00C6"), (Ids{1, 13, 2}));
    EXPECT_EQ(ids(""), (Ids{1, 2}));
}

TEST(WordPiece, AWordWithoutPiecesIsOneUnknown) {
    EXPECT_EQ(ids("embassq ."), (Ids{1, 0, 9, 2}));
    EXPECT_EQ(ids(std::string(101, 'y')), (Ids{1, 0, 2}));
}

TEST(WordPiece, NamesOfSpecialPiecesArePlainText) {
    EXPECT_EQ(ids("[SEP]"), (Ids{1, 11, 10, 12, 2}));
}

TEST(WordPiece, WordsKnowTheirFirstPieceAndBytes) {
    const auto pieces = tokenizer().split("embassies .", 100);
    ASSERT_EQ(pieces.words.size(), 2U);
    EXPECT_EQ(pieces.words[0].piece, 1U);
    EXPECT_EQ(pieces.words[1].piece, 3U);
    EXPECT_EQ(pieces.words[1].span, (Span{10, 11}));
    EXPECT_FALSE(pieces.cut);
}

TEST(WordPiece, CutsAtTheLimit) {
    const auto whole = tokenizer().split("embassy embassy", 6);
    EXPECT_EQ(whole.ids, (Ids{1, 3, 4, 3, 4, 2}));
    EXPECT_FALSE(whole.cut);
    const auto inside = tokenizer().split("embassy embassy", 5);
    EXPECT_EQ(inside.ids, (Ids{1, 3, 4, 3, 2}));
    EXPECT_EQ(inside.words.size(), 2U);
    EXPECT_TRUE(inside.cut);
    const auto between = tokenizer().split("embassy embassy", 4);
    EXPECT_EQ(between.ids, (Ids{1, 3, 4, 2}));
    EXPECT_EQ(between.words.size(), 1U);
    EXPECT_TRUE(between.cut);
}

TEST(WordPiece, RefusesABrokenVocabulary) {
    const auto missing = WordPiece::parse("[UNK]\n[CLS]\n", "vocab.txt");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().to_line(), "vocab.txt: the vocabulary has no piece [SEP]");
    const auto twice = WordPiece::parse("[UNK]\n[CLS]\n[SEP]\n##a\n##a\n", "vocab.txt");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().to_line(), "vocab.txt:5: the piece '##a' stands twice");
}

}  // namespace
}  // namespace dragoman
