#include "resolve/feast_days.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/file.h"
#include "resolve/time_stretch.h"

namespace dragoman {
namespace {

using Days = std::chrono::days;

std::optional<int> parse_int(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || status != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// Days of the Hebrew calendar from its beginning to the new moon of the year, put off where the rules say
/// so.
int hebrew_days(int year) {
    const int months = (235 * year - 234) / 19;
    const int parts = 12084 + 13753 * (months % 25920);
    const int day = 29 * months + months / 25920 * 13753 + parts / 25920;
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

/// A day of the Islamic calendar.
Day islamic_day(int year, int month, int day) {
    constexpr Days k_epoch{-492148 - 1};  // the day before 19 July 622
    const int months = (59 * (month - 1) + 1) / 2;
    return Day{k_epoch + Days{day + months + (year - 1) * 354 + (3 + 11 * year) / 30}};
}

/// "easter-2": a feast and the days from it.
std::optional<Day> moved_feast(std::string_view rule, int year) {
    constexpr struct {
        std::string_view name;
        Day (*day)(int);
    } k_feasts[] = {{"easter", easter_of}, {"orthodox", orthodox_easter_of}, {"rosh", rosh_hashanah_of}};
    for (const auto& feast : k_feasts) {
        if (!rule.starts_with(feast.name)) continue;
        const auto days = parse_int(rule.substr(feast.name.size()));
        return days ? std::optional{feast.day(year) + Days{*days}} : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Day easter_of(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int m = (a + 11 * h) / 319;
    const int r = (2 * e + 2 * (c / 4) - c % 4 - h + m + 32) % 7;
    const int n = h - m + r + 90;
    const int month = n / 25;
    const int day = (h - m + r + month + 19) % 32;
    return Day{std::chrono::year{year} / month / day};
}

Day orthodox_easter_of(int year) {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int month = (d + e + 114) / 31;
    const int day = (d + e + 114) % 31 + 1;
    const int behind = year / 100 - year / 400 - 2;  // days of the Julian calendar behind ours
    return Day{std::chrono::year{year} / month / day} + Days{behind};
}

Day rosh_hashanah_of(int year) {
    constexpr Days k_epoch{-1373427 - 719163};
    const int hebrew = year + 3761;
    const int before = hebrew_days(hebrew - 1);
    const int day = hebrew_days(hebrew);
    const int after = hebrew_days(hebrew + 1);
    const int put_off = after - day == 356 ? 2 : day - before == 382 ? 1 : 0;
    return Day{k_epoch + Days{day + put_off}};
}

std::optional<Day> islamic_day_in(int year, int month, int day) {
    constexpr int k_first_year = 622;
    if (year < k_first_year || month < 1 || month > 12 || day < 1 || day > 30) return std::nullopt;
    const int about = (year - k_first_year) * 10307 / 10000;  // 354.367 days a year
    for (int islamic = std::max(about - 1, 1); islamic <= about + 2; ++islamic) {
        if (const Day found = islamic_day(islamic, month, day); year_of(found) == year) return found;
    }
    return std::nullopt;
}

std::optional<Day> day_by_rule(std::string_view rule, int year) {
    if (const auto feast = moved_feast(rule, year)) return feast;
    auto parts = split_fields(rule, '-');
    const bool islamic = parts.front() == "islamic";
    if (islamic) parts.erase(parts.begin());
    std::vector<int> numbers;
    for (const auto part : parts) {
        const auto number = parse_int(part);
        if (!number || *number < 1) return std::nullopt;
        numbers.push_back(*number);
    }
    if (numbers.size() == 2 && islamic) return islamic_day_in(year, numbers[0], numbers[1]);
    if (numbers.size() == 2)
        return make_day(year, static_cast<unsigned>(numbers[0]), static_cast<unsigned>(numbers[1]));
    if (numbers.size() == 3 && !islamic) return nth_weekday(year, numbers[0], numbers[1], numbers[2]);
    return std::nullopt;
}

}  // namespace dragoman
