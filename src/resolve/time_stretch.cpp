#include "resolve/time_stretch.h"

#include <fmt/format.h>

#include <algorithm>

namespace dragoman {
namespace {

using Days = std::chrono::days;

Stretch single(const std::string& value) {
    return {value, value};
}

Stretch week_stretch(Day monday) {
    return range_stretch(day_stretch(monday), day_stretch(monday + Days{6}));
}

/// From Saturday to Sunday.
Stretch weekend_stretch(Day monday) {
    return range_stretch(day_stretch(monday + Days{5}), day_stretch(monday + Days{6}));
}

}  // namespace

std::optional<Day> Stretch::first_day() const {
    const auto period = parse_period(first);
    return period ? period->first : std::nullopt;
}

std::optional<Day> Stretch::last_day() const {
    const auto period = parse_period(last);
    return period ? period->last : std::nullopt;
}

bool Stretch::within(const Stretch& other) const {
    const auto a = first_day();
    const auto b = last_day();
    const auto c = other.first_day();
    const auto d = other.last_day();
    return a && b && c && d && *c <= *a && *b <= *d;
}

bool is_year(int year) {
    return year >= 1 && year <= 9999;
}

int year_of(Day day) {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}
unsigned month_of(Day day) {
    return static_cast<unsigned>(std::chrono::year_month_day{day}.month());
}
int weekday_of(Day day) {
    return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}
Day monday_of(Day day) {
    return day - Days{weekday_of(day) - 1};
}

Stretch day_stretch(Day day) {
    return single(format_day(day));
}
Stretch month_stretch(int year, unsigned month) {
    return single(fmt::format("{:04}-{:02}", year, month));
}
Stretch year_stretch(int year) {
    return single(fmt::format("{:04}", year));
}
Stretch decade_stretch(int year) {
    return single(fmt::format("{:03}X", year / 10));
}
Stretch century_stretch(int year) {
    return single(fmt::format("{:02}XX", year / 100));
}

Stretch season_stretch(int year, Season season) {
    constexpr const char* k_names[] = {"SP", "SU", "FA", "WI"};
    return single(fmt::format("{:04}-{}", year, k_names[static_cast<std::size_t>(season)]));
}

Stretch months_stretch(int year, unsigned first, unsigned last) {
    return range_stretch(month_stretch(year, first), month_stretch(year, last));
}

Stretch range_stretch(const Stretch& first, const Stretch& last) {
    if (first.first == last.last) return {first.first, last.last};
    // Decades have no ends that a range could be written with: "197X/198X" is 1970/1989.
    const auto years = [](std::string value, char filled) {
        std::replace(value.begin(), value.end(), 'X', filled);
        return value;
    };
    return {years(first.first, '0'), years(last.last, '9')};
}

Stretch written_like(const Stretch& example, Day day) {
    if (example.first.size() == 10) return day_stretch(day);
    if (example.first.size() == 7) return month_stretch(year_of(day), month_of(day));
    return year_stretch(year_of(day));
}

int months_in(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::month:
            return 1;
        case TimeUnit::quarter:
            return 3;
        case TimeUnit::year:
            return 12;
        case TimeUnit::decade:
            return 120;
        case TimeUnit::century:
            return 1200;
        default:
            return 0;
    }
}

Day add_months(Day day, int months) {
    constexpr int k_most = 12 * 10000;  // more would leave the calendar's range of years
    const std::chrono::year_month_day date{day};
    const auto month = date.year() / date.month() + std::chrono::months{std::clamp(months, -k_most, k_most)};
    const auto moved = month / date.day();
    return moved.ok() ? Day{moved} : Day{month / std::chrono::last};
}

Day add_units(Day day, TimeUnit unit, int count) {
    if (const int months = months_in(unit); months > 0) return add_months(day, months * count);
    if (unit == TimeUnit::minute) return day;
    if (unit == TimeUnit::hour) return day + Days{count / 24};
    if (unit == TimeUnit::day) return day + Days{count};
    return day + Days{count * (unit == TimeUnit::fortnight ? 14 : 7)};
}

std::optional<Stretch> unit_stretch(Day day, TimeUnit unit, int shift) {
    const Day moved = add_units(day, unit, shift);
    const int year = year_of(moved);
    if (!is_year(year) || !is_year(year_of(moved + Days{7}))) return std::nullopt;
    switch (unit) {
        case TimeUnit::week:
            return week_stretch(monday_of(moved));
        case TimeUnit::weekend:
            return weekend_stretch(monday_of(moved));
        case TimeUnit::month:
            return month_stretch(year, month_of(moved));
        case TimeUnit::quarter: {
            const unsigned first = (month_of(moved) - 1) / 3 * 3 + 1;
            return months_stretch(year, first, first + 2);
        }
        case TimeUnit::year:
            return year_stretch(year);
        case TimeUnit::decade:
            return decade_stretch(year);
        case TimeUnit::century:
            return century_stretch(year);
        default:
            return day_stretch(moved);
    }
}

std::optional<Stretch> moved_stretch(Day day, TimeUnit unit, int count) {
    switch (unit) {
        case TimeUnit::month:
        case TimeUnit::year:
            return unit_stretch(day, unit, count);
        case TimeUnit::quarter:
            return unit_stretch(day, TimeUnit::month, 3 * count);
        case TimeUnit::decade:
            return unit_stretch(day, TimeUnit::year, 10 * count);
        case TimeUnit::century:
            return unit_stretch(day, TimeUnit::year, 100 * count);
        default: {
            const Day moved = add_units(day, unit, count);
            return is_year(year_of(moved)) ? std::optional{day_stretch(moved)} : std::nullopt;
        }
    }
}

std::optional<Day> nth_weekday(int year, int weekday, int n, int month) {
    const auto first = make_day(year, static_cast<unsigned>(month), 1);
    if (!first || weekday < 1 || weekday > 7 || n < 1 || n > 5) return std::nullopt;
    const Day day = *first + Days{(weekday - weekday_of(*first) + 7) % 7 + 7 * (n - 1)};
    return month_of(day) == static_cast<unsigned>(month) ? day : day - Days{7};
}

}  // namespace dragoman
