#include "resolve/time_amount.h"

namespace dragoman {
namespace {

using Days = std::chrono::days;

/// So many days that end with the day of the text, which counts as one of them.
Stretch days_until(Day last, int count) {
    return range_stretch(day_stretch(last - Days{count - 1}), day_stretch(last));
}

/// "third consecutive day", "third day running", "second straight night".
std::optional<TimeCore> read_nth_day(const TimeReading& reading, std::size_t at, Day last) {
    std::size_t next = at;
    const auto n = reading.ordinal(next);
    if (!n) return std::nullopt;
    const bool counted = reading.find(TimeKind::running, next) || reading.find(TimeKind::running, next + 1) ||
                         reading.word(next + 1) == "in" || reading.word(0) == "for";
    if (!counted) return std::nullopt;
    if (reading.find(TimeKind::running, next)) ++next;
    const bool day = reading.find(TimeKind::unit, next) == static_cast<int>(TimeUnit::day);
    if (!day && !reading.find(TimeKind::clock, next)) return std::nullopt;
    return stretch_core(at, next + 1, days_until(last, *n), seen_from("days in a row", last));
}

/// "for three days", "14-month": as long, until the day of the text.
std::optional<TimeCore> read_length(const TimeReading& reading, std::size_t at, Day last) {
    const auto unit = reading.find(TimeKind::unit, at);
    const bool first_time = at > 1 && reading.word(at - 2) == "time";  // "for the first time in years"
    if ((unit && *unit > static_cast<int>(TimeUnit::hour)) || first_time) return std::nullopt;
    std::size_t next = at;
    const auto amount = read_amount(reading, next);
    if (amount && amount->one && amount->unit == TimeUnit::day) return std::nullopt;
    if (!amount || reading.find(TimeKind::pointer, next)) return std::nullopt;  // "a decade later"
    std::optional<Stretch> stretch;
    if (amount->inexact)
        stretch = recent_stretch(last, amount->unit, amount->count);
    else if (amount->unit == TimeUnit::day && !amount->compound)
        stretch = days_until(last, amount->count);
    else if (const auto far = moved_stretch(last, *amount, -1))
        stretch = amount->one && amount->unit == TimeUnit::century
                      ? std::nullopt
                      : std::optional{range_stretch(*far, written_like(*far, last))};
    if (!stretch || !is_year(year_of(moved_day(last, *amount, -1)))) return std::nullopt;
    return stretch_core(at, next, *stretch, seen_from("length of time", last));
}

}  // namespace

std::optional<Stretch> recent_stretch(Day last, TimeUnit unit, int count) {
    if (unit >= TimeUnit::quarter) return std::nullopt;
    const Day first = add_units(last, unit, -count);
    if (unit <= TimeUnit::day) return range_stretch(day_stretch(first), day_stretch(last));
    return range_stretch(month_stretch(year_of(first), month_of(first)),
                         month_stretch(year_of(last), month_of(last)));
}

std::optional<TimeCore> read_duration_core(const TimeReading& reading) {
    const auto& last = reading.context.reference;
    if (!last || direction_of(reading.context) != Direction::back) return std::nullopt;
    for (std::size_t at = 0; at < reading.words.size(); ++at) {
        if (reading.find(TimeKind::recurring, at)) return std::nullopt;  // "twice a week"
        if (auto core = read_nth_day(reading, at, *last)) return core;
        if (auto core = read_length(reading, at, *last)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
