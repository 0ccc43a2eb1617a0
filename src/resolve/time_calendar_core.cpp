#include "base/file.h"
#include "resolve/time_core.h"

namespace dragoman {
namespace {

std::optional<unsigned> month_at(const TimeReading& reading, std::size_t at) {
    const auto month = reading.find(TimeKind::month, at);
    return month ? std::optional{static_cast<unsigned>(*month)} : std::nullopt;
}

/// A year in four digits.
std::optional<int> year_at(const TimeReading& reading, std::size_t at) {
    const auto year = reading.digits(at, 4, 4);
    return year && *year >= 1000 && *year < 2200 ? year : std::nullopt;
}

/// "4", "4th", "twenty-first", "twenty one" as a day of the month; moves `at` past it.
std::optional<unsigned> day_of_month(const TimeReading& reading, std::size_t& at) {
    std::size_t next = at;
    auto day = reading.ordinal(next);
    if (!day) {
        day = reading.digits(next, 1, 2);
        if (day) ++next;
    }
    if (!day && reading.lists.numbers.is_number_word(reading.word(at))) day = reading.count(next);
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    at = next;
    return static_cast<unsigned>(*day);
}

/// A year right after a date, or "last year" and the like; moves the core's end past it.
void take_year(const TimeReading& reading, TimeCore& core) {
    const auto at = reading.past_links(core.end);
    if (const auto year = year_at(reading, at)) {
        core.year = year;
        core.end = at + 1;
        return;
    }
    if (!reading.find(TimeKind::shift, at) ||
        reading.find(TimeKind::unit, at + 1) != static_cast<int>(TimeUnit::year))
        return;
    const auto relative = read_relative_core(reading, at);
    const auto day = relative ? relative->first_day() : std::nullopt;
    if (!relative || !day) return;
    core.year = year_of(*day);
    core.end = relative->end;
}

std::optional<TimeCore> read_month_day(const TimeReading& reading, std::size_t at) {
    const auto month = month_at(reading, at);
    if (!month) return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.month = month;
    core.end = at + 1;
    std::size_t next = core.end;
    if (reading.word(next) == "the" || reading.word(next) == "/" || reading.word(next) == "-") ++next;
    const auto day = day_of_month(reading, next);
    if (day && !reading.find(TimeKind::clock, next) && !reading.find(TimeKind::month, next)) {
        core.day = day;
        core.end = next;
    }
    take_year(reading, core);
    return core;
}

/// "20th of next month", and "20th" alone after "the".
std::optional<TimeCore> day_of_relative_month(const TimeReading& reading, TimeCore core, std::size_t at) {
    const auto begin = core.begin;
    if (reading.find(TimeKind::shift, at)) {
        const auto month = read_relative_core(reading, at);
        const auto first = month ? month->first_day() : std::nullopt;
        if (!month || !first || month->stretch != month_stretch(year_of(*first), month_of(*first))) {
            return std::nullopt;
        }
        core.year = year_of(*first);
        core.month = month_of(*first);
        core.end = month->end;
        return core;
    }
    if (begin == 0 || reading.word(begin - 1) != "the" || !reading.words[begin].is_number())
        return std::nullopt;
    core.end = begin;
    return reading.ordinal(core.end) ? std::optional{core} : std::nullopt;
}

std::optional<TimeCore> read_day_month(const TimeReading& reading, std::size_t at) {
    TimeCore core;
    core.begin = at;
    core.day = day_of_month(reading, at);
    if (!core.day) return std::nullopt;
    if (reading.word(at) == "of" || reading.word(at) == "-") ++at;
    core.month = month_at(reading, at);
    if (!core.month) return day_of_relative_month(reading, core, at);
    core.end = at + 1;
    if (reading.word(core.end) == "-") ++core.end;  // "3-May-2015"
    take_year(reading, core);
    if (reading.word(core.end - 1) == "-") --core.end;
    return core;
}

/// "2015-06-23", "2015-06", "1950-53", "1980s", "2003"; "1973, June" and "1980, 10 May".
std::optional<TimeCore> read_year_first(const TimeReading& reading, std::size_t at) {
    const auto year = year_at(reading, at);
    if (!year || reading.find(TimeKind::clock, at + 1)) return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.end = at + 1;
    const auto glued = [&reading](std::size_t i) {
        return i < reading.words.size() && reading.words[i].glued;
    };
    if (reading.word(at + 1) == "s" && glued(at + 1) && *year % 10 == 0) {
        core.stretch = decade_stretch(*year);
        core.end = at + 2;
        return core;
    }
    core.year = year;
    if (const auto month = reading.digits(at + 2, 2, 2), day = reading.digits(at + 4, 2, 2);
        month && day && reading.word(at + 1) == "/" && reading.word(at + 3) == "/") {
        core.month = static_cast<unsigned>(*month);
        core.day = static_cast<unsigned>(*day);
        core.end = at + 5;
        return core;
    }
    if ((reading.word(at + 1) == "-" || reading.word(at + 1) == "/") && glued(at + 2)) {
        const auto second = reading.digits(at + 2, 2, 2);
        const auto third = reading.word(at + 3) == "-" ? reading.digits(at + 4, 1, 2) : std::nullopt;
        if (second && (third || *second <= *year % 100) && *second >= 1 && *second <= 12) {
            core.month = static_cast<unsigned>(*second);
            if (third) core.day = static_cast<unsigned>(*third);
            core.end = third ? at + 5 : at + 3;
        } else if (second && !third && *second > *year % 100) {
            core.stretch = range_stretch(year_stretch(*year), year_stretch(*year / 100 * 100 + *second));
            core.end = at + 3;
        }
        return core;
    }
    if (const auto next = reading.word(at + 1) == "," ? at + 2 : at + 1; next < reading.words.size()) {
        auto date = read_day_month(reading, next);
        if (!date) date = read_month_day(reading, next);
        if (date && !date->year && date->month) {
            date->begin = at;
            date->year = year;
            return date;
        }
    }
    return core;
}

/// "1.6.2015": the day first.
std::optional<TimeCore> read_dotted(const TimeReading& reading, std::size_t at) {
    const auto parts = split_fields(reading.word(at), '.');
    if (parts.size() != 3 || parts[2].size() != 4) return std::nullopt;
    int numbers[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto number = parse_decimal(parts[i]);
        if (!number || *number < 1 || *number > 9999) return std::nullopt;
        numbers[i] = static_cast<int>(*number);
    }
    TimeCore core;
    core.begin = at;
    core.end = at + 1;
    core.day = static_cast<unsigned>(numbers[0]);
    core.month = static_cast<unsigned>(numbers[1]);
    core.year = numbers[2];
    return core;
}

constexpr int k_first_short_year = 50;  // "6/7/49" is of 2049, "6/7/50" of 1950

std::optional<int> slashed_year(const TimeReading& reading, std::size_t at) {
    if (const auto year = year_at(reading, at)) return year;
    const auto year = reading.digits(at, 2, 2);
    if (!year) return std::nullopt;
    return *year + (*year < k_first_short_year ? 2000 : 1900);
}

/// "6/7/2015", "6/7/15": the month first, as in American news, unless only the other way makes a date.
std::optional<TimeCore> read_slashed(const TimeReading& reading, std::size_t at) {
    if (auto dotted = read_dotted(reading, at)) return dotted;
    const auto first = reading.digits(at, 1, 2);
    const auto second = reading.digits(at + 2, 1, 2);
    const auto year = slashed_year(reading, at + 4);
    const auto slash = reading.word(at + 1);
    if (!first || !second || !year || slash != reading.word(at + 3) || (slash != "/" && slash != "-"))
        return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.end = at + 5;
    core.year = year;
    core.month = static_cast<unsigned>(*first > 12 ? *second : *first);
    core.day = static_cast<unsigned>(*first > 12 ? *first : *second);
    return core;
}

/// "Tuesday", and with a date: "Tuesday, 23 June". The date alone counts then.
std::optional<TimeCore> read_weekday(const TimeReading& reading, std::size_t at) {
    const auto weekday = reading.find(TimeKind::weekday, at);
    if (!weekday) return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.end = at + 1;
    core.weekday = weekday;
    std::size_t next = core.end;
    while (reading.find(TimeKind::clock, next)) ++next;
    next = reading.past_links(next);
    auto date = read_month_day(reading, next);
    if (!date) date = read_day_month(reading, next);
    if (date && date->day) {
        date->begin = at;
        return date;
    }
    if (date && !date->month) return date->begin = at, date;
    const auto week = read_relative_core(reading, next);
    if (!week || !week->stretch || week->stretch->first == week->stretch->last) return core;
    const auto monday = week->stretch->first_day();
    if (monday && weekday_of(*monday) == 1 && week->stretch->last_day() == *monday + std::chrono::days{6}) {
        core.stretch = day_stretch(*monday + std::chrono::days{*weekday - 1});
        core.end = week->end;
    }
    return core;
}

std::optional<TimeCore> read_season(const TimeReading& reading, std::size_t at) {
    const auto season = reading.find(TimeKind::season, at);
    if (!season) return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.end = at + 1;
    core.season = static_cast<Season>(*season);
    take_year(reading, core);
    if (!core.year && reading.word(core.end) == "of") return std::nullopt;  // "the fall of the wall"
    const bool winter_of_two_years = reading.word(core.end) == "-" || reading.word(core.end) == "/";
    if (core.year && winter_of_two_years && reading.digits(core.end + 1, 2, 4)) core.end += 2;
    return core;
}

}  // namespace

std::optional<TimeCore> read_calendar_core(const TimeReading& reading, std::size_t at) {
    for (const auto read :
         {read_slashed, read_year_first, read_weekday, read_month_day, read_day_month, read_season}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
