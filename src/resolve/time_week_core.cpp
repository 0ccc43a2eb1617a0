#include "resolve/time_core.h"

namespace dragoman {
namespace {

using Days = std::chrono::days;

Stretch days_stretch(Day first, Day last) {
    return range_stretch(day_stretch(first), day_stretch(last));
}

bool is_week(const TimeReading& reading, std::size_t at) {
    return reading.find(TimeKind::unit, at) == static_cast<int>(TimeUnit::week);
}

/// "week of 16 September", "week beginning on February 4": from the Monday on or before the day. "weekend of
/// 13 June": of that week, but of a Monday's the week before.
std::optional<TimeCore> read_week_of_day(const TimeReading& reading, std::size_t at) {
    const bool weekend = reading.word(at) == "weekend";
    if (reading.word(at) != "week" && !weekend) return std::nullopt;
    std::size_t next = at + 1;
    if (reading.find(TimeKind::opener, next)) ++next;
    next = reading.past_links(next);
    if (next == at + 1) return std::nullopt;
    auto core = read_calendar_core(reading, next);
    if (!core || !core->day) return std::nullopt;
    const auto stretch = complete_core(*core, reading, direction_of(reading.context));
    const auto day = stretch ? stretch->first_day() : std::nullopt;
    if (!day) return std::nullopt;
    const Day monday = monday_of(weekend ? *day - Days{1} : *day);
    return stretch_core(at, core->end, days_stretch(weekend ? monday + Days{5} : monday, monday + Days{6}),
                        seen_from("week", *day));
}

/// The n-th week of a year or month, the last one if n < 0. As in ISO 8601 a week belongs to where its
/// Thursday is.
std::optional<Stretch> nth_week(Day first, Day last, int n) {
    const auto thursday_from = [](Day day) { return day + Days{(4 - weekday_of(day) + 7) % 7}; };
    const Day thursday = n < 0 ? thursday_from(last - Days{6}) : thursday_from(first) + Days{7 * (n - 1)};
    if (n == 0 || thursday > last || !is_year(year_of(thursday + Days{3}))) return std::nullopt;
    return days_stretch(thursday - Days{3}, thursday + Days{3});
}

std::optional<TimeCore> week_core(std::size_t begin, std::size_t end, std::optional<Stretch> week) {
    return week ? std::optional{stretch_core(begin, end, *week, "week of a longer time")} : std::nullopt;
}

/// "week 10", "week 10 of 2016".
std::optional<TimeCore> read_numbered_week(const TimeReading& reading, std::size_t at) {
    const auto n = is_week(reading, at) ? reading.digits(at + 1, 1, 2) : std::nullopt;
    if (!n) return std::nullopt;
    std::size_t end = at + 2;
    std::size_t next = reading.past_links(end);
    auto year = reading.year(next);
    if (year) end = next;
    if (!year && reading.context.reference) year = year_of(*reading.context.reference);
    if (!year) return std::nullopt;
    const auto first = year_stretch(*year).first_day();
    const auto last = year_stretch(*year).last_day();
    if (!first || !last) return std::nullopt;
    return week_core(at, end, nth_week(*first, *last, *n));
}

/// "third week of 2027", "last week of July".
std::optional<TimeCore> read_nth_week(const TimeReading& reading, std::size_t at) {
    std::size_t next = at;
    const auto n = reading.word(at) == "last" ? (++next, std::optional{-1}) : reading.ordinal(next);
    if (!n || !is_week(reading, next)) return std::nullopt;
    const auto whole = read_whole(reading, next + 1);
    const auto first = whole.stretch ? whole.stretch->first_day() : std::nullopt;
    const auto last = whole.stretch ? whole.stretch->last_day() : std::nullopt;
    const bool month_or_year =
        whole.stretch && whole.stretch->first == whole.stretch->last && whole.stretch->first.size() <= 7;
    if (!first || !last || !month_or_year || whole.end == next + 1) return std::nullopt;
    return week_core(at, whole.end, nth_week(*first, *last, *n));
}

/// "early next week", "end of next week". The days overlap, as the words do.
std::optional<TimeCore> read_week_part(const TimeReading& reading, std::size_t at) {
    constexpr int k_days[3][2] = {{1, 3}, {2, 5}, {4, 7}};
    std::size_t next = at + 1;
    auto part = reading.find(TimeKind::edge, at);
    if (!part || reading.word(next) != "of") {
        part = reading.find(TimeKind::part, at);
        const bool compared = reading.word(at).ends_with("er");  // "earlier this week": until now
        if (!part || compared) return std::nullopt;
        ++*part;  // from -1 .. 1 to the order of the edges
    }
    if (reading.word(next) == "-") ++next;
    auto core = read_relative_core(reading, reading.past_links(next));
    if (!core || !core->stretch) return std::nullopt;
    const auto monday = core->first_day();
    if (!monday || weekday_of(*monday) != 1 || core->stretch->last_day() != *monday + Days{6})
        return std::nullopt;
    const auto* days = k_days[*part];
    core->begin = at;
    core->stretch = days_stretch(*monday + Days{days[0] - 1}, *monday + Days{days[1] - 1});
    if (reading.find(TimeKind::edge, at)) core->edge = static_cast<Edge>(*part + 1);
    return core;
}

}  // namespace

std::optional<TimeCore> read_week_core(const TimeReading& reading, std::size_t at) {
    for (const auto read : {read_week_of_day, read_numbered_week, read_nth_week, read_week_part}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
