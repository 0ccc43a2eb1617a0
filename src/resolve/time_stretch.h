#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "base/period.h"

namespace dragoman {

/// Units of the calendar that time phrases count by, smallest first.
enum class TimeUnit : std::uint8_t {
    minute,
    hour,
    day,
    week,
    fortnight,
    weekend,
    month,
    quarter,
    year,
    decade,
    century
};

/// Seasons as time values write them: SP, SU, FA, WI.
enum class Season : std::uint8_t { spring, summer, autumn, winter };

/// A stretch of time as a time value names it: by its first and last part, which are the same for a single
/// day, month or year ("2015-06" to "2015-06"). An open end is empty.
struct Stretch {
    std::string first;
    std::string last;

    /// "2015-06", "2014-01/2014-11", "2015-07-05/".
    [[nodiscard]] std::string value() const { return first == last ? first : first + "/" + last; }
    [[nodiscard]] std::optional<Day> first_day() const;
    [[nodiscard]] std::optional<Day> last_day() const;
    /// Whether all its days are days of `other`; both ends of both must be closed.
    [[nodiscard]] bool within(const Stretch& other) const;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// Years that time values can write: four digits, none before 1.
bool is_year(int year);

Stretch day_stretch(Day day);
Stretch month_stretch(int year, unsigned month);
Stretch year_stretch(int year);
Stretch decade_stretch(int year);                                 ///< the decade that holds the year: "195X"
Stretch century_stretch(int year);                                ///< the hundred years that hold it: "19XX"
Stretch season_stretch(int year, Season season);                  ///< winter by the year in which it begins
Stretch months_stretch(int year, unsigned first, unsigned last);  ///< months of one year: "2014-01/2014-03"
Stretch range_stretch(const Stretch& first,
                      const Stretch& last);  ///< from the start of one to the end of the other

/// The day, or its month or year, written as finely as the example.
Stretch written_like(const Stretch& example, Day day);

int year_of(Day day);
unsigned month_of(Day day);
/// The day's weekday, 1 for Monday to 7.
int weekday_of(Day day);
Day monday_of(Day day);
/// The months of a unit; 0 if it is counted in days.
int months_in(TimeUnit unit);
/// The same day so many months on; the last of the month if it has no such day.
Day add_months(Day day, int months);
/// The day moved by so many units (no weekends).
Day add_units(Day day, TimeUnit unit, int count);

/// The week, month, year ... that is `shift` units after the one that holds `day`; nothing if the year has no
/// four digits.
std::optional<Stretch> unit_stretch(Day day, TimeUnit unit, int shift);

/// The day moved by a number of units, written no finer than the unit: "two years ago" is a year.
std::optional<Stretch> moved_stretch(Day day, TimeUnit unit, int count);

/// The n-th such weekday (1 Monday to 7) of a month; the last one if n is 5; nothing if there is no such n or
/// month.
std::optional<Day> nth_weekday(int year, int weekday, int n, int month);

}  // namespace dragoman
