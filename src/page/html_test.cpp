#include "page/html.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "page/article_json.h"
#include "page/html_tree.h"

namespace dragoman {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_paragraph =
    "<p>Syldavia signed a treaty with Borduria in the capital on Monday.</p>";
constexpr std::string_view k_sentence = "Syldavia signed a treaty with Borduria in the capital on Monday.\n";

std::string times(std::size_t count, std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += text;
    return out;
}

std::string text_or_error(std::string_view page) {
    const auto article = read_html(page, "a.html");
    return article ? article->text : article.error().to_line();
}

std::string as_expected(const Article& article) {
    return fmt::format("title: {}\ndate: {}\nurl: {}\npublisher: {}\n\n{}", article.title,
                       article.date ? format_day(*article.date) : "", article.url, article.publisher,
                       article.text);
}

TEST(Html, ReadsTheSamplePages) {
    std::vector<fs::path> pages;
    for (const auto& entry : fs::directory_iterator{DRAGOMAN_SOURCE_DIR "/test/page"}) {
        if (entry.path().extension() == ".html") pages.push_back(entry.path());
    }
    EXPECT_GE(pages.size(), 3U);
    for (auto& path : pages) {
        const auto page = read_file(path.string());
        const auto expected = read_file(path.replace_extension(".expected").string());
        ASSERT_TRUE(page && expected) << path;
        const auto article = read_html(*page, path.string());
        ASSERT_TRUE(article) << article.error().to_line();
        EXPECT_EQ(as_expected(*article), *expected) << path;
        EXPECT_EQ(article->id.size(), std::string_view{"sha256:"}.size() + 16);
        EXPECT_EQ(article_to_json(*article), article_to_json(*read_html(*page, "elsewhere")));
    }
}

TEST(Html, TakesTheDateFromTheBestPlace) {
    const auto date_of = [](std::string_view head, std::string_view body) {
        const auto article = read_html(
            fmt::format("<head>{}</head><body><h1>Talks resume</h1>{}{}</body>", head, body, k_paragraph),
            "a.html");
        return article->date ? format_day(*article->date) : "none";
    };
    EXPECT_EQ(
        date_of("<meta property='article:published_time' content='2015-07-02T01:00Z'>", "<p>May 1, 2016</p>"),
        "2015-07-02");
    EXPECT_EQ(date_of("<link rel=canonical href='https://post.example/2015/07/02/a'>", ""), "2015-07-02");
    EXPECT_EQ(date_of("", "<span itemprop='datePublished' content='2015-07-02'>today</span>"), "2015-07-02");
    EXPECT_EQ(date_of("<title>Talks resume</title>", "<div>Published 2 July 2015</div>"), "2015-07-02");
    EXPECT_EQ(date_of("<meta name=date content='2015-13-45'>", "<time datetime='2015-07-02'>x</time>"),
              "2015-07-02");
    EXPECT_EQ(date_of("", ""), "none");
}

TEST(Html, RefusesWhatHasNoText) {
    const std::string none = "a.html: no article text was found on the page";
    EXPECT_EQ(text_or_error(""), none);
    EXPECT_EQ(text_or_error("<html><body></body></html>"), none);
    EXPECT_EQ(text_or_error("<script>var text = 'Nothing that anybody would call a text.';</script>"), none);
}

TEST(Html, StandsHostilePages) {
    EXPECT_EQ(text_or_error(times(900, "<div>") + std::string{k_paragraph}), k_sentence);
    EXPECT_EQ(text_or_error(times(10'000, "<b><i>") + std::string{k_paragraph}),
              "a.html: elements are nested deeper than 1000");
    EXPECT_EQ(text_or_error(times(40'000, "<div>") + std::string{k_paragraph}),
              "a.html: elements are nested deeper than 1000");
    EXPECT_EQ(text_or_error(times(600'000, "<")), "a.html: has over 500000 tags");
    EXPECT_EQ(text_or_error("<!DOCTYPE html [<!ENTITY a 'bbbb'><!ENTITY c '&a;&a;'>]>" +
                            std::string{k_paragraph} + "<p>Both armies left &c; at noon.</p>"),
              std::string{k_sentence} + "Both armies left &c; at noon.\n");
    EXPECT_EQ(text_or_error("<meta charset=utf-8><p>Both armies left the valley \xE2\x82"),
              "Both armies left the valley \xEF\xBF\xBD\xEF\xBF\xBD\n");
    EXPECT_EQ(text_or_error(std::string{"<p>Both armies"} + '\0' + "left the valley at noon."),
              "Both armies\xEF\xBF\xBDleft the valley at noon.\n");
}

TEST(Html, KeepsAHugeTextNode) {
    const auto words = times(3'000'000, "word ");
    EXPECT_EQ(text_or_error("<p>" + words).size(), words.size());
}

TEST(Html, ReadsATagWithTooManyAttributesAsText) {
    std::string tag = "<p ";
    for (std::size_t i = 0; i <= HtmlTree::k_max_attributes; ++i) tag += fmt::format("a{} ", i);
    EXPECT_TRUE(text_or_error(tag + ">" + times(50, k_paragraph)).ends_with(times(50, k_sentence)));
    EXPECT_EQ(text_or_error(times(200'000, "<a b=\"") + times(200'000, "<a b='")).substr(0, 33),
              "a.html: has too many attributes, ");
}

}  // namespace
}  // namespace dragoman
