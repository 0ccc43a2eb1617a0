#include "resolve/time_amount.h"

namespace dragoman {
namespace {

/// Which way an amount is counted, and from which day.
struct Pointer {
    int sign = 0;
    Day base;
    std::size_t end = 0;
    bool explicit_base = false;  ///< "from tomorrow": not from the day of the text
};

/// "from now", "after tomorrow", "before yesterday".
std::optional<Pointer> pointer_from_day(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    const auto word = reading.word(at);
    const auto day = reading.find(TimeKind::day, at + 1);
    if (!day || !reference || (word != "from" && word != "after" && word != "before")) return std::nullopt;
    return Pointer{word == "before" ? -1 : 1, *reference + std::chrono::days{*day}, at + 2, true};
}

/// "ago", "earlier", "later". Events told as "a week after" another are the news of that day, so that the
/// other lies back: the codebook's texts use it so.
std::optional<Pointer> pointer_at(const TimeReading& reading, std::size_t at) {
    if (auto pointer = pointer_from_day(reading, at)) return pointer;
    const auto sign = reading.find(TimeKind::pointer, at);
    if (!sign || !reading.context.reference) return std::nullopt;
    // "a day after that decision" goes on from it; "a day after", and then what it followed, goes back.
    const bool on = reading.context.anchor && reading.word(at) == "after" && at + 1 < reading.words.size();
    return Pointer{on ? 1 : *sign, *reading.context.reference, at + 1, false};
}

bool is_exact(const TimeReading& reading, std::size_t at) {
    return at > 0 && reading.word(at - 1) == "exactly";
}

/// "three months ago", "a week earlier", "a few days after", "two days from tomorrow".
std::optional<TimeCore> read_counted(const TimeReading& reading, std::size_t at) {
    std::size_t next = at;
    const auto amount = read_amount(reading, next);
    const auto pointer = amount ? pointer_at(reading, next) : std::nullopt;
    if (!amount || !pointer) return std::nullopt;
    // "the day before yesterday" is one word's worth; "for three days from today" is a length.
    const bool length = at > 0 && reading.word(at - 1) == "for";
    if (pointer->explicit_base && (reading.word(at) == "the" || length)) return std::nullopt;
    const bool hours = amount->unit <= TimeUnit::hour;
    const bool told = direction_of(reading.context) == Direction::back;
    if (pointer->sign > 0 && told && !hours && !pointer->explicit_base) return std::nullopt;
    const bool same_day = hours && pointer->sign > 0 && told;
    const Day base = pointer->base;
    const auto stretch = same_day ? std::optional{day_stretch(base)}
                         : is_exact(reading, at)
                             ? std::optional{day_stretch(moved_day(base, *amount, pointer->sign))}
                             : moved_stretch(base, *amount, pointer->sign);
    if (!stretch) return std::nullopt;
    return stretch_core(at, pointer->end, *stretch, seen_from("counted units", base));
}

/// The stretch of the date that an amount is counted from. Of an act told as done, "before Saturday's vote"
/// may look ahead to the vote.
std::optional<Stretch> complete_base(const TimeCore& date, const TimeReading& reading,
                                     const TimeAmount& amount, int sign) {
    const auto& reference = reading.context.reference;
    const auto direction = direction_of(reading.context);
    const auto complete = [&](Direction way) {
        auto core = date;
        return complete_core(core, reading, way);
    };
    if (sign < 0 && direction == Direction::back && reference) {
        auto ahead = complete(Direction::ahead);
        const auto day = ahead ? ahead->first_day() : std::nullopt;
        if (day && moved_day(*day, amount, sign) <= *reference) return ahead;
    }
    return complete(direction);
}

/// "the day before Saturday's vote", "two years after the 2003 invasion", "a week from Tuesday".
std::optional<TimeCore> read_counted_from_date(const TimeReading& reading, std::size_t at) {
    std::size_t next = at;
    const auto amount = read_amount(reading, next);
    const auto word = reading.word(next);
    if (!amount || amount->inexact || (word != "before" && word != "after" && word != "from"))
        return std::nullopt;
    if (word == "from" && at > 0 && reading.word(at - 1) == "for") return std::nullopt;  // a length
    const int sign = word == "before" ? -1 : 1;
    const auto date = find_date(reading, next + 1);
    if (!date) return std::nullopt;
    const auto base = complete_base(*date, reading, *amount, sign);
    if (!base) return std::nullopt;
    const auto day = date->lasting ? base->last_day() : base->first_day();
    if (!day) return std::nullopt;
    const bool known = base->first.size() == 10 || amount->unit >= TimeUnit::year ||
                       (base->first.size() == 7 && amount->unit >= TimeUnit::month);
    if (!known && amount->months >= 12) return std::nullopt;
    const auto stretch =
        known ? moved_stretch(*day, *amount, sign) : base;  // "three weeks after the 2002 quake"
    if (!stretch) return std::nullopt;
    return stretch_core(at, date->end, *stretch, seen_from("counted units", *day));
}

/// "two Sundays ago", "two Mondays later".
std::optional<TimeCore> read_counted_weekday(const TimeReading& reading, std::size_t at) {
    std::size_t next = at;
    const auto count = reading.count(next);
    const auto weekday = count ? reading.find(TimeKind::weekday, next) : std::nullopt;
    const auto pointer = weekday ? pointer_at(reading, next + 1) : std::nullopt;
    if (!count || !weekday || !pointer) return std::nullopt;
    const int ahead = (*weekday - weekday_of(pointer->base) + 6) % 7 + 1;  // 1 to 7
    const int first = pointer->sign > 0 ? ahead : ahead - 7 - (ahead == 7 ? 7 : 0);
    const Day day = pointer->base + std::chrono::days{first + pointer->sign * 7 * (*count - 1)};
    if (!is_year(year_of(day))) return std::nullopt;
    return stretch_core(at, pointer->end, day_stretch(day), seen_from("weekday", pointer->base));
}

/// "the week before last", "the year after next".
std::optional<TimeCore> read_beyond(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    std::size_t next = reading.word(at) == "the" ? at + 1 : at;
    const auto unit = reading.unit(next);
    if (!unit || !reference) return std::nullopt;
    const auto side = reading.word(next);
    const auto last = reading.past_links(next + 1);
    int shift = 0;
    if (side == "before" && reading.word(last) == "last") shift = -2;
    if (side == "after" && reading.word(last) == "next") shift = 2;
    const auto stretch = shift != 0 ? unit_stretch(*reference, *unit, shift) : std::nullopt;
    if (!stretch) return std::nullopt;
    return stretch_core(at, last + 1, *stretch, seen_from("unit", *reference));
}

/// "in two weeks" (then), "within 30 days" (until then): only of what is still to come.
std::optional<TimeCore> read_ahead(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    const auto whole = reading.find(TimeKind::ahead, at);
    if (!whole || !reference || direction_of(reading.context) == Direction::back) return std::nullopt;
    std::size_t next = at + 1;
    while (reading.find(TimeKind::filler, next) && reading.word(next) != "a" && reading.word(next) != "an")
        ++next;
    const bool named =
        reading.find(TimeKind::unit, next) && reading.word(next - 1) == "the";  // "within the week"
    const auto amount = named ? std::nullopt : read_amount(reading, next);
    if (!amount) return std::nullopt;
    const auto pointer = pointer_at(reading, next);
    if (pointer && (!pointer->explicit_base || pointer->base != *reference)) return std::nullopt;
    if (pointer) next = pointer->end;  // "within two weeks from today"
    const Day far = moved_day(*reference, *amount, 1);
    if (!is_year(year_of(far))) return std::nullopt;
    if (amount->inexact && *whole != 0)  // "within days"
        return stretch_core(at, next, {format_day(*reference), ""}, seen_from("units ahead", *reference));
    const bool until = *whole != 0 && amount->unit > TimeUnit::hour;
    const auto like = reading.context.anchor && amount->days == 0 ? moved_stretch(far, amount->unit, 0)
                                                                  : std::optional{day_stretch(far)};
    if (!like) return std::nullopt;
    const auto stretch = until         ? std::optional{range_stretch(written_like(*like, *reference), *like)}
                         : *whole != 0 ? std::optional{day_stretch(far)}
                                       : moved_stretch(*reference, *amount, 1);
    if (!stretch) return std::nullopt;
    return stretch_core(at, next, *stretch, seen_from("units ahead", *reference));
}

}  // namespace

std::optional<TimeCore> read_counted_core(const TimeReading& reading, std::size_t at) {
    for (const auto read :
         {read_beyond, read_counted_weekday, read_counted_from_date, read_counted, read_ahead}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
