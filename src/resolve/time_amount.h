#pragma once

#include <optional>

#include "resolve/time_core.h"

namespace dragoman {

/// A length of time that a phrase counts: "three months", "2 years 1 month and 21 days", "half a century", "a
/// few weeks", "five working days".
struct TimeAmount {
    int count = 0;                  ///< of `unit`; 0 for hours that are not counted
    TimeUnit unit = TimeUnit::day;  ///< the smallest of its units
    int months = 0;                 ///< all of it is so many months
    int days = 0;                   ///< and so many days
    bool compound = false;          ///< of several units
    bool one = false;               ///< "a year", "one year"
    bool inexact = false;           ///< "a few", "several"
    bool business = false;          ///< days from Monday to Friday
};

/// The amount that begins at `at`; moves `at` past it.
std::optional<TimeAmount> read_amount(const TimeReading& reading, std::size_t& at);

/// The day that lies the amount before (sign < 0) or after a day.
Day moved_day(Day day, const TimeAmount& amount, int sign);

/// The same, written no finer than the amount is: "two years ago" is a year, "a year ago" a month, "a few
/// days ago" a month, "a few years ago" nothing.
std::optional<Stretch> moved_stretch(Day day, const TimeAmount& amount, int sign);

}  // namespace dragoman
