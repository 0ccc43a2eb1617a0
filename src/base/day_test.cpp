#include "base/day.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(day, parses_a_day_with_or_without_a_clock_time) {
    const auto day = make_day(2015, 7, 2);
    ASSERT_TRUE(day);
    EXPECT_EQ(parse_day("2015-07-02"), day);
    EXPECT_EQ(parse_day("2015-07-02T09:30:00+09:00"), day);
    EXPECT_EQ(parse_day("2015-07-02 09:30"), day);
}

TEST(day, refuses_what_is_no_day) {
    for (const char* text : {"", "2015", "2015-7-2", "2015-02-29", "2015-13-01", "2015-00-10", "2015-07-02x",
                             "2015/07/02", "-015-07-02", "2015--7-02", "2015-07-+2", "20150702"}) {
        EXPECT_FALSE(parse_day(text)) << text;
    }
}

TEST(day, writes_what_it_parses) {
    for (const char* text : {"0001-01-01", "1582-10-15", "1970-01-01", "2000-02-29", "9999-12-31"}) {
        const auto day = parse_day(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(format_day(*day), text);
    }
}

TEST(day, knows_the_last_day_of_a_month) {
    EXPECT_EQ(last_day_of_month(2016, 2), make_day(2016, 2, 29));
    EXPECT_EQ(last_day_of_month(1900, 2), make_day(1900, 2, 28));
    EXPECT_EQ(last_day_of_month(2015, 12), make_day(2015, 12, 31));
}

TEST(day, refuses_to_make_a_day_that_does_not_exist) {
    EXPECT_FALSE(make_day(2015, 2, 29));
    EXPECT_FALSE(make_day(2015, 0, 1));
    EXPECT_FALSE(make_day(2015, 13, 1));
    EXPECT_FALSE(make_day(2015, 4, 31));
}

}  // namespace
}  // namespace dragoman
