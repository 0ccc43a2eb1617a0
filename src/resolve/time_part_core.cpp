#include "resolve/time_core.h"

namespace dragoman {
namespace {

/// The n-th part of a year of `months` months; nothing if the year has fewer parts.
std::optional<Stretch> part_of_year(const Stretch& whole, int n, int months) {
    const auto first = whole.first_day();
    if (!first || whole.first.size() != 4 || n < 1 || n * months > 12) return std::nullopt;
    return months_stretch(year_of(*first), static_cast<unsigned>((n - 1) * months + 1),
                          static_cast<unsigned>(n * months));
}

/// The first or second half of a month.
std::optional<Stretch> half_of_month(const Stretch& month, int n) {
    constexpr std::chrono::days k_half{14};
    const auto first = month.first_day();
    const auto last = month.last_day();
    if (!first || !last || month != month_stretch(year_of(*first), month_of(*first)) || n < 1 || n > 2)
        return std::nullopt;
    const Day middle = *first + k_half;
    return n == 1 ? range_stretch(day_stretch(*first), day_stretch(middle))
                  : range_stretch(day_stretch(middle + std::chrono::days{1}), day_stretch(*last));
}

/// The n-th part of the year that the direction asks for.
std::optional<Stretch> part_near(Day day, int n, int months, Direction direction) {
    const auto part = part_of_year(year_stretch(year_of(day)), n, months);
    if (!part) return std::nullopt;
    int shift = 0;
    if (direction == Direction::back && part->first_day() > day) shift = -1;
    if (direction == Direction::ahead && part->last_day() < day) shift = 1;
    return is_year(year_of(day) + shift) ? part_of_year(year_stretch(year_of(day) + shift), n, months)
                                         : std::nullopt;
}

/// The n-th quarter or half, named from `at` on, of the year that is named from `next` on.
std::optional<TimeCore> part_of_whole(const TimeReading& reading, std::size_t at, std::size_t next, int n,
                                      int months) {
    const auto whole = read_whole(reading, next);
    TimeCore core;
    core.begin = at;
    core.end = whole.end;
    if (whole.end == next && reading.context.reference)
        core.stretch = part_near(*reading.context.reference, n, months, direction_of(reading.context));
    else if (whole.stretch)
        core.stretch = months == 6 && whole.stretch->first.size() == 7
                           ? half_of_month(*whole.stretch, n)
                           : part_of_year(*whole.stretch, n, months);
    core.reason = "part of a year";
    return core.stretch ? std::optional{core} : std::nullopt;
}

/// Which part a word names that is no number: "latter half", "final quarter", "opening half".
std::optional<int> named_part(std::string_view word, int parts) {
    if (word == "opening") return 1;
    const bool last = word == "latter" || word == "final" || word == "last" || word == "closing";
    return last ? std::optional{parts} : std::nullopt;
}

/// "second quarter of 2015", "first half of the year", "latter half of May".
std::optional<TimeCore> read_year_part(const TimeReading& reading, std::size_t at) {
    constexpr int k_year = 12;
    std::size_t next = at;
    auto n = reading.ordinal(next);
    const bool counted = n.has_value();
    if (!counted || reading.word(next) == "-") ++next;
    const auto name = reading.word(next);
    const int months = name == "quarter" ? 3 : name == "half" ? 6 : 0;
    if (months == 0) return std::nullopt;
    if (!counted && reading.word(next + 1) == "of") n = named_part(reading.word(at), k_year / months);
    return n ? part_of_whole(reading, at, next + 1, *n, months) : std::nullopt;
}

/// "Q3 2016", "H1".
std::optional<TimeCore> read_short_part(const TimeReading& reading, std::size_t at) {
    const auto name = reading.word(at);
    const int months = name == "q" ? 3 : name == "h" ? 6 : 0;
    const auto n = reading.digits(at + 1, 1, 1);
    if (months == 0 || !n || !reading.words[at + 1].glued) return std::nullopt;
    return part_of_whole(reading, at, at + 2, *n, months);
}

/// "rest of the year": from the day of the text on.
std::optional<TimeCore> read_rest(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    if ((reading.word(at) != "rest" && reading.word(at) != "remainder") || !reference) return std::nullopt;
    const auto whole = read_whole(reading, at + 1);
    const auto last = whole.stretch ? whole.stretch->last_day() : std::nullopt;
    if (!last || *last < *reference || whole.end == at + 1) return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.end = whole.end;
    core.stretch = range_stretch(day_stretch(*reference), day_stretch(*last));
    core.reason = "rest of a longer time";
    return core;
}

/// "first nine months of the year", "last two weeks of May".
std::optional<TimeCore> read_unit_part(const TimeReading& reading, std::size_t at) {
    const bool first = reading.word(at) == "first";
    if (!first && reading.word(at) != "last") return std::nullopt;
    std::size_t next = at + 1;
    const auto count = reading.count(next);
    const auto unit = reading.find(TimeKind::unit, next);
    const bool year_part = first && !count && unit == static_cast<int>(TimeUnit::quarter);
    const bool some = !count && reading.word(next).ends_with('s');  // "last days of the war"
    if (!unit || year_part || some || reading.word(next + 1) != "of") return std::nullopt;
    const auto whole = read_whole(reading, next + 1);
    if (!whole.stretch || whole.lasting) return std::nullopt;
    const auto from = whole.stretch->first_day();
    const auto to = whole.stretch->last_day();
    if (!from || !to || *unit < static_cast<int>(TimeUnit::day)) return std::nullopt;
    const int units = count.value_or(1);
    const auto day = std::chrono::days{1};
    const Day begin = first ? *from : add_units(*to + day, static_cast<TimeUnit>(*unit), -units);
    const Day end = first ? add_units(*from, static_cast<TimeUnit>(*unit), units) - day : *to;
    if (begin < *from || end > *to) return std::nullopt;
    const bool months = *unit >= static_cast<int>(TimeUnit::month);
    const auto part = [months](Day d) {
        return months ? month_stretch(year_of(d), month_of(d)) : day_stretch(d);
    };
    TimeCore core;
    core.begin = at;
    core.end = whole.end;
    core.stretch = range_stretch(part(begin), part(end));
    core.reason = "part of a longer time";
    return core;
}

/// "early months of the Korean War", "last days of World War II": no finer than the period is known.
std::optional<TimeCore> read_period_part(const TimeReading& reading, std::size_t at) {
    const bool first =
        reading.word(at) == "first" || reading.word(at) == "opening" || reading.word(at) == "early";
    const bool last = reading.word(at) == "last" || reading.word(at) == "final" || reading.word(at) == "late";
    if ((!first && !last) || !reading.find(TimeKind::unit, at + 1) || reading.word(at + 2) != "of")
        return std::nullopt;
    const auto whole = read_whole(reading, at + 2);
    if (!whole.stretch || !whole.lasting) return std::nullopt;
    const auto& part = first ? whole.stretch->first : whole.stretch->last;
    return stretch_core(at, whole.end, {part, part}, "part of a longer time");
}

/// "first Friday of July", "last Monday of next month", "second Sunday", "first weekend of June".
std::optional<TimeCore> read_weekday_part(const TimeReading& reading, std::size_t at) {
    constexpr int k_last = 5;
    constexpr int k_saturday = 6;
    std::size_t next = at;
    const bool last = reading.word(at) == "last";
    const auto n = last ? (++next, std::optional{k_last}) : reading.ordinal(next);
    const bool weekend = reading.find(TimeKind::unit, next) == static_cast<int>(TimeUnit::weekend);
    const auto weekday = weekend ? std::optional{k_saturday} : reading.find(TimeKind::weekday, next);
    if (!n || !weekday) return std::nullopt;
    auto whole = read_whole(reading, next + 1);
    if (whole.end == next + 1) {  // of this month, if nothing follows
        if (last || whole.end < reading.words.size() || !reading.context.reference) return std::nullopt;
        whole.stretch = unit_stretch(*reading.context.reference, TimeUnit::month, 0);
    }
    const auto from = whole.stretch ? whole.stretch->first_day() : std::nullopt;
    if (!from || whole.stretch != month_stretch(year_of(*from), month_of(*from))) return std::nullopt;
    const auto day = nth_weekday(year_of(*from), *weekday, *n, static_cast<int>(month_of(*from)));
    if (!day) return std::nullopt;
    const auto last_day = day_stretch(weekend ? *day + std::chrono::days{1} : *day);
    return stretch_core(at, whole.end, range_stretch(day_stretch(*day), last_day), "weekday of a month");
}

/// "end of June", "beginning of next year": the same time, its edge kept for "by" and "until".
std::optional<TimeCore> read_edge(const TimeReading& reading, std::size_t at) {
    const auto edge = reading.find(TimeKind::edge, at);
    if (!edge || reading.word(at + 1) != "of") return std::nullopt;
    auto core = read_time_core(reading, reading.past_links(at + 2));
    if (!core) return std::nullopt;
    core->begin = at;
    core->edge = static_cast<Edge>(*edge + 1);
    if (!core->stretch || !core->lasting) return core;
    if (core->edge == Edge::start) core->stretch->last = core->stretch->first;
    if (core->edge == Edge::end) core->stretch->first = core->stretch->last;
    return core;
}

/// "19th century", "eighteenth century".
std::optional<TimeCore> read_century(const TimeReading& reading, std::size_t at) {
    std::size_t next = at;
    const auto n = reading.ordinal(next);
    if (reading.word(next) == "-") ++next;
    if (!n || *n < 2 || *n > 22 || reading.word(next) != "century") return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.end = next + 1;
    core.stretch = century_stretch((*n - 1) * 100);
    return core;
}

}  // namespace

Whole read_whole(const TimeReading& reading, std::size_t at) {
    const auto next = reading.past_links(at);
    if (auto core = read_time_core(reading, next)) {
        auto stretch =
            core->stretch ? core->stretch : complete_core(*core, reading, direction_of(reading.context));
        if (stretch) return {stretch, core->end, core->lasting};
    }
    const auto& reference = reading.context.reference;
    const auto unit = next > at ? reading.find(TimeKind::unit, next) : std::nullopt;  // "rest of week"
    if (unit && reference) return {unit_stretch(*reference, static_cast<TimeUnit>(*unit), 0), next + 1};
    const bool unknown = next > at && next < reading.words.size();  // "first day of the fair"
    return {reference && !unknown ? unit_stretch(*reference, TimeUnit::year, 0) : std::nullopt, at};
}

std::optional<TimeCore> read_part_core(const TimeReading& reading, std::size_t at) {
    for (const auto read : {read_year_part, read_short_part, read_rest, read_week_core, read_weekday_part,
                            read_unit_part, read_period_part, read_edge, read_century}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
