#include "resolve/time_core.h"

#include <charconv>

namespace dragoman {
namespace {

using Days = std::chrono::days;

/// Whichever of both lies nearer to the day; the later one of two equally near ones.
Day nearer(Day day, Day before, Day after) {
    return after - day <= day - before ? after : before;
}

/// The candidate of a yearly date that the direction asks for.
template <class DateInYear>
std::optional<Day> yearly_day(Day day, Direction direction, const DateInYear& date_in) {
    constexpr int k_leap_cycle = 8;  // 29 February comes again within eight years
    std::optional<Day> before;
    std::optional<Day> after;
    for (int shift = 0; shift <= k_leap_cycle && !before; ++shift) {
        if (const auto date = date_in(year_of(day) - shift); date && *date <= day) before = date;
    }
    for (int shift = 0; shift <= k_leap_cycle && !after; ++shift) {
        if (const auto date = date_in(year_of(day) + shift); date && *date >= day) after = date;
    }
    if (direction == Direction::back || !after) return before;
    if (direction == Direction::ahead || !before) return after;
    return nearer(day, *before, *after);
}

Day weekday_near(Day day, int weekday, Direction direction) {
    const int ahead = (weekday - weekday_of(day) + 7) % 7;
    const Day after = day + Days{ahead};
    const Day before = ahead == 0 ? day : after - Days{7};
    if (direction == Direction::back) return before;
    return direction == Direction::ahead ? after : nearer(day, before, after);
}

/// The year in which a month or season lies whose first day is in `month`, and which lasts `length` months.
int year_near(Day day, unsigned month, int length, Direction direction) {
    // Counted in months: how far the period begins after the month of the day.
    const int ahead = (static_cast<int>(month) - static_cast<int>(month_of(day)) + 12) % 12;
    const bool running = ahead == 0 || ahead > 12 - length;
    const bool past =
        running ? ahead != 0 : direction == Direction::back || (direction == Direction::nearest && ahead > 6);
    return year_of(add_months(day, past ? ahead - 12 : ahead));
}

/// The day of this month, or of the one before or after that has it.
std::optional<Stretch> day_of_month_near(Day day, unsigned number, Direction direction) {
    const Day month =
        Day{std::chrono::year{year_of(day)} / std::chrono::month{month_of(day)} / std::chrono::day{1}};
    const auto in_month = [&](int shift) {
        const Day first = add_months(month, shift);
        return make_day(year_of(first), month_of(first), number);
    };
    auto date = in_month(0);
    if (date && direction == Direction::back && *date > day)
        date = in_month(-1);
    else if (date && direction == Direction::ahead && *date < day)
        date = in_month(1);
    if (!date) date = in_month(direction == Direction::back ? -1 : 1);
    return date ? std::optional{day_stretch(*date)} : std::nullopt;
}

/// "Friday the 22nd", "Monday, June 6": the nearest such date that is such a day, for a year around.
std::optional<Day> matching_weekday(const TimeCore& core, Day day) {
    constexpr int k_reach = 13;  // months
    if (!core.day || !core.weekday) return std::nullopt;
    const Day month =
        day - Days{static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{day}.day())) - 1};
    std::optional<Day> best;
    for (int shift = -k_reach; shift <= k_reach; ++shift) {
        const Day first = add_months(month, shift);
        if (core.month && month_of(first) != *core.month) continue;
        const auto date = make_day(year_of(first), month_of(first), *core.day);
        if (!date || weekday_of(*date) != *core.weekday) continue;
        if (!best || std::chrono::abs(*date - day) <= std::chrono::abs(*best - day)) best = date;
    }
    return best;
}

constexpr unsigned first_month(Season season) {
    return 3 * static_cast<unsigned>(season) + 3;
}

const char* direction_word(Direction direction) {
    if (direction == Direction::back) return "before";
    return direction == Direction::ahead ? "after" : "nearest to";
}

/// The date of the core in that year.
std::optional<Stretch> dated_stretch(const TimeCore& core, int year) {
    if (core.named_day != nullptr) {
        const auto days = named_days(*core.named_day, year);
        return days ? std::optional{range_stretch(day_stretch(days->first), day_stretch(days->second))}
                    : std::nullopt;
    }
    if (core.season) return season_stretch(year, *core.season);
    if (!core.month) return year_stretch(year);
    if (!core.day)
        return *core.month <= 12 && *core.month >= 1 ? std::optional{month_stretch(year, *core.month)}
                                                     : std::nullopt;
    const auto day = make_day(year, *core.month, *core.day);
    return day ? std::optional{day_stretch(*day)} : std::nullopt;
}

/// The named day or days that the direction asks for; of days that run, these are meant. Those that the
/// moon sets may be announced a day before the calendar's table has them.
std::optional<Stretch> named_near(const TimeCore& core, Day day, Direction direction) {
    const auto date_in = [&core, direction](int year) -> std::optional<Day> {
        const auto days = named_days(*core.named_day, year);
        if (!days) return std::nullopt;
        return direction == Direction::ahead ? days->second : days->first;
    };
    const bool early = core.named_day->value.starts_with("islamic") && direction == Direction::back;
    const auto date = yearly_day(early ? day + Days{1} : day, direction, date_in);
    if (!date || !is_year(year_of(*date))) return std::nullopt;
    return early && *date > day ? std::optional{day_stretch(day)} : dated_stretch(core, year_of(*date));
}

}  // namespace

