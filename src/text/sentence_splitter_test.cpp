#include "text/sentence_splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dragoman {
namespace {

using Sentences = std::vector<std::string>;

const SentenceSplitter& splitter() {
    static const auto loaded = SentenceSplitter::load(DRAGOMAN_SOURCE_DIR "/data");
    return loaded.value();
}

Sentences split(std::string text) {
    const Document document = splitter().split(
        {.id = {}, .title = {}, .url = {}, .publisher = {}, .date = {}, .text = std::move(text)});
    Sentences sentences;
    for (const Span& span : document.sentences) sentences.emplace_back(document.text_of(span));
    return sentences;
}

/// A case is its line with '|' where a sentence must end and white space must follow.
class SentenceCase : public testing::TestWithParam<const char*> {};

TEST_P(SentenceCase, EndsWhereMarked) {
    const std::string marked = GetParam();
    std::string line;
    Sentences expected{""};
    for (const char c : marked) {
        if (c == '|') {
            expected.emplace_back();
            line += ' ';
        } else {
            expected.back() += c;
            line += c;
        }
    }
    EXPECT_EQ(split(line), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Plain, SentenceCase,
    testing::Values(
        "The envoy left.|The talks went on.", "Who pays?|Nobody knows!|The bill is due.",
        "Trade rose by 4.5 percent to $1.2 billion.|It had fallen in 2015.|3,000 firms took part.",
        "The site gov.example.org was down.|It is back.",
        "Relations were cut in 1959.|In 1998 they were restored.",
        "The minister left ... and came back.|He said no more...|Nobody asked.",
        "It is over\u2026|Nobody asked.", "al-Jabal fighters withdrew.|al-Jabal said nothing.",
        "1. Both sides will open embassies.|2. Trade will be free."));

INSTANTIATE_TEST_SUITE_P(
    Titles, SentenceCase,
    testing::Values("Gen. Oduya met Lt. Col. Maria Reyes and Mr. Sato.|They shook hands.",
                    "LT. GEN. ODUYA met the press.|He was brief.",
                    "President George W. Bell and J. K. Tamm spoke to Dr. Ts. Bold.|None agreed.",
                    "Prime Minister J.-P. Morel flew to St. Petersburg.|The visit lasted a day.",
                    "The case of Doe v. Ministry was closed.|He appealed.",
                    "Gen. Oduya (ret.) Abel spoke.|He was brief.",
                    "Both wings, e.g. Fatima Noor's, took part.|She won."));

INSTANTIATE_TEST_SUITE_P(
    Numbers, SentenceCase,
    testing::Values("On Jan. 5 the Security Council passed Res. 2118 and No. 7.|It met on Oct. 9.",
                    "She was asked twice and said no.|The vote stands.",
                    "See Art. 5, pp. 12 to 14.|It binds both.",
                    "They won in 6 min. 41.3 sec.|Nobody was near."));

INSTANTIATE_TEST_SUITE_P(
    MayEnd, SentenceCase,
    testing::Values(
        "U.S. President Adele Stone left.|She flew home to the U.S.|The trip took a week.",
        "U.S. Under Secretary Lee and U.N. Special Envoy Dahl met in the U.S. on Monday.|No one spoke.",
        "The plane took off at 5 p.m. Monday.|It landed at 9 p.m.|But nobody met it.",
        "They sell rice, oil, etc.|The firm is Baltic Grain Inc.|It belongs to Nordic Grain Co. Ltd.|Its "
        "rival is gone.",
        "They met in Washington, D.C.|Both were late.",
        "They came to the U.S.|\u201CWe are glad,\u201D one said.",
        "Sen. Ruiz and Prime Minister Hun Sen.|The two met.", "U.S. No. 2 diplomat Lee left.|He is 40."));

INSTANTIATE_TEST_SUITE_P(
    Closers, SentenceCase,
    testing::Values("\u201CWe will go.\u201D|\u201CYou will stay,\u201D he said.",
                    "\"We will go.\"|She left.", "\"Will they go?\" she asked.|\"Go!\" he said.",
                    "(The ministry denied it.)|The bank did not.",
                    "He called it \u2018a lie.\u2019\u201D|She agreed.",
                    "The bank (founded in 1901 by A. Weiss) closed.|[It has no successor.]|The end.",
                    "He left. \"", "He asked why . . . and left."));

TEST(SentenceSplitter, EndsAtLineEndsAndDropsWhiteSpace) {
    EXPECT_EQ(split("Envoy recalled\n\n \u00A0Lima acted.\u00A0 It was late. \t\r\nThe U.S.\nArmy left"),
              (Sentences{"Envoy recalled", "Lima acted.", "It was late.", "The U.S.", "Army left"}));
    EXPECT_EQ(split(""), Sentences{});
    EXPECT_EQ(split(" \n\u00A0\n"), Sentences{});
    EXPECT_EQ(split("...\n\"\n?"), (Sentences{"...", "\"", "?"}));
}

TEST(SentenceSplitter, CutsRubbishAtSpaces) {
    std::string words;
    for (int i = 0; i < 1000; ++i) words += "\u00FCber ";
    const auto pieces = split(words);
    std::string joined;
    for (const auto& piece : pieces) {
        EXPECT_LE(piece.size(), k_longest_sentence);
        joined += piece + ' ';
    }
    EXPECT_EQ(joined, words);

    std::string solid = "x";
    for (int i = 0; i < 3000; ++i) solid += "\u00FC";
    const auto cut = split(solid);
    ASSERT_EQ(cut.size(), 4U);
    EXPECT_EQ(cut[0] + cut[1] + cut[2] + cut[3], solid);
    EXPECT_EQ(cut[0].size(), 1999U);  // never inside a letter
}

TEST(SentenceSplitter, KeepsInvariantsOnHostileText) {
    const std::string parts[] = {".",    " ",      "\"", "U.S.",   "a", "The",      "\n",
                                 "\xFF", "\u2026", "(",  "\u201D", "5", "\xE2\x80", "!"};
    unsigned state = 1;
    std::string text;
    for (int i = 0; i < 20000; ++i) {
        state = state * 1664525U + 1013904223U;
        text += parts[(state >> 16U) % std::size(parts)];
    }
    const Document document =
        splitter().split({.id = {}, .title = {}, .url = {}, .publisher = {}, .date = {}, .text = text});
    std::size_t end = 0;
    for (const Span& span : document.sentences) {
        ASSERT_GE(span.begin, end);
        ASSERT_LT(span.begin, span.end);
        ASSERT_LE(span.end, text.size());
        ASSERT_LE(span.size(), k_longest_sentence);
        const auto sentence = document.text_of(span);
        ASSERT_EQ(sentence.find('\n'), std::string_view::npos);
        ASSERT_NE(sentence.front(), ' ');
        ASSERT_NE(sentence.back(), ' ');
        // Nothing but white space is left between sentences.
        ASSERT_EQ(text.substr(end, span.begin - end).find_first_not_of(" \n"), std::string::npos);
        end = span.end;
    }
}

TEST(SentenceSplitter, SaysWhichListIsMissing) {
    const auto loaded = SentenceSplitter::load("no-such-folder");
    ASSERT_FALSE(loaded.ok());
    EXPECT_EQ(loaded.error().kind, ErrorKind::not_found);
    EXPECT_NE(loaded.error().to_line().find("abbreviations.tsv"), std::string::npos);
}

}  // namespace
}  // namespace dragoman
