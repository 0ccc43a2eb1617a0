#include "resolve/time_resolver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "base/period.h"
#include "resolve/time_words.h"

namespace dragoman {
namespace {

const std::string k_data = DRAGOMAN_SOURCE_DIR "/data";

const TimeResolver& resolver() {
    static const auto loaded = TimeResolver::load(k_data);
    return loaded.value();
}

/// The value of a phrase, "" if there is none.
std::string value_of(std::string_view phrase, const TimeContext& context) {
    const auto value = resolver().resolve(phrase, context);
    return value ? value->value : "";
}

std::string reason_of(std::string_view phrase, const TimeContext& context) {
    const auto value = resolver().resolve(phrase, context);
    return value ? value->reason : "";
}

struct Case {
    const char* phrase;
    const char* value;  // "": none
};

/// Seen from Thursday, 2 July 2015.
void expect_values(const std::vector<Case>& cases, TimeContext context) {
    context.reference = make_day(2015, 7, 2);
    for (const auto& c : cases) {
        EXPECT_EQ(value_of(c.phrase, context), c.value) << c.phrase;
    }
}

TEST(time_resolver, reads_dates_as_written) {
    expect_values({{"13 August 1961", "1961-08-13"},
                   {"Aug. 13, 1961", "1961-08-13"},
                   {"on the 4th of July, 1999", "1999-07-04"},
                   {"June twenty-first, 1990", "1990-06-21"},
                   {"2015-06-23", "2015-06-23"},
                   {"6/7/2015", "2015-06-07"},
                   {"23/7/2015", "2015-07-23"},
                   {"1973, June", "1973-06"},
                   {"1980, 10 May", "1980-05-10"},
                   {"Sunday, 14 June 2015", "2015-06-14"},
                   {"in July of 1949", "1949-07"},
                   {"late 2016", "2016"},
                   {"in mid-1948", "1948"},
                   {"fiscal year 2021", "2021"},
                   {"in the 1950s", "195X"},
                   {"in the late 19th century", "18XX"},
                   {"in the summer of 1914", "1914-SU"},
                   {"the winter of 1962", "1962-WI"},
                   {"Christmas Eve 1979", "1979-12-24"},
                   {"Easter Sunday, 1916", "1916-04-23"},
                   {"during World War II", "1939/1945"}},
                  {});
}

TEST(time_resolver, finds_what_the_past_leaves_out) {
    expect_values({{"on Saturday", "2015-06-27"},
                   {"on Thursday", "2015-07-02"},
                   {"Tuesday morning", "2015-06-30"},
                   {"at 9 a.m. Monday", "2015-06-29"},
                   {"before dawn on Sunday", "2015-06-28"},
                   {"In February", "2015-02"},
                   {"in September", "2014-09"},
                   {"mid-December", "2014-12"},
                   {"on June 3", "2015-06-03"},
                   {"on 3 October", "2014-10-03"},
                   {"on the 27th", "2015-06-27"},
                   {"in the autumn", "2014-FA"},
                   {"at Christmas", "2014-12-25"},
                   {"on the night of June 3-4", "2015-06-03/2015-06-04"}},
                  {.status = Status::actual});
}

TEST(time_resolver, finds_what_the_future_leaves_out) {
    expect_values({{"on Saturday", "2015-07-04"},
                   {"on Thursday", "2015-07-02"},
                   {"In February", "2016-02"},
                   {"in July", "2015-07"},
                   {"on June 3", "2016-06-03"},
                   {"this autumn", "2015-FA"},
                   {"next spring", "2016-SP"},
                   {"Feb. 29", "2016-02-29"},
                   {"over the weekend", "2015-07-04/2015-07-05"},
                   {"from 30 June to 4 July", "2015-06-30/2015-07-04"},
                   {"in two weeks", "2015-07-16"},
                   {"within 30 days", "2015-07-02/2015-08-01"},
                   {"in the coming weeks", "2015-07-02/"}},
                  {.status = Status::planned});
}

TEST(time_resolver, goes_to_the_nearest_day_where_the_text_leaves_it_open) {
    expect_values({{"on Saturday", "2015-07-04"}, {"on June 20", "2015-06-20"}, {"in August", "2015-08"}},
                  {.status = Status::possible});
    expect_values({{"on June 20", "2016-06-20"}}, {.status = Status::possible, .tense = Tense::future});
    expect_values({{"on Saturday", "2015-06-27"}}, {.status = Status::possible, .tense = Tense::past});
    expect_values({{"on Wednesday", "2015-07-01"}, {"on Friday", "2015-07-03"}}, {.status = Status::denied});
}

TEST(time_resolver, counts_from_the_day_of_the_text) {
    expect_values({{"yesterday", "2015-07-01"},
                   {"the day before yesterday", "2015-06-30"},
                   {"today", "2015-07-02"},
                   {"tonight", "2015-07-02"},
                   {"tomorrow", "2015-07-03"},
                   {"last night", "2015-07-01"},
                   {"overnight", "2015-07-01/2015-07-02"},
                   {"last week", "2015-06-22/2015-06-28"},
                   {"this week", "2015-06-29/2015-07-05"},
                   {"earlier this week", "2015-06-29/2015-07-02"},
                   {"later this week", "2015-07-02/2015-07-05"},
                   {"Tuesday last week", "2015-06-23"},
                   {"earlier this month", "2015-07"},
                   {"last month", "2015-06"},
                   {"next year", "2016"},
                   {"last December", "2014-12"},
                   {"last Friday", "2015-06-26"},
                   {"last decade", "200X"},
                   {"the spring of last year", "2014-SP"},
                   {"in June this year", "2015-06"},
                   {"three months ago", "2015-04"},
                   {"just three months ago in March", "2015-03"},
                   {"two weeks ago", "2015-06-18"},
                   {"five years ago", "2010"},
                   {"two days earlier", "2015-06-30"},
                   {"over the past decade", "2005/2015"},
                   {"in the last five years", "2010/2015"},
                   {"in the past three months", "2015-04/2015-07"},
                   {"the first nine months of the year", "2015-01/2015-09"},
                   {"in the second quarter of 2014", "2014-04/2014-06"},
                   {"in the first half of last year", "2014-01/2014-06"},
                   {"the first Friday of May", "2015-05-01"},
                   {"the last Monday of May", "2015-05-25"}},
                  {.status = Status::actual});
}

TEST(time_resolver, reads_intervals) {
    expect_values({{"between January and November 2014", "2014-01/2014-11"},
                   {"from 8 to 10 May", "2015-05-08/2015-05-10"},
                   {"on 12 and 13 May", "2015-05-12/2015-05-13"},
                   {"from May 2 until June 4, 2013", "2013-05-02/2013-06-04"},
                   {"from November 2013 to February", "2013-11/2014-02"},
                   {"from February 4-11, 1945", "1945-02-04/1945-02-11"},
                   {"from Saturday to Monday", "2015-06-27/2015-06-29"},
                   {"during the 1950-53 Korean War", "1950/1953"},
                   {"1861\xE2\x80\x93"
                    "1865",
                    "1861/1865"},
                   {"in 1984, 1994 and 2007", "1984/2007"}},
                  {.status = Status::actual});
}

TEST(time_resolver, reads_open_ends) {
    expect_values({{"since 1998", "1998/"},
                   {"since May", "2015-05/"},
                   {"from 1 March", "2015-03-01/"},
                   {"after 2002", "2002/"},
                   {"after the 2002 earthquake", "2002"},
                   {"since World War II", "1945/"},
                   {"until 1974", "/1974"}},
                  {.status = Status::actual});
    expect_values({{"Through July 5", "/2015-07-05"},
                   {"by the end of the year", "/2015-12-31"},
                   {"before the end of next month", "/2015-08-31"},
                   {"by 2030", "/2030"},
                   {"starting in September", "2015-09/"}},
                  {.status = Status::planned});
}

TEST(time_resolver, counts_from_the_date_last_named_where_the_phrase_says_so) {
    TimeContext context{.status = Status::actual};
    context.anchor = make_day(1989, 11, 9);
    expect_values({{"the same day", "1989-11-09"},
                   {"that same night", "1989-11-09"},
                   {"the following day", "1989-11-10"},
                   {"two days later", "1989-11-11"},
                   {"a decade later", "1999"},
                   {"the following March", "1990-03"},
                   {"the next year", "1990"},
                   {"next year", "2016"},
                   {"last week", "2015-06-22/2015-06-28"}},
                  context);
    EXPECT_EQ(value_of("on March 8", context), "1990-03-08") << "a story runs on";
}

TEST(time_resolver, takes_a_length_alone_to_end_with_the_text) {
    expect_values({{"for three days", "2015-06-30/2015-07-02"}, {"for a third day", "2015-06-30/2015-07-02"}},
                  {.status = Status::actual});
}

TEST(time_resolver, finds_the_dates_that_a_text_writes_out) {
    const std::string text =
        "Independent since 1867, it was recognised on May 31, 1878; 1500 people came in June.";
    const auto dates = resolver().written_dates(text);
    ASSERT_EQ(dates.size(), 2U);
    EXPECT_EQ(dates[0].span.of(text), "1867");
    EXPECT_EQ(dates[1].span.of(text), "May 31, 1878");
    EXPECT_EQ(dates[1].time, parse_period("1878-05-31"));
}

TEST(time_resolver, leaves_open_what_names_no_time) {
    expect_values({{"soon", "?"}, {"recently", "?"}, {"in recent years", "?"}}, {});
    expect_values({{"since then", ""},
                   {"", ""},
                   {"a decade later", ""},
                   {"February 30, 2014", ""},
                   {"the embassy", ""}},
                  {});
    expect_values({{"for three days", ""}}, {.status = Status::planned});
    for (const char* phrase : {"on Saturday", "last week", "in May", "three years ago"}) {
        EXPECT_FALSE(resolver().resolve(phrase, {})) << phrase << " needs a reference";
    }
    EXPECT_EQ(value_of("in May 1998", {}), "1998-05");
}

TEST(time_resolver, says_why) {
    TimeContext context{.reference = make_day(2015, 7, 2)};
    EXPECT_EQ(reason_of("on Saturday", context), "weekday before 2015-07-02");
    EXPECT_EQ(reason_of("in 1998", context), "as written");
}

TEST(time_resolver, needs_its_lists) {
    const auto loaded = TimeResolver::load(k_data + "/absent");
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, ErrorKind::not_found);
}

/// All words of the lists and some more, to put phrases together from.
std::vector<std::string> vocabulary() {
    const auto lists = TimeWords::load(k_data);
    std::vector<std::string> words{
        "1",    "3",       "15",       "31",     "53",      "99",        "1950",       "0000",
        "9999", "2015",    "twenty",   "first",  "hundred", "/",         "-",          ",",
        "9:30", "s",       "th",       "Korean", "War",     "Christmas", "easter",     "q",
        "rest", "Ramadan", "Passover", "eve",    "year",    "half",      "anniversary"};
    for (const auto& list : lists.value().lists) {
        for (const auto& entry : list) words.push_back(entry.first);
    }
    std::sort(words.begin(), words.end());
    return words;
}

TEST(time_resolver, gives_only_values_that_parse) {
    const auto words = vocabulary();
    std::mt19937 random{7};
    const auto pick = [&random](std::size_t size) {
        return std::uniform_int_distribution<std::size_t>{0, size - 1}(random);
    };
    const std::optional<Day> references[] = {std::nullopt, make_day(2015, 7, 2), make_day(2016, 2, 29),
                                             make_day(1, 1, 1), make_day(9999, 12, 31)};
    const char* stories[] = {"", "1966", "2015-06", "0001-01-01", "9999"};
    for (int round = 0; round < 10000; ++round) {
        std::string phrase;
        for (std::size_t i = 0, size = 1 + pick(7); i < size; ++i) {
            phrase += words[pick(words.size())];
            if (pick(5) != 0) phrase += ' ';
        }
        const TimeContext context{references[pick(5)], static_cast<Status>(pick(k_status_count)),
                                  static_cast<Tense>(pick(4)), references[pick(5)],
                                  parse_period(stories[pick(5)])};
        const auto value = value_of(phrase, context);
        ASSERT_TRUE(value.empty() || parse_period(value)) << phrase << " gave " << value;
    }
}

TEST(time_resolver, survives_any_bytes) {
    std::mt19937 random{11};
    std::uniform_int_distribution<int> byte{0, 255};
    for (int round = 0; round < 2000; ++round) {
        std::string phrase(static_cast<std::size_t>(round % 60), ' ');
        for (auto& c : phrase) c = static_cast<char>(byte(random));
        const auto value = value_of(phrase, {.reference = make_day(2015, 7, 2)});
        ASSERT_TRUE(value.empty() || parse_period(value));
    }
}

TEST(time_resolver, comes_to_an_end_with_dates_in_dates) {
    for (const char* part :
         {"end of first quarter of ", "first week of ", "first day of ", "eve of ", "week of ",
          "first anniversary of ", "a day before Monday ", "Monday ", "last Friday of ", "early ", "2 May ",
          "rest of ", "a week from ", "first half of "}) {
        std::string nested;
        for (int i = 0; i < 1000; ++i) nested += part;
        for (const auto reference : {std::optional<Day>{}, make_day(2015, 7, 2)}) {
            const auto value = value_of(nested, {.reference = reference});
            EXPECT_TRUE(value.empty() || parse_period(value)) << part;
        }
    }
}

TEST(tense_of, follows_the_auxiliary_then_the_ending) {
    const struct {
        std::string sentence;
        std::string trigger;
        Tense tense;
    } cases[] = {{"Ruritania will soon reopen its embassy.", "reopen", Tense::future},
                 {"Ruritania plans to visit.", "visit", Tense::future},
                 {"The envoy was formally expelled.", "expelled", Tense::past},
                 {"The pact has not been signed.", "signed", Tense::past},
                 {"The pact will be signed.", "signed", Tense::future},
                 {"Ruritania claims to have shot down a drone.", "shot", Tense::past},
                 {"Talks that were to open on Monday.", "open", Tense::future},
                 {"Ruritania had to close its embassy.", "close", Tense::past},
                 {"Ruritania severed relations.", "severed", Tense::past},
                 {"Ruritania expels two diplomats.", "expels", Tense::present},
                 {"Talks on trade.", "Talks", Tense::present},
                 {"The visit.", "visit", Tense::unknown}};
    for (const auto& c : cases) {
        const auto begin = c.sentence.find(c.trigger);
        EXPECT_EQ(resolver().tense_of(c.sentence, {begin, begin + c.trigger.size()}), c.tense) << c.sentence;
    }
    EXPECT_EQ(resolver().tense_of("short", {2, 90}), Tense::unknown);
}

}  // namespace
}  // namespace dragoman