std::string_view TimeReading::word(std::size_t at) const {
    return at < words.size() ? std::string_view{words[at].text} : std::string_view{};
}

std::size_t TimeReading::past_links(std::size_t at) const {
    while (word(at) == "the" || word(at) == "of" || word(at) == "in" || word(at) == "on" || word(at) == "," ||
           word(at) == "(")
        ++at;
    return at;
}

std::optional<int> TimeReading::count(std::size_t& at) const {
    const auto number = lists.numbers.read(words, at);
    if (!number || number->value < 1 || number->value > 9999) return std::nullopt;
    at = number->end;
    return static_cast<int>(number->value);
}

std::optional<int> TimeReading::ordinal(std::size_t& at) const {
    if (const auto number = digits(at, 1, 3)) {
        const auto suffix = word(at + 1);
        if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
        return at += 2, number;
    }
    if (const auto number = lists.numbers.ordinal(word(at))) return ++at, number;
    const std::size_t next = word(at + 1) == "-" ? at + 2 : at + 1;
    const auto rest = lists.numbers.ordinal(word(next));
    const auto tens = lists.numbers.read(words, at);
    if (!rest || *rest > 9 || !tens || tens->end > next || tens->value < 20 || tens->value > 90)
        return std::nullopt;
    at = next + 1;
    return static_cast<int>(tens->value) + *rest;
}

std::optional<TimeUnit> TimeReading::unit(std::size_t& at) const {
    const auto unit = find(TimeKind::unit, at);
    if (!unit) return std::nullopt;
    return ++at, static_cast<TimeUnit>(*unit);
}

std::optional<int> TimeReading::digits(std::size_t at, std::size_t fewest, std::size_t most) const {
    const auto text = word(at);
    if (text.size() < fewest || text.size() > most || words[at].span.size() != text.size())
        return std::nullopt;
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Direction direction_of(const TimeContext& context) {
    if (context.reference && context.reference == context.anchor) return Direction::ahead;  // a story runs on
    switch (context.status) {
        case Status::actual:
            return Direction::back;
        case Status::planned:
            return Direction::ahead;
        case Status::alleged:
            return context.tense == Tense::future ? Direction::ahead : Direction::back;
        case Status::possible:
        case Status::denied:
            break;
    }
    if (context.tense == Tense::past) return Direction::back;
    // "refused to meet on Monday": the tense of what is denied says nothing.
    const bool to_come = context.tense == Tense::future && context.status == Status::possible;
    return to_come ? Direction::ahead : Direction::nearest;
}

TimeCore stretch_core(std::size_t begin, std::size_t end, Stretch stretch, std::string reason) {
    TimeCore core;
    core.begin = begin;
    core.end = end;
    core.stretch = std::move(stretch);
    core.reason = std::move(reason);
    return core;
}

std::string seen_from(const char* what, Day reference) {
    return what + std::string{" seen from "} + format_day(reference);
}

std::optional<TimeCore> read_time_core(const TimeReading& reading, std::size_t at) {
    constexpr int k_deepest = 5;  // "the eve of the first day of the second half of last year"
    if (at >= reading.words.size() || reading.nesting >= k_deepest) return std::nullopt;
    const Nesting inside{reading};
    for (const auto read : {read_part_core, read_named_core, read_relative_core, read_calendar_core}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

std::optional<Stretch> complete_core_from(TimeCore& core, Day day, Direction direction) {
    if (core.stretch) return core.stretch;
    if (core.year) {
        if (core.reason.empty()) core.reason = "as written";
        return is_year(*core.year) ? dated_stretch(core, *core.year) : std::nullopt;
    }
    core.reason = std::string{" "} + direction_word(direction) + " " + format_day(day);
    if (core.weekday && !core.day) {
        core.reason.insert(0, "weekday");
        return day_stretch(weekday_near(day, *core.weekday, direction));
    }
    if (core.season || (core.month && !core.day)) {
        core.reason.insert(0, core.season ? "season" : "month");
        const unsigned month = core.season ? first_month(*core.season) : *core.month;
        return dated_stretch(core, year_near(day, month, core.season ? 3 : 1, direction));
    }
    core.reason.insert(0, "day");
    if (core.named_day != nullptr) return named_near(core, day, direction);
    if (const auto match = matching_weekday(core, day)) return day_stretch(*match);
    if (core.day && !core.month) return day_of_month_near(day, *core.day, direction);
    const auto date_in = [&core](int year) {
        return core.month && core.day ? make_day(year, *core.month, *core.day) : std::nullopt;
    };
    const auto date = yearly_day(day, direction, date_in);
    return date && is_year(year_of(*date)) ? std::optional{day_stretch(*date)} : std::nullopt;
}

std::optional<Stretch> complete_core(TimeCore& core, const TimeReading& reading, Direction direction) {
    if (core.stretch || core.year) return complete_core_from(core, Day{}, direction);
    const auto& reference = reading.context.reference;
    if (!reference) return std::nullopt;
    const bool weekday_to_come =
        core.weekday && reading.context.status == Status::possible && direction == Direction::nearest;
    return complete_core_from(core, *reference, weekday_to_come ? Direction::ahead : direction);
}

}  // namespace dragoman
