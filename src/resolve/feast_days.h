#pragma once

#include <optional>
#include <string_view>

#include "base/day.h"

namespace dragoman {

/// Western Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876).
Day easter_of(int year);

/// Easter Sunday of the Orthodox churches: by the Julian calendar (Meeus, Astronomical Algorithms, chapter
/// 8).
Day orthodox_easter_of(int year);

/// Rosh Hashanah, the Jewish new year, that falls in the autumn of that year (Reingold and Dershowitz,
/// Calendrical Calculations). Days from it count the other feasts: no month between Passover and it varies.
Day rosh_hashanah_of(int year);

/// The first of the year's days of that day and month of the Islamic calendar, by its table of 30 years;
/// where the moon is watched, the day may be one off. Nothing if the year has none, or there is no such
/// month.
std::optional<Day> islamic_day_in(int year, int month, int day);

/// A day of that year by a rule of data/time/days.tsv; nothing if the rule is none.
std::optional<Day> day_by_rule(std::string_view rule, int year);

}  // namespace dragoman
