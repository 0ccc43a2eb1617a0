#include "resolve/story_time.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

const TimeResolver& times() {
    static const auto loaded = TimeResolver::load(DRAGOMAN_SOURCE_DIR "/data");
    return loaded.value();
}

/// A text published on 2 July 2015, as one sentence.
struct Story {
    explicit Story(std::string words) : text(std::move(words)), story(text, times()) {}

    Span span_of(std::string_view phrase) const {
        const auto at = text.find(phrase);
        EXPECT_NE(at, std::string::npos) << phrase;
        return {at, at + phrase.size()};
    }
    std::string value(std::string_view phrase) {
        const auto span = span_of(phrase);
        TimeContext context{.reference = make_day(2015, 7, 2)};
        story.place(span, {0, text.size()}, context);
        const auto value = times().resolve(phrase, context);
        if (value) story.note(span, value->value);
        return value ? value->value : "";
    }

    std::string text;
    StoryTime story;
};

TEST(story_time, counts_from_the_time_named_before_the_phrase) {
    Story story{"Ruritania left in 1984, came back five years later and left again the following day."};
    EXPECT_EQ(story.value("in 1984"), "1984");
    EXPECT_EQ(story.value("five years later"), "1989");
    EXPECT_EQ(story.value("the following day"), "2015-07-03") << "no day follows a year";
}

TEST(story_time, gives_a_phrase_the_same_time_for_each_of_its_acts) {
    Story story{"It was done on 9 November 1989; a year later it was signed and ratified."};
    EXPECT_EQ(story.value("on 9 November 1989"), "1989-11-09");
    EXPECT_EQ(story.value("a year later"), "1990");
    EXPECT_EQ(story.value("a year later"), "1990");
}

TEST(story_time, takes_up_dates_that_no_act_has) {
    Story story{"Independent since May 5, 1867, Ruritania was recognised one decade later."};
    EXPECT_EQ(story.value("one decade later"), "1877");
}

TEST(story_time, knows_the_day_of_a_time_of_day_in_the_same_sentence) {
    Story story{"They traded fire on Sunday until a truce at dusk."};
    EXPECT_EQ(story.value("on Sunday"), "2015-06-28");
    EXPECT_EQ(story.value("at dusk"), "2015-06-28");
}

TEST(story_time, goes_back_from_the_time_of_the_sentence_to_what_came_before_it) {
    Story story{"In June 1962 it went to Ruritania, eight months after Borduria had left it."};
    EXPECT_EQ(story.value("In June 1962"), "1962-06");
    EXPECT_EQ(story.value("eight months after"), "1961-10");
}

TEST(story_time, does_not_count_from_what_is_open) {
    Story story{"Since 1998 it has been so; two years later it ended."};
    EXPECT_EQ(story.value("Since 1998"), "1998/");
    TimeContext context{.reference = make_day(2015, 7, 2)};
    story.story.note(story.span_of("Since 1998"), "no value");
    story.story.place(story.span_of("it ended"), {0, story.text.size()}, context);
    EXPECT_FALSE(context.anchor);
    EXPECT_FALSE(context.last_time);
}

}  // namespace
}  // namespace dragoman
