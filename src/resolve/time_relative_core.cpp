#include "resolve/time_core.h"

namespace dragoman {
namespace {

using Days = std::chrono::days;

bool is_plural(std::string_view word) {
    return word.ends_with('s') || word.ends_with("ies");
}

/// "yesterday", "the day before yesterday".
std::optional<TimeCore> read_day_word(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    int shift = 0;
    std::size_t next = at;
    if (reading.word(at) == "day" && reading.find(TimeKind::day, at + 2)) {
        if (reading.word(at + 1) == "before") shift = -1;
        if (reading.word(at + 1) == "after") shift = 1;
        if (shift != 0) next = at + 2;
    }
    const auto day = reading.find(TimeKind::day, next);
    if (!day || !reference) return std::nullopt;
    const Day moved = *reference + Days{*day + shift};
    return stretch_core(at, next + 1, day_stretch(moved), seen_from("day", *reference));
}

/// A period as a time value writes it: a day, month or year where it is one.
Stretch stretch_of(const Period& period) {
    const auto [first, last] = std::pair{*period.first, *period.last};
    for (const auto& part :
         {day_stretch(first), month_stretch(year_of(first), month_of(first)), year_stretch(year_of(first))}) {
        if (part.first_day() == first && part.last_day() == last) return part;
    }
    return range_stretch(day_stretch(first), day_stretch(last));
}

/// "since then", "at the time": the time last named in the text.
std::optional<TimeCore> read_then(const TimeReading& reading, std::size_t at) {
    const auto& time = reading.context.last_time;
    const bool then = reading.word(at) == "then" || (reading.word(at) == "time" && at > 0);
    const bool pointing = then && (reading.word(at) == "then" || reading.word(at - 1) == "that" ||
                                   reading.word(at - 1) == "the");
    if (!pointing || !reading.context.anchor || !time || !time->first || !time->last) return std::nullopt;
    return stretch_core(at, at + 1, stretch_of(*time), "the time last named");
}

/// The weekend meant by "this weekend" or "over the weekend".
Stretch weekend_near(const TimeReading& reading, Day reference, int shift) {
    const auto direction = direction_of(reading.context);
    const Day saturday = monday_of(reference) + Days{5};
    const bool running = reference >= saturday;
    const bool past = shift < 0 || (shift == 0 && direction == Direction::back && !running);
    const int weeks = past ? -1 : (shift > 0 && running ? 1 : 0);
    return range_stretch(day_stretch(saturday + Days{7 * weeks}),
                         day_stretch(saturday + Days{7 * weeks + 1}));
}

/// The part of this week before or after the day of the text: "earlier this week".
Stretch part_of_week(Day reference, int part) {
    const Day monday = monday_of(reference);
    return part < 0 ? range_stretch(day_stretch(monday), day_stretch(reference))
                    : range_stretch(day_stretch(reference), day_stretch(monday + Days{6}));
}

/// How many units a phrase names that reaches from or to the day of the text.
struct Units {
    TimeUnit unit = TimeUnit::day;
    int count = 0;
    bool exact = false;
};

/// "past five years", "next two weeks", "coming days", "past few weeks": from or to the day of the text.
std::optional<Stretch> units_around(Day reference, const Units& units, int shift) {
    if (!units.exact && shift < 0) return recent_stretch(reference, units.unit, units.count);
    if (!units.exact) return Stretch{format_day(reference), ""};
    const bool year = units.unit == TimeUnit::year && units.count == 1;
    const auto unit = year ? TimeUnit::month : units.unit;
    const int count = shift * (year ? 12 : units.count);
    const auto far = moved_stretch(reference, unit, count);
    const auto near = moved_stretch(reference, unit, 0);
    if (!far || !near) return std::nullopt;
    return shift < 0 ? range_stretch(*far, *near) : range_stretch(*near, *far);
}

/// "last Saturday", "next March", "this summer".
std::optional<TimeCore> read_shifted_calendar(const TimeReading& reading, std::size_t at, std::size_t next,
                                              int shift) {
    const auto& reference = reading.context.reference;
    if (!reference) return std::nullopt;
    if (const auto weekday = reading.find(TimeKind::weekday, next); weekday && shift != 0) {
        const int ahead = (*weekday - weekday_of(*reference) + 7) % 7;
        const int days = shift > 0 ? (ahead == 0 ? 7 : ahead) : (ahead == 0 ? -7 : ahead - 7);
        return stretch_core(at, next + 1, day_stretch(*reference + Days{days}),
                            seen_from("weekday", *reference));
    }
    if (const auto month = reading.find(TimeKind::month, next); month && !reading.digits(next + 1, 1, 4)) {
        const int later = static_cast<unsigned>(*month) > month_of(*reference) ? 0 : 1;
        // The month just over is "last month": of its name the one before is meant.
        const int earlier = static_cast<unsigned>(*month) + 1 < month_of(*reference) ? 0 : -1;
        const int year = year_of(*reference) + (shift > 0 ? later : shift < 0 ? earlier : 0);
        return stretch_core(at, next + 1, month_stretch(year, static_cast<unsigned>(*month)),
                            seen_from("month", *reference));
    }
    if (const auto season = reading.find(TimeKind::season, next)) {
        TimeCore core;
        core.season = static_cast<Season>(*season);
        core.begin = at;
        core.end = next + 1;
        const Day from = shift == 0 ? *reference : add_months(*reference, shift * 3);
        const auto direction = shift < 0   ? Direction::back
                               : shift > 0 ? Direction::ahead
                                           : Direction::nearest;
        core.stretch = complete_core_from(core, from, direction);
        return core.stretch ? std::optional{core} : std::nullopt;
    }
    return std::nullopt;
}

/// "next week on Friday", "next week between Wednesday and Friday": the days of that week.
void take_weekday(const TimeReading& reading, std::size_t& next, Stretch& week) {
    auto at = reading.past_links(next);
    if (reading.word(at) == "between" || reading.word(at) == "from") ++at;
    const auto weekday = reading.find(TimeKind::weekday, at);
    const auto monday = week.first_day();
    if (!weekday || !monday) return;
    const auto last =
        reading.find(TimeKind::joiner, at + 1) ? reading.find(TimeKind::weekday, at + 2) : std::nullopt;
    const auto day = [&](int n) { return day_stretch(*monday + Days{n - 1}); };
    const bool range = last && *last > *weekday;
    week = range ? range_stretch(day(*weekday), day(*last)) : day(*weekday);
    next = range ? at + 3 : at + 1;
}

/// What stands before the unit: "earlier this", "last", "that same", "this past".
struct ShiftHead {
    std::optional<int> part;
    int shift = 0;
    std::size_t end = 0;
};

std::optional<ShiftHead> read_shift_head(const TimeReading& reading, std::size_t at) {
    ShiftHead head;
    std::size_t next = at;
    head.part = reading.find(TimeKind::part, next);
    if (head.part) ++next;
    if (head.part && (reading.word(next) == "on" || reading.word(next) == "in")) ++next;
    auto shift = reading.find(TimeKind::shift, next);
    if (!shift && head.part && reading.word(next) == "the") shift = 0;
    if (!shift) return std::nullopt;
    ++next;
    if (const auto second = reading.find(TimeKind::shift, next); second && *shift == 0) {
        shift = second;  // "that same day", "this past year"
        ++next;
    }
    head.shift = *shift;
    head.end = next;
    return head;
}

/// Whether one unit is meant as a length until now: "the past year", "in the last week".
bool is_rolling(const TimeReading& reading, std::size_t at, const ShiftHead& head, TimeUnit unit) {
    if (reading.word(head.end - 1) == "past") return true;
    const bool the_last = at > 1 && reading.word(at) == "last" && reading.word(at - 1) == "the";
    return the_last && unit != TimeUnit::century && unit != TimeUnit::quarter && unit != TimeUnit::weekend;
}

/// "last week", "this month", "past five years", "earlier this week", from the unit or its number on.
std::optional<TimeCore> read_shifted_unit(const TimeReading& reading, std::size_t at, const ShiftHead& head,
                                          Day reference) {
    constexpr int k_some = 3;
    std::size_t next = head.end;
    const auto count = reading.count(next);
    const auto about = count ? std::nullopt : reading.find(TimeKind::inexact, next);
    if (about) ++next;
    if (reading.word(next) == "-") ++next;
    const bool plural = is_plural(reading.word(next));
    const auto unit = reading.unit(next);
    if (!unit) return std::nullopt;
    const bool ranges = count || about || plural || is_rolling(reading, at, head, *unit);
    const Units units{*unit, count.value_or(about.value_or(plural ? k_some : 1)),
                      count || (!about && !plural)};
    std::optional<Stretch> stretch;
    if (*unit == TimeUnit::weekend)
        stretch = weekend_near(reading, reference, head.shift);
    else if (ranges && head.shift != 0)
        stretch = units_around(reference, units, head.shift);
    else if (head.part && *unit == TimeUnit::week && head.shift == 0 && *head.part != 0)
        stretch = part_of_week(reference, *head.part);
    else if (!ranges || count == 1)
        stretch = unit_stretch(reference, *unit, head.shift);
    if (*unit == TimeUnit::week && stretch && !ranges) take_weekday(reading, next, *stretch);
    if (!stretch) return std::nullopt;
    return stretch_core(at, next, *stretch, seen_from("unit", reference));
}

/// "last week", "last Saturday", "previous night".
std::optional<TimeCore> read_shift(const TimeReading& reading, std::size_t at) {
    const auto head = read_shift_head(reading, at);
    const auto& reference = reading.context.reference;
    if (!head || !reference) return std::nullopt;
    if (auto core = read_shifted_calendar(reading, at, head->end, head->shift)) return core;
    if (reading.find(TimeKind::clock, head->end)) {
        return stretch_core(at, head->end + 1, day_stretch(*reference + Days{head->shift}),
                            seen_from("time of day", *reference));
    }
    return read_shifted_unit(reading, at, *head, *reference);
}

/// "over the weekend", "of the year".
std::optional<TimeCore> read_plain_unit(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    std::size_t next = at;
    const auto unit = reading.unit(next);
    const auto before = at > 0 ? reading.word(at - 1) : std::string_view{};
    const auto end = reading.word(next) == "-" ? next + 1 : next;
    const bool ends =
        unit && *unit >= TimeUnit::week && reading.word(end) == "end";  // "year's end", "year-end"
    const bool named = before == "the" || before == "all" || ends;
    const bool of_other =
        reading.word(next) == "of" && reading.find(TimeKind::month, next + 1);  // "month of May"
    if (!reference || of_other || (!named && unit != TimeUnit::weekend)) return std::nullopt;
    if (!unit || is_plural(reading.word(at)) || reading.digits(next, 4, 4))
        return std::nullopt;  // "the year 2000"
    const auto stretch = *unit == TimeUnit::weekend ? std::optional{weekend_near(reading, *reference, 0)}
                                                    : unit_stretch(*reference, *unit, 0);
    if (!stretch) return std::nullopt;
    auto core = stretch_core(at, next, *stretch, seen_from("unit", *reference));
    const bool out = reading.word(next) == "is" && reading.word(next + 1) == "out";
    if (out || ends) core.edge = Edge::end;
    if (ends) core.end = end + 1;
    return core;
}

/// "9 a.m.", "0500 GMT", "dawn": on the day of the text, if no other day is named.
std::optional<TimeCore> read_clock(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    std::size_t next = at;
    if (next < reading.words.size() && reading.words[next].is_number()) ++next;
    const bool timed = next > at && reading.word(at).find(':') != std::string_view::npos;
    const auto first = next;
    while (reading.find(TimeKind::clock, next)) ++next;
    if (next == first && !timed) return std::nullopt;
    if (!reference) return std::nullopt;
    auto core = stretch_core(at, next, day_stretch(*reference), seen_from("time of day", *reference));
    core.clock = true;
    return core;
}

/// The night before the day of the text and that day: "overnight", "through the night".
std::optional<TimeCore> read_overnight(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    const bool through = at > 1 && reading.word(at) == "night" && reading.word(at - 1) == "the" &&
                         reading.word(at - 2) == "through";
    if ((reading.word(at) != "overnight" && !through) || !reference) return std::nullopt;
    auto core =
        stretch_core(at, at + 1, range_stretch(day_stretch(*reference - Days{1}), day_stretch(*reference)),
                     seen_from("night", *reference));
    core.clock = true;
    return core;
}

}  // namespace

std::optional<TimeCore> read_relative_core(const TimeReading& reading, std::size_t at) {
    for (const auto read : {read_day_word, read_then, read_shift, read_counted_core, read_plain_unit,
                            read_overnight, read_clock}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
