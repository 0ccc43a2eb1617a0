#include "base/period.h"

#include <gtest/gtest.h>

#include <string>

namespace dragoman {
namespace {

struct Case {
    std::string value;
    std::string first;  // empty: open
    std::string last;
};

TEST(parse_period, covers_the_days_that_each_form_names) {
    const Case cases[] = {
        {"2015-06-23", "2015-06-23", "2015-06-23"},
        {"2016-02", "2016-02-01", "2016-02-29"},
        {"2015", "2015-01-01", "2015-12-31"},
        {"195X", "1950-01-01", "1959-12-31"},
        {"18XX", "1800-01-01", "1899-12-31"},
        {"2015-Q2", "2015-04-01", "2015-06-30"},
        {"2015-SP", "2015-03-01", "2015-05-31"},
        {"2015-SU", "2015-06-01", "2015-08-31"},
        {"2015-FA", "2015-09-01", "2015-11-30"},
        {"2015-WI", "2015-12-01", "2016-02-29"},
        {"2015-W26", "2015-06-22", "2015-06-28"},
        {"2015-W01", "2014-12-29", "2015-01-04"},
        {"2020-W53", "2020-12-28", "2021-01-03"},
        {"2014-01/2014-11", "2014-01-01", "2014-11-30"},
        {"195X/2015-06-23", "1950-01-01", "2015-06-23"},
        {"2015-07-05/", "2015-07-05", ""},
        {"/2015-07", "", "2015-07-31"},
        {"?", "", ""},
    };
    for (const auto& c : cases) {
        const auto period = parse_period(c.value);
        ASSERT_TRUE(period) << c.value;
        EXPECT_EQ(period->first ? format_day(*period->first) : "", c.first) << c.value;
        EXPECT_EQ(period->last ? format_day(*period->last) : "", c.last) << c.value;
    }
}

TEST(parse_period, refuses_everything_else) {
    for (const char* value : {"",
                              "/",
                              "15",
                              "2015-",
                              "2015-13",
                              "2015-00",
                              "2015-02-30",
                              "2015-W54",
                              "2015-W00",
                              "2019-W53",
                              "2015-Q5",
                              "2015-XX",
                              "20X5",
                              "?/2015",
                              "2015-06-23/2015-06-22",
                              "2015/2014",
                              "2015/2016/2017",
                              "2015-06-23T",
                              "2015-06-23T10:00",
                              "+015",
                              "2015-+6",
                              "-15X",
                              "next week"}) {
        EXPECT_FALSE(parse_period(value)) << value;
    }
}

}  // namespace
}  // namespace dragoman
