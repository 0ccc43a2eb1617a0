#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dragoman {
namespace {

TEST(utf8, decodes_each_length) {
    const struct {
        std::string bytes;
        char32_t value;
    } cases[] = {{"A", 0x41}, {"\xC3\xA9", 0xE9}, {"\xE2\x80\x93", 0x2013}, {"\xF0\x9F\x95\x8A", 0x1F54A}};
    for (const auto& c : cases) {
        const auto point = decode_utf8(c.bytes, 0);
        EXPECT_EQ(point.value, c.value);
        EXPECT_EQ(point.size, c.bytes.size());
        std::string written;
        append_utf8(written, c.value);
        EXPECT_EQ(written, c.bytes);
    }
}

TEST(utf8, takes_a_bad_sequence_as_one_replacement_a_byte) {
    const std::string bad[] = {"\x80",         "\xFF",         "\xC0\xAF",
                               "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                               "\xE2\x80",     "\xF0\x9F"};
    for (const auto& bytes : bad) {
        const auto point = decode_utf8(bytes, 0);
        EXPECT_EQ(point.value, 0xFFFDU);
        EXPECT_EQ(point.size, 1U);
    }
}

TEST(utf8, repair_replaces_bad_bytes_and_nul_only) {
    EXPECT_EQ(repair_utf8("caf\xC3\xA9"), "caf\xC3\xA9");
    EXPECT_EQ(repair_utf8("a\xFF"
                          "b"),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(repair_utf8(std::string{"a\0b", 3}),
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(repair_utf8(""), "");
}

TEST(utf8, writes_an_invalid_code_point_as_replacement) {
    std::string out;
    append_utf8(out, 0xD800);
    append_utf8(out, 0x110000);
    EXPECT_EQ(out, "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(utf8, repair_of_random_bytes_is_valid_and_stays_so) {
    std::mt19937 random{1};
    std::uniform_int_distribution<int> byte{0, 255};
    for (int round = 0; round < 500; ++round) {
        std::string bytes(static_cast<std::size_t>(round % 40), ' ');
        for (auto& c : bytes) c = static_cast<char>(byte(random));
        const auto once = repair_utf8(bytes);
        EXPECT_EQ(repair_utf8(once), once);
    }
}

TEST(utf8, index_counts_code_points) {
    const std::string text = "a\xC3\xA9\xE2\x80\x93z";
    const CodePointIndex index{text};
    EXPECT_EQ(index.at(0), 0U);
    EXPECT_EQ(index.at(1), 1U);
    EXPECT_EQ(index.at(2), 1U);  // inside the two-byte character: its start
    EXPECT_EQ(index.at(3), 2U);
    EXPECT_EQ(index.at(5), 2U);
    EXPECT_EQ(index.at(6), 3U);
    EXPECT_EQ(index.at(text.size()), 4U);
}

}  // namespace
}  // namespace dragoman
