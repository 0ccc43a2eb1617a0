#include "base/file.h"
#include "resolve/time_core.h"

namespace dragoman {
namespace {

std::optional<TimeCore> numeric_core(std::size_t begin, std::size_t end, std::optional<int> year, int month,
                                     std::optional<int> day) {
    if (month < 1 || month > 12) return std::nullopt;
    TimeCore core;
    core.begin = begin;
    core.end = end;
    core.year = year;
    core.month = static_cast<unsigned>(month);
    if (day) core.day = static_cast<unsigned>(*day);
    return core;
}

/// "1.6.2015": the day first. "2015.6.1" and "2015.6": the year first.
std::optional<TimeCore> read_dotted(const TimeReading& reading, std::size_t at) {
    const auto parts = split_fields(reading.word(at), '.');
    if (parts.size() != 2 && parts.size() != 3) return std::nullopt;
    std::vector<int> numbers;
    for (const auto part : parts) {
        const auto number = parse_decimal(part);
        if (!number || *number < 1 || *number > 9999) return std::nullopt;
        numbers.push_back(static_cast<int>(*number));
    }
    const bool year_first = parts.front().size() == 4 && is_news_year(numbers.front());
    if (parts.size() == 2)
        return year_first ? numeric_core(at, at + 1, numbers[0], numbers[1], {}) : std::nullopt;
    if (year_first) return numeric_core(at, at + 1, numbers[0], numbers[1], numbers[2]);
    if (parts.back().size() != 4) return std::nullopt;
    return numeric_core(at, at + 1, numbers[2], numbers[1], numbers[0]);
}

bool is_separator(std::string_view word) {
    return word == "/" || word == "-";
}

constexpr int k_first_short_year = 50;  // "6/7/49" is of 2049, "6/7/50" of 1950

std::optional<int> slashed_year(const TimeReading& reading, std::size_t at) {
    if (const auto year = reading.digits(at, 4, 4); year && is_news_year(*year)) return year;
    const auto year = reading.digits(at, 2, 2);
    if (!year) return std::nullopt;
    return *year + (*year < k_first_short_year ? 2000 : 1900);
}

/// "6/7/2015", "6/7/15", "6/7, 2015": the month first, as in American news, unless only the other way makes a
/// date.
std::optional<TimeCore> read_slashed(const TimeReading& reading, std::size_t at) {
    const auto first = reading.digits(at, 1, 2);
    const auto second = reading.digits(at + 2, 1, 2);
    const auto mark = reading.word(at + 1);
    const auto next = reading.word(at + 3);
    const auto year = slashed_year(reading, at + 4);
    const bool joined = mark == next || (mark == "/" && next == ",");
    if (!first || !second || !year || !is_separator(mark) || !joined) return std::nullopt;
    const bool day_first = *first > 12;
    return numeric_core(at, at + 5, year, day_first ? *second : *first, day_first ? *first : *second);
}

/// "4/22", "22/4", which has no year; but not "24/7".
std::optional<TimeCore> read_slashed_day(const TimeReading& reading, std::size_t at) {
    const auto first = reading.digits(at, 1, 2);
    const auto second = reading.digits(at + 2, 1, 2);
    const bool always = first == 24 && second == 7;
    const bool goes_on = is_separator(reading.word(at + 3)) || reading.find(TimeKind::month, at + 3);
    if (!first || !second || reading.word(at + 1) != "/" || goes_on || always) return std::nullopt;
    const bool day_first = *first > 12;
    auto core = numeric_core(at, at + 3, {}, day_first ? *second : *first, day_first ? *first : *second);
    return core && core->day >= 1U && core->day <= 31U ? core : std::nullopt;
}

/// "3/2015", "11 - 2016".
std::optional<TimeCore> read_month_year(const TimeReading& reading, std::size_t at) {
    const auto month = reading.digits(at, 1, 2);
    const auto year = reading.digits(at + 2, 4, 4);
    if (!month || !year || !is_separator(reading.word(at + 1)) || !is_news_year(*year)) return std::nullopt;
    return numeric_core(at, at + 3, year, *month, {});
}

/// "2015/06/23", "2019-Sep-1".
std::optional<TimeCore> read_year_month_day(const TimeReading& reading, std::size_t at) {
    const auto year = reading.digits(at, 4, 4);
    const auto mark = reading.word(at + 1);
    auto month = reading.digits(at + 2, 1, 2);
    if (!month) month = reading.find(TimeKind::month, at + 2);
    const auto day = reading.digits(at + 4, 1, 2);
    if (!year || !is_news_year(*year) || !is_separator(mark) || mark != reading.word(at + 3) || !month ||
        !day)
        return std::nullopt;
    return numeric_core(at, at + 5, year, *month, day);
}

/// "2015-06", "2015/6", "2016 - 11"; "1950-53" is a range.
std::optional<TimeCore> read_year_month(const TimeReading& reading, std::size_t at) {
    const auto year = reading.digits(at, 4, 4);
    const auto second = reading.digits(at + 2, 1, 2);
    if (!year || !is_news_year(*year) || !is_separator(reading.word(at + 1)) || !second) return std::nullopt;
    const bool short_year = reading.word(at + 2).size() == 2 && *second > *year % 100;
    if (!short_year) {
        return reading.find(TimeKind::unit, at + 3) ? std::nullopt
                                                    : numeric_core(at, at + 3, year, *second, {});
    }
    return stretch_core(at, at + 3,
                        range_stretch(year_stretch(*year), year_stretch(*year / 100 * 100 + *second)), "");
}

}  // namespace

std::optional<TimeCore> read_numeric_core(const TimeReading& reading, std::size_t at) {
    if (at >= reading.words.size() || !reading.words[at].is_number()) return std::nullopt;
    for (const auto read : {read_dotted, read_slashed, read_year_month_day, read_year_month, read_month_year,
                            read_slashed_day}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
