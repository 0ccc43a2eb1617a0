#include "resolve/feast_days.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::string by_rule(const char* rule, int year) {
    const auto day = day_by_rule(rule, year);
    return day ? format_day(*day) : "";
}

TEST(feast_days, fall_where_calendars_have_them) {
    const struct {
        const char* rule;
        int year;
        const char* day;
    } cases[] = {{"easter+0", 1916, "1916-04-23"},     {"easter-2", 2015, "2015-04-03"},
                 {"orthodox+0", 2016, "2016-05-01"},   {"orthodox+0", 2010, "2010-04-04"},
                 {"orthodox+0", 1917, "1917-04-15"},   {"rosh+0", 2015, "2015-09-14"},
                 {"rosh+0", 1999, "1999-09-11"},       {"rosh+9", 1973, "1973-10-06"},
                 {"rosh-163", 2016, "2016-04-23"},     {"rosh-193", 2015, "2015-03-05"},
                 {"islamic-9-1", 2015, "2015-06-18"},  {"islamic-10-1", 2016, "2016-07-07"},
                 {"islamic-1-10", 2010, "2010-12-17"}, {"islamic-1-1", 1979, "1979-11-21"},
                 {"12-25", 2015, "2015-12-25"},        {"4-4-11", 2015, "2015-11-26"}};
    for (const auto& c : cases) EXPECT_EQ(by_rule(c.rule, c.year), c.day) << c.rule << ' ' << c.year;
}

TEST(feast_days, are_none_for_what_is_no_rule) {
    for (const char* rule : {"", "-", "easter", "easter+x", "islamic", "islamic-13-1", "islamic-1-31", "2-30",
                             "a-b", "1-2-3-4", "islamic-1-1-1"}) {
        EXPECT_EQ(by_rule(rule, 2015), "") << rule;
    }
    EXPECT_EQ(by_rule("islamic-1-1", 600), "");
}

TEST(feast_days, come_once_a_lunar_year) {
    for (int year = 623; year <= 9999; year += 7) {
        const auto day = islamic_day_in(year, 1, 1);
        ASSERT_TRUE(day) << year;
        EXPECT_EQ(std::chrono::year_month_day{*day}.year(), std::chrono::year{year});
    }
}

}  // namespace
}  // namespace dragoman
