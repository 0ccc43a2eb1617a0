#include "base/period.h"

#include <algorithm>
#include <charconv>

namespace dragoman {
namespace {

using Days = std::chrono::days;

std::optional<int> digits(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// A day that is known to exist.
Day day_of(int year, unsigned month, unsigned day) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

Period months(int year, unsigned first, unsigned count) {
    const unsigned last = first + count - 1;
    const int wrapped = last > 12 ? 1 : 0;
    return {day_of(year, first, 1), last_day_of_month(year + wrapped, last - 12 * unsigned(wrapped))};
}

Period years(int first, int count) {
    return {day_of(first, 1, 1), day_of(first + count - 1, 12, 31)};
}

/// The seasons of the northern half of the world, by whole months. Winter bears the year in which it begins.
std::optional<Period> parse_season(int year, std::string_view name) {
    if (name == "SP") return months(year, 3, 3);
    if (name == "SU") return months(year, 6, 3);
    if (name == "FA") return months(year, 9, 3);
    if (name == "WI") return months(year, 12, 3);
    return std::nullopt;
}

/// ISO 8601: week 1 is the one that holds 4 January; weeks begin on Monday.
std::optional<Period> parse_week(int year, int week) {
    const auto monday_of = [](Day day) { return day - Days{std::chrono::weekday{day}.iso_encoding() - 1}; };
    const Day first = monday_of(day_of(year, 1, 4)) + Days{7 * (week - 1)};
    if (week < 1 || first >= monday_of(day_of(year + 1, 1, 4))) return std::nullopt;
    return Period{first, first + Days{6}};
}

std::optional<Period> parse_part(int year, std::string_view part) {
    if (part.size() != 2 && part.size() != 3) return std::nullopt;
    if (part.size() == 3) {
        const auto week = digits(part.substr(1));
        return part[0] == 'W' && week ? parse_week(year, *week) : std::nullopt;
    }
    if (part[0] == 'Q' && part[1] >= '1' && part[1] <= '4') {
        return months(year, 1 + 3 * static_cast<unsigned>(part[1] - '1'), 3);
    }
    const auto month = digits(part);
    if (!month) return parse_season(year, part);
    if (*month < 1 || *month > 12) return std::nullopt;
    return months(year, static_cast<unsigned>(*month), 1);
}

/// "2015", "195X", "19XX".
std::optional<Period> parse_years(std::string_view text) {
    if (text.size() != 4) return std::nullopt;
    if (text.ends_with("XX")) {
        const auto century = digits(text.substr(0, 2));
        return century ? std::optional{years(*century * 100, 100)} : std::nullopt;
    }
    if (text.ends_with('X')) {
        const auto decade = digits(text.substr(0, 3));
        return decade ? std::optional{years(*decade * 10, 10)} : std::nullopt;
    }
    const auto year = digits(text);
    return year ? std::optional{years(*year, 1)} : std::nullopt;
}

std::optional<Period> parse_single(std::string_view text) {
    if (text.size() == 4) return parse_years(text);
    if (text.size() == 10) {
        const auto day = parse_day(text);
        return day ? std::optional{Period{*day, *day}} : std::nullopt;
    }
    if (text.size() < 5 || text[4] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    return year ? parse_part(*year, text.substr(5)) : std::nullopt;
}

}  // namespace

std::optional<Period> parse_period(std::string_view value) {
    if (value == "?") return Period{};
    const auto slash = value.find('/');
    if (slash == std::string_view::npos) return parse_single(value);
    const auto left = value.substr(0, slash);
    const auto right = value.substr(slash + 1);
    if (left.empty() && right.empty()) return std::nullopt;
    Period period;
    if (!left.empty()) {
        const auto part = parse_single(left);
        if (!part) return std::nullopt;
        period.first = part->first;
    }
    if (!right.empty()) {
        const auto part = parse_single(right);
        if (!part) return std::nullopt;
        period.last = part->last;
    }
    if (period.first && period.last && *period.last < *period.first) return std::nullopt;
    return period;
}

}  // namespace dragoman
