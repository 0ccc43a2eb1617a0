#include "resolve/time_amount.h"

namespace dragoman {
namespace {

bool is_article(std::string_view word) {
    return word == "a" || word == "an" || word == "the";
}

void add(TimeAmount& amount, TimeUnit unit, int count) {
    amount.compound = amount.count > 0;
    amount.count = count;
    amount.unit = amount.compound ? std::min(amount.unit, unit) : unit;
    if (const int months = months_in(unit); months > 0)
        amount.months += months * count;
    else
        amount.days += static_cast<int>((add_units(Day{}, unit, count) - Day{}).count());
}

/// "half a century", "half a year".
std::optional<TimeAmount> read_half(const TimeReading& reading, std::size_t& at) {
    const auto unit = reading.find(TimeKind::unit, at + 2);
    if (reading.word(at) != "half" || !is_article(reading.word(at + 1)) || !unit) return std::nullopt;
    const int months = months_in(static_cast<TimeUnit>(*unit)) / 2;
    if (months == 0) return std::nullopt;
    at += 3;
    TimeAmount amount;
    add(amount, months < 12 ? TimeUnit::month : TimeUnit::year, months < 12 ? months : months / 12);
    return amount;
}

/// "a quarter of a century", "three quarters of a century", "a quarter century".
std::optional<TimeAmount> read_quarters(const TimeReading& reading, std::size_t& at) {
    constexpr int k_quarter = 25;
    std::size_t next = is_article(reading.word(at)) ? at + 1 : at;
    const auto count = next > at ? std::optional{1} : reading.count(next);
    if (!count || (reading.word(next) != "quarter" && reading.word(next) != "quarters")) return std::nullopt;
    ++next;
    if (reading.word(next) == "-") ++next;
    while (reading.word(next) == "of" || is_article(reading.word(next))) ++next;
    if (reading.word(next) != "century") return std::nullopt;
    at = next + 1;
    TimeAmount amount;
    add(amount, TimeUnit::year, k_quarter * *count);
    return amount;
}

/// How many: a number, "a", or a word for about so many.
struct Count {
    int value = 0;
    bool article = false;
    bool inexact = false;
};

Count read_count(const TimeReading& reading, std::size_t& at) {
    if (const auto count = reading.count(at)) return {*count};
    std::size_t next = is_article(reading.word(at)) ? at + 1 : at;
    const bool article = next > at;
    if (const auto about = reading.find(TimeKind::inexact, next)) {
        at = next + 1;
        if (reading.word(at) == "of") ++at;
        return {*about, false, true};
    }
    if (!article) return {};
    at = next;
    if (reading.word(at) == "single") ++at;
    return {1, true};
}

/// "and a half" after a number of years.
void add_half(const TimeReading& reading, TimeAmount& amount, std::size_t& at) {
    if (reading.word(at) != "and" || reading.word(at + 1) != "a" || reading.word(at + 2) != "half") return;
    if (amount.unit != TimeUnit::year) return;
    amount.compound = true;
    amount.unit = TimeUnit::month;
    amount.months += 6;
    at += 3;
}

/// More units after the first: "2 years 1 month and 21 days".
void add_more(const TimeReading& reading, TimeAmount& amount, std::size_t& at) {
    while (true) {
        std::size_t next = at;
        if (reading.word(next) == "," || reading.word(next) == "and") ++next;
        const auto count = reading.count(next);
        const auto unit = count ? reading.unit(next) : std::nullopt;
        if (!count || !unit) return;
        add(amount, *unit, *count);
        at = next;
    }
}

/// "days earlier", "hours later": some of them.
std::optional<int> uncounted(TimeUnit unit, std::string_view word) {
    constexpr int k_some = 3;
    if (unit <= TimeUnit::hour) return 0;
    return word.ends_with('s') && unit <= TimeUnit::month ? std::optional{k_some} : std::nullopt;
}

}  // namespace

std::optional<TimeAmount> read_amount(const TimeReading& reading, std::size_t& at) {
    std::size_t next = at;
    if (auto half = read_half(reading, next)) return at = next, half;
    if (auto quarters = read_quarters(reading, next)) return at = next, quarters;
    auto count = read_count(reading, next);
    if (reading.word(next) == "-") ++next;  // "six-day"
    TimeAmount amount;
    amount.business = reading.find(TimeKind::business, next).has_value();
    if (amount.business) ++next;
    const auto word = reading.word(next);
    const auto unit = reading.unit(next);
    if (!unit) return std::nullopt;
    if (count.value == 0) {
        const auto some = uncounted(*unit, word);
        if (!some) return std::nullopt;
        count = {*some, false, *some > 0};
    }
    add(amount, *unit, count.value);
    amount.inexact = count.inexact;
    amount.one = count.value == 1;
    if (!count.inexact) add_half(reading, amount, next);
    if (!count.inexact && !count.article) add_more(reading, amount, next);
    at = next;
    return amount;
}

Day moved_day(Day day, const TimeAmount& amount, int sign) {
    if (!amount.business)
        return add_months(day, sign * amount.months) + std::chrono::days{sign * amount.days};
    for (int left = amount.count; left > 0;) {
        day += std::chrono::days{sign};
        if (weekday_of(day) <= 5) --left;
    }
    return day;
}

std::optional<Stretch> moved_stretch(Day day, const TimeAmount& amount, int sign) {
    const Day moved = moved_day(day, amount, sign);
    const int year = year_of(moved);
    if (!is_year(year)) return std::nullopt;
    if (amount.inexact) {
        if (amount.unit >= TimeUnit::year) return std::nullopt;
        return unit_stretch(moved, amount.unit == TimeUnit::month ? TimeUnit::year : TimeUnit::month, 0);
    }
    if (amount.days != 0 || amount.unit < TimeUnit::month) return day_stretch(moved);
    const bool ago = sign < 0 && amount.one;
    if (ago && amount.unit == TimeUnit::century) return decade_stretch(year);
    if (amount.unit <= TimeUnit::quarter || (ago && amount.unit == TimeUnit::year))
        return month_stretch(year, month_of(moved));
    return year_stretch(year);
}

}  // namespace dragoman
