#include "base/file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace dragoman {
namespace {

/// A file in the test's own folder, gone with the test.
class FileTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder =
            std::filesystem::path{testing::TempDir()} / (std::string{"dragoman_file_test_"} + test->name());
        std::filesystem::create_directories(folder);
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::string write(const std::string& bytes) {
        auto path = (folder / "file").string();
        std::ofstream{path, std::ios::binary} << bytes;
        return path;
    }

    std::filesystem::path folder;
};

using Views = std::vector<std::string_view>;

TEST_F(FileTest, reads_all_bytes) {
    const std::string bytes{"one\0two\r\n\xFF", 10};
    const auto read = read_file(write(bytes));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, bytes);
}

TEST_F(FileTest, names_what_stands_in_the_way) {
    EXPECT_EQ(read_file((folder / "absent").string()).error().kind, ErrorKind::not_found);
    EXPECT_EQ(read_file(folder.string()).error().kind, ErrorKind::unreadable);
    const auto path = write("12345");
    EXPECT_TRUE(read_file(path, 5));
    EXPECT_EQ(read_file(path, 4).error().kind, ErrorKind::too_large);
    EXPECT_EQ(read_file(path, 4).error().place, path);
}

TEST_F(FileTest, reads_a_table_without_comments_and_blank_lines) {
    const auto table = read_tsv(write("# source\nname\tcode\n\nCuba\tCUB\r\nNobody\t\n"), {"name", "code"});
    ASSERT_TRUE(table);
    EXPECT_EQ(table->rows, (std::vector<std::vector<std::string>>{{"Cuba", "CUB"}, {"Nobody", ""}}));
}

TEST_F(FileTest, refuses_a_table_of_another_shape) {
    const auto columns = read_tsv(write("name\tsize\n"), {"name", "code"});
    ASSERT_FALSE(columns);
    EXPECT_EQ(columns.error().kind, ErrorKind::malformed);
    const auto fields = read_tsv(write("name\tcode\nCuba\tCUB\nCuba\n"), {"name", "code"});
    ASSERT_FALSE(fields);
    EXPECT_TRUE(fields.error().place.ends_with(":3")) << fields.error().place;
}

TEST(split_lines, knows_both_line_ends_and_a_last_line_without) {
    EXPECT_EQ(split_lines("a\r\n\nb"), (Views{"a", "", "b"}));
    EXPECT_EQ(split_lines("a\n"), (Views{"a"}));
    EXPECT_EQ(split_lines(""), (Views{}));
}

TEST(split_fields, keeps_empty_fields) {
    EXPECT_EQ(split_fields("a\t\tb\t", '\t'), (Views{"a", "", "b", ""}));
    EXPECT_EQ(split_fields("", '\t'), (Views{""}));
}

TEST(trim, takes_white_space_from_both_ends) {
    EXPECT_EQ(trim(" \ta b\r\n"), "a b");
    EXPECT_EQ(trim(" \t"), "");
}

}  // namespace
}  // namespace dragoman
