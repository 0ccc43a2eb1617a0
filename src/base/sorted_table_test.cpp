#include "base/sorted_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace dragoman {
namespace {

std::string file_with(const std::string& text) {
    const auto path =
        (std::filesystem::temp_directory_path() /
         (std::string{"sorted_"} + testing::UnitTest::GetInstance()->current_test_info()->name() + ".tsv"))
            .string();
    std::ofstream{path} << text;
    return path;
}

std::string error_of(const std::string& text) {
    const auto table = SortedTable::load(file_with(text), {"key", "value"});
    return table ? std::string{} : table.error().to_line();
}

TEST(SortedTable, FindsEveryRowOfAKeyAndNoOther) {
    std::string text = "# head\nkey\tvalue\n";
    for (int i = 100; i < 200; ++i) {
        for (int n = 0; n < i % 3; ++n) text += std::to_string(i) + "\t" + std::to_string(n) + "\n";
    }
    const auto table = SortedTable::load(file_with(text), {"key", "value"});
    ASSERT_TRUE(table) << table.error().to_line();
    for (int i = 90; i < 210; ++i) {
        const auto rows = table->rows(std::to_string(i));
        const auto expected = i < 100 || i >= 200 ? 0 : i % 3;
        ASSERT_EQ(rows.size(), static_cast<std::size_t>(expected)) << i;
        for (std::size_t n = 0; n < rows.size(); ++n) EXPECT_EQ(rows[n][1], std::to_string(n));
    }
    EXPECT_TRUE(table->rows("").empty());
    EXPECT_TRUE(table->rows("10").empty());
}

TEST(SortedTable, ATableWithoutRowsIsEmptyAndOneWithoutLastLineEndIsWhole) {
    const auto empty = SortedTable::load(file_with("key\tvalue"), {"key", "value"});
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty->rows("a").empty());
    const auto one = SortedTable::load(file_with("key\tvalue\na\tb"), {"key", "value"});
    ASSERT_TRUE(one);
    EXPECT_EQ(one->rows("a").size(), 1U);
}

TEST(SortedTable, ErrorsNameTheLine) {
    EXPECT_NE(error_of("key\tvalue\nb\t1\na\t2\n").find(".tsv:3"), std::string::npos);
    EXPECT_NE(error_of("# x\nkey\tvalue\nb\t1\t2\n").find(".tsv:3"), std::string::npos);
    EXPECT_NE(error_of("name\tvalue\n").find(".tsv:1"), std::string::npos);
    EXPECT_NE(error_of("").find("columns"), std::string::npos);
    EXPECT_FALSE(SortedTable::load("/no/such/file.tsv", {"key"}));
}

}  // namespace
}  // namespace dragoman
