#include "page/json_lines.h"

#include <gtest/gtest.h>

#include <string>

#include "page/article_json.h"

namespace dragoman {
namespace {

std::string error_of(std::string_view json) {
    const auto article = read_json_article(json, "news.jsonl:7");
    return article ? "none" : article.error().to_line();
}

TEST(JsonArticle, KeepsTheTextByteForByte) {
    const auto article = read_json_article(
        R"({"id": 17, "date": "2015-07-02T23:00:00Z", "title": "T", "source": "S", "text": " a\r\n\u00e9 \n", "x": {"y": [1]}})",
        "");
    ASSERT_TRUE(article);
    EXPECT_EQ(article->text, " a\r\n\xC3\xA9 \n");
    EXPECT_EQ(article->id, "17");
    EXPECT_EQ(article->title, "T");
    EXPECT_EQ(article->publisher, "S");
    ASSERT_TRUE(article->date);
    EXPECT_EQ(format_day(article->date.value_or(Day{})), "2015-07-02");
}

TEST(JsonArticle, NamesWhatIsWrongAndWhere) {
    EXPECT_EQ(error_of(R"({"id": "a"})"), "news.jsonl:7: has no \"text\"");
    EXPECT_EQ(error_of(R"({"text": 5})"), "none");
    EXPECT_EQ(error_of(R"({"text": {"a": "b"}})"), "news.jsonl:7: has no \"text\"");
    EXPECT_EQ(error_of(R"({"text": "a", "date": "soon"})"),
              "news.jsonl:7: has a \"date\" that cannot be read: soon");
    EXPECT_EQ(error_of("[1]"), "news.jsonl:7: is not a JSON object");
    EXPECT_EQ(error_of("{\"text\": \"a\xFF\"}"), "news.jsonl:7: is not valid JSON (in UTF-8)");
    EXPECT_EQ(error_of(R"({"text": "a")"), "news.jsonl:7: is not valid JSON (in UTF-8)");
}

TEST(JsonArticle, SurvivesDeepNesting) {
    const std::string deep(1'000'000, '[');
    EXPECT_EQ(error_of("{\"a\": " + deep), "news.jsonl:7: is not valid JSON (in UTF-8)");
    EXPECT_EQ(error_of("{\"a\": " + deep + std::string(1'000'000, ']') + ", \"text\": \"b\"}"), "none");
}

TEST(JsonArticle, ReadsBackWhatWasWritten) {
    const Article article{"a:1",  "A \"title\"",        "https://post.example/a",
                          "Post", make_day(2015, 7, 2), "L1\nL2 \xC3\xA9\n"};
    const auto line = article_to_json(article);
    EXPECT_EQ(line,
              "{\"id\":\"a:1\",\"date\":\"2015-07-02\",\"title\":\"A "
              "\\\"title\\\"\",\"url\":\"https://post.example/a\","
              "\"publisher\":\"Post\",\"text\":\"L1\\nL2 \xC3\xA9\\n\"}");
    const auto again = read_json_article(line, "");
    ASSERT_TRUE(again);
    EXPECT_EQ(article_to_json(*again), line);
}

}  // namespace
}  // namespace dragoman
