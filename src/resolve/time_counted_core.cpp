#include "resolve/time_core.h"

namespace dragoman {
namespace {

/// "three months ago", "a week earlier", "a few days after": back or on from the day of the text. Events told
/// as "a week after" another are the news of that day, so that the other lies back: the codebook's texts use
/// it so.
std::optional<TimeCore> read_counted(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    std::size_t next = at;
    auto count = reading.count(next);
    const auto inexact = count ? std::nullopt : reading.find(TimeKind::inexact, next);
    if (inexact) ++next;
    if (!count && !inexact &&
        (reading.word(next) == "a" || reading.word(next) == "an" || reading.word(next) == "the")) {
        if (reading.find(TimeKind::inexact, next + 1)) return std::nullopt;
        ++next;
        count = 1;
    }
    const auto unit = reading.unit(next);
    if (!unit || !reference) return std::nullopt;
    const bool hours = *unit <= TimeUnit::hour;
    if (!count && !inexact && !hours) return std::nullopt;
    const bool from_now = reading.word(next) == "from" && reading.find(TimeKind::day, next + 1) == 0;
    auto pointer = from_now ? std::optional{1} : reading.find(TimeKind::pointer, next);
    if (!from_now && reading.find(TimeKind::day, next + 1))
        return std::nullopt;  // "the day before yesterday"
    if (!pointer || (*pointer > 0 && !hours && !from_now && direction_of(reading.context) == Direction::back))
        return std::nullopt;
    next += from_now ? 2 : 1;
    if (hours && *pointer > 0 && direction_of(reading.context) == Direction::back) pointer = 0;
    const bool before_last = reading.word(next - 1) == "before" && reading.word(next) == "last";
    const int units = *pointer * (before_last ? 2 : count.value_or(inexact.value_or(0)));
    auto stretch = moved_stretch(*reference, *unit, units);
    if (inexact && *unit < TimeUnit::month && !hours) {
        stretch = unit_stretch(add_units(*reference, *unit, units), TimeUnit::month, 0);
    }
    if (!stretch) return std::nullopt;
    return stretch_core(at, next, *stretch, seen_from("counted units", *reference));
}

/// "half a century ago".
std::optional<TimeCore> read_half(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    const auto unit = reading.find(TimeKind::unit, at + 2);
    const bool half = reading.word(at) == "half" && reading.word(at + 1) == "a" &&
                      reading.find(TimeKind::pointer, at + 3) == -1;
    if (!half || !unit || *unit < static_cast<int>(TimeUnit::decade) || !reference) return std::nullopt;
    const int years = static_cast<TimeUnit>(*unit) == TimeUnit::century ? -50 : -5;
    const auto stretch = moved_stretch(*reference, TimeUnit::year, years);
    if (!stretch) return std::nullopt;
    return stretch_core(at, at + 4, *stretch, seen_from("counted units", *reference));
}

/// "in two weeks" (then), "within 30 days" (until then): only of what is still to come.
std::optional<TimeCore> read_ahead(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    const auto whole = reading.find(TimeKind::ahead, at);
    if (!whole || !reference || direction_of(reading.context) == Direction::back) return std::nullopt;
    std::size_t next = at + 1;
    while (reading.lists.knows(reading.word(next)) && reading.find(TimeKind::filler, next) &&
           reading.word(next) != "a")
        ++next;
    auto count = reading.count(next);
    if (!count && (reading.word(next) == "a" || reading.word(next) == "an")) count = 1, ++next;
    const auto unit = reading.unit(next);
    if (!count || !unit) return std::nullopt;
    const auto far = *whole == 0 ? moved_stretch(*reference, *unit, *count)
                                 : std::optional{day_stretch(add_units(*reference, *unit, *count))};
    if (!far || !is_year(year_of(add_units(*reference, *unit, *count)))) return std::nullopt;
    const auto stretch =
        *whole == 0 || *unit <= TimeUnit::hour ? *far : range_stretch(day_stretch(*reference), *far);
    return stretch_core(at, next, stretch, seen_from("units ahead", *reference));
}

}  // namespace

std::optional<TimeCore> read_counted_core(const TimeReading& reading, std::size_t at) {
    for (const auto read : {read_half, read_counted, read_ahead}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
