#include "page/intake.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "page/html.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

/// One line for each article ("id date") or error that an intake gives.
class IntakeTest : public testing::Test {
  protected:
    void SetUp() override {
        folder = fs::path{testing::TempDir()} /
                 (std::string{"intake"} + testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    void write(const std::string& name, std::string_view bytes) const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream{folder / name, std::ios::binary} << bytes;
    }

    std::vector<std::string> read_stream(const std::string& bytes, const std::string& name) {
        std::istringstream in{bytes};
        intake.read(in, name);
        return std::exchange(seen, {});
    }

    fs::path folder;
    std::vector<std::string> seen;
    Intake intake{[this](const Result<Article>& article) {
                      seen.push_back(article ? article->id + " " + format_day(*article->date)
                                             : article.error().to_line());
                  },
                  make_day(2000, 1, 1)};
};

using Seen = std::vector<std::string>;

TEST_F(IntakeTest, WalksAFolderInOrder) {
    write("b/2.jsonl", R"({"id":"second","text":"Both sides met."})");
    write("b/1.ndjson", R"({"id":"first","text":"Both sides met.","date":"2015-07-02"})");
    write("c.json", "\xEF\xBB\xBF\n{\n  \"id\": \"third\",\n  \"text\": \"Both sides met.\"\n}\n");
    write("a/.hidden.jsonl", R"({"id":"never","text":"Both sides met."})");
    write("a/x.css", "p {}");
    write("d.html", "\x89PNG\r\n");
    fs::create_directory_symlink(folder, folder / "b/circle.html");
    intake.read(folder.string());
    EXPECT_EQ(seen, (Seen{"first 2015-07-02", "second 2000-01-01", "third 2000-01-01",
                          (folder / "d.html").string() + ": is a PNG image, not text"}));
    EXPECT_EQ(intake.count().articles, 3U);
    EXPECT_EQ(intake.count().errors, 1U);
    EXPECT_EQ(intake.count().skipped, 3U);
}

TEST_F(IntakeTest, NamesTheLineAndGoesOn) {
    const std::string too_long(k_page_limit + 1, 'x');
    EXPECT_EQ(read_stream("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"t\"}\r\n\n" + too_long +
                              "\n{}\n{\"id\":\"b\",\"text\":\"t\"}",
                          "n.jsonl"),
              (Seen{"a 2000-01-01", "n.jsonl:3: is larger than 33554432 bytes", "n.jsonl:4: has no \"text\"",
                    "b 2000-01-01"}));
}

TEST_F(IntakeTest, JudgesByContent) {
    EXPECT_EQ(read_stream("{\"id\":\"a\",\"text\":\"t\"}\n{\"id\":\"b\",\"text\":\"t\"}\n", "standard input")
                  .size(),
              2U);
    EXPECT_EQ(read_stream(" \n<html><p>Both sides met in Klow on Monday.", "page").at(0),
              "sha256:08e8a28a96dd1478 2000-01-01");
    EXPECT_EQ(read_stream("Both sides met in Klow on Monday.\n", "note").at(0),
              "sha256:08e8a28a96dd1478 2000-01-01");
    EXPECT_EQ(read_stream(std::string{"a\0b", 3}, "x.txt").at(0), "x.txt: is binary data, not text");
    EXPECT_EQ(read_stream("", "x.txt").at(0), "x.txt: holds no text");
    EXPECT_EQ(read_stream("", "x.jsonl").size(), 0U);
}

TEST_F(IntakeTest, SaysWhatCannotBeOpened) {
    intake.read((folder / "no.html").string());
    EXPECT_EQ(seen, Seen{(folder / "no.html").string() + ": no such file"});
}

}  // namespace
}  // namespace dragoman
