#include "page/charset.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(Charset, FollowsTheByteOrderMark) {
    EXPECT_EQ(page_to_utf8("\xEF\xBB\xBFh\xC3\xA9"), "h\xC3\xA9");
    EXPECT_EQ(page_to_utf8(std::string_view{"\xFF\xFEh\0\xE9\0", 6}), "h\xC3\xA9");
    EXPECT_EQ(page_to_utf8(std::string_view{"\xFE\xFF\0h\0\xE9", 6}), "h\xC3\xA9");
}

TEST(Charset, ReadsMetaTags) {
    EXPECT_EQ(declared_charset("<head><META CHARSET=\"EUC-KR\">"), "euc-kr");
    EXPECT_EQ(declared_charset("<meta http-equiv=content-type content='text/html; charset=gb2312'>"),
              "gb2312");
    EXPECT_EQ(declared_charset("<meta name=x><p charset=latin1>"), "");
    EXPECT_EQ(page_to_utf8("<meta charset=euc-kr>\xC7\xD1\xB1\xB9"),
              "<meta charset=euc-kr>\xED\x95\x9C\xEA\xB5\xAD");
    // On the web iso-8859-1 means windows-1252, quotation marks included.
    EXPECT_EQ(page_to_utf8("<meta charset=iso-8859-1>\x93\xE9\x94"),
              "<meta charset=iso-8859-1>\xE2\x80\x9C\xC3\xA9\xE2\x80\x9D");
}

TEST(Charset, ValidUtf8BeatsAStaleMetaTag) {
    const std::string page = "<meta charset=iso-8859-1>caf\xC3\xA9";
    EXPECT_EQ(page_to_utf8(page), page);
}

TEST(Charset, GuessesWhereNothingIsSaid) {
    const std::string russian =
        "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xE8\xED\xEE\xF1\xF2\xF0\xE0\xED\xED\xFB\xF5 \xE4\xE5\xEB "
        "\xEF\xF0\xE8\xE1\xFB\xEB \xE2 \xF1\xF2\xEE\xEB\xE8\xF6\xF3";  // windows-1251
    EXPECT_TRUE(
        page_to_utf8(russian).starts_with("\xD0\x9C\xD0\xB8\xD0\xBD\xD0\xB8\xD1\x81\xD1\x82\xD1\x80 "));
}

TEST(Charset, RepairsWhatCannotBeDecoded) {
    EXPECT_EQ(page_to_utf8("<meta charset=utf-8>ab\xE2\x82"),
              "<meta charset=utf-8>ab\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(page_to_utf8(std::string_view{"a\0b", 3}),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(page_to_utf8("<meta charset=no-such-thing>\xE9"), "<meta charset=no-such-thing>\xEF\xBF\xBD");
    EXPECT_EQ(page_to_utf8("<meta charset=euc-kr>\xC7"), "<meta charset=euc-kr>\xEF\xBF\xBD");
    EXPECT_EQ(page_to_utf8(""), "");
}

}  // namespace
}  // namespace dragoman
