#include "resolve/time_core.h"

namespace dragoman {
namespace {

std::optional<unsigned> month_at(const TimeReading& reading, std::size_t at) {
    const auto month = reading.find(TimeKind::month, at);
    return month ? std::optional{static_cast<unsigned>(*month)} : std::nullopt;
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
    std::size_t next = at;
    if (const auto year = reading.year(next)) {
        core.year = year;
        core.end = next;
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
    std::size_t year_end = next;
    const bool year = reading.year(year_end).has_value();  // "March nineteen ninety": no nineteenth
    const auto day = year ? std::nullopt : day_of_month(reading, next);
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
    if (const auto next = reading.word(at) == "in" ? at + 1 : at; reading.find(TimeKind::shift, next)) {
        const auto month = read_relative_core(reading, next);
        const auto first = month ? month->first_day() : std::nullopt;
        if (!month || !first || month->stretch != month_stretch(year_of(*first), month_of(*first))) {
            return std::nullopt;
        }
        core.year = year_of(*first);
        core.month = month_of(*first);
        core.end = month->end;
        return core;
    }
    core.end = begin;
    const bool ordinal = reading.ordinal(core.end).has_value();
    if (!ordinal && !reading.digits(core.end++, 1, 2)) return std::nullopt;
    const bool ends = core.end == reading.words.size();
    if (begin == 0) return ordinal && ends ? std::optional{core} : std::nullopt;
    // "the second" and "the 2" are a day only where nothing follows that they could count.
    const bool day = (ordinal && reading.words[begin].is_number()) || ends;
    return day && reading.word(begin - 1) == "the" ? std::optional{core} : std::nullopt;
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

/// "2003", "nineteen ninety-nine"; "1973, June" and "1980, 10 May".
std::optional<TimeCore> read_year_first(const TimeReading& reading, std::size_t at) {
    TimeCore core;
    core.begin = at;
    core.end = at;
    core.year = reading.year(core.end);
    if (!core.year || reading.find(TimeKind::clock, core.end)) return std::nullopt;
    if (const auto next = core.end + (reading.word(core.end) == "," ? 1 : 0); next < reading.words.size()) {
        auto date = read_day_month(reading, next);
        if (!date) date = read_month_day(reading, next);
        if (date && !date->year && date->month) {
            date->begin = at;
            date->year = core.year;
            return date;
        }
    }
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
        date->weekday = weekday;
        return date;
    }
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
    for (const auto read : {read_numeric_core, read_decade_core, read_year_first, read_weekday,
                            read_month_day, read_day_month, read_season}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
