#include "resolve/inferred_date.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

const TimeResolver& times() {
    static const auto loaded = TimeResolver::load(DRAGOMAN_SOURCE_DIR "/data");
    return loaded.value();
}

std::string inferred(std::string_view text) {
    const auto date = infer_date(text, times());
    return date ? format_day(date->day) : "";
}

TEST(inferred_date, reads_datelines_and_lines_of_their_own) {
    const struct {
        const char* text;
        const char* day;
    } cases[] = {
        {"STRELSAU, July 2, 2015 (Agency) -- Ruritania reopened its embassy.", "2015-07-02"},
        {"Embassy reopened\nStrelsau, 2 July 2015 \xE2\x80\x94 Ruritania did it.", "2015-07-02"},
        {"Embassy reopened\nBy a reporter\nPublished: 2015-07-02\nRuritania did it.", "2015-07-02"},
        {"Thursday, July 2, 2015\n\nRuritania reopened its embassy.", "2015-07-02"},
        {"Ruritania signed a treaty with Borduria on July 2, 2015, and both sides said that they would "
         "open embassies within a year of it.",
         ""},
        {"STRELSAU, July 2 (Agency) -- Ruritania reopened its embassy.", ""},
        {"History\nRuritania, 1903.\nIt was recognised.", ""},
        {"", ""}};
    for (const auto& c : cases) EXPECT_EQ(inferred(c.text), c.day) << c.text;
}

TEST(inferred_date, is_not_looked_for_far_down) {
    const std::string lines = "One line.\nAnother line.\nA third one.\nA fourth one.\n";
    EXPECT_EQ(inferred(lines + "Published 2 July 2015\n"), "");
}

TEST(resolve_undated, counts_from_the_inferred_day_and_says_so) {
    const InferredDate date{*make_day(2015, 7, 2), "the text's dateline, 2015-07-02"};
    const auto value = resolve_undated("on Saturday", {}, date, times());
    ASSERT_TRUE(value);
    EXPECT_EQ(value->value, "2015-06-27");
    EXPECT_EQ(
        value->reason,
        "weekday before 2015-07-02; the text is undated, inferred from the text's dateline, 2015-07-02");
    EXPECT_FALSE(resolve_undated("on Saturday", {}, std::nullopt, times()));
}

TEST(resolve_undated, leaves_to_the_story_what_it_dates) {
    const InferredDate date{*make_day(2015, 7, 2), "the text's dateline, 2015-07-02"};
    TimeContext story;
    story.last_time = parse_period("1933");
    const auto in_story = resolve_undated("on July 3", story, date, times());
    ASSERT_TRUE(in_story);
    EXPECT_EQ(in_story->value, "1933-07-03");
    const auto written = resolve_undated("in May 1998", story, date, times());
    ASSERT_TRUE(written);
    EXPECT_EQ(written->reason, "as written");
    const auto later = resolve_undated("two years later", story, date, times());
    ASSERT_TRUE(later);
    EXPECT_EQ(later->value, "1935");
    const auto vague = resolve_undated("recently", story, date, times());
    ASSERT_TRUE(vague);
    EXPECT_EQ(vague->value, "?");
}

}  // namespace
}  // namespace dragoman
