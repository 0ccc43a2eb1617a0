#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dragoman {

/// A day of the proleptic Gregorian calendar, without zone: days since 1970-01-01.
using Day = std::chrono::sys_days;

/// "2015-07-02" (and the day part of "2015-07-02T09:30:00+09:00") -> day; nothing if it is no valid day.
std::optional<Day> parse_day(std::string_view text);

/// Day -> "2015-07-02".
std::string format_day(Day day);

/// Makes a day if year, month and day name one that exists.
std::optional<Day> make_day(int year, unsigned month, unsigned day);

/// Last day of that month; month is 1..12.
Day last_day_of_month(int year, unsigned month);

}  // namespace dragoman
