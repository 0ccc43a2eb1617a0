#include "page/date_text.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

std::string found(std::string_view text) {
    const auto day = find_day(text);
    return day ? format_day(*day) : "none";
}

TEST(FindDay, ReadsEveryUsualForm) {
    for (const auto* text :
         {"2015-07-02", "2015-07-02T09:30:00+09:00", "2015.07.02 17:05", "2015/7/2", "2015. 7. 2", "20150702",
          "20150702T093000Z", "July 2, 2015", "Jul 02,2015", "JUL. 2 2015", "2 July 2015",
          "Thu, 02 Jul 2015 09:30:00 GMT", "2nd of July, 2015", "02-Jul-2015",
          "Published : July 2nd, 2015 by A. Writer", "https://post.example/world/2015/07/02/treaty"}) {
        EXPECT_EQ(found(text), "2015-07-02") << text;
    }
    EXPECT_EQ(found("Sept. 3, 2015"), "2015-09-03");
}

TEST(FindDay, LeavesTheRestAlone) {
    for (const auto* text : {"", "07/02/2015", "July 2015", "2015-02-30", "Room 12, May", "1815-06-18",
                             "20159999", "123456789", "the 2015 season, 7 goals", "maybe 3, 2015"}) {
        EXPECT_EQ(found(text), "none") << text;
    }
}

TEST(FindDay, TakesTheFirst) {
    EXPECT_EQ(found("Posted May 1, 2020, updated June 1, 2021"), "2020-05-01");
}

}  // namespace
}  // namespace dragoman
