#include "resolve/time_core.h"

namespace dragoman {
namespace {

/// A whole number written in words: "nineteen", "seventy-eight".
std::optional<int> small_number(const TimeReading& reading, std::size_t& at) {
    if (at >= reading.words.size() || reading.words[at].is_number() ||
        !reading.lists.numbers.is_number_word(reading.word(at)))
        return std::nullopt;
    return reading.count(at);
}

/// The last two digits of a year in words: "seventy-eight", "zero one"; moves `at` past them.
std::optional<int> year_in_century(const TimeReading& reading, std::size_t& at) {
    std::size_t next = reading.word(at) == "-" ? at + 1 : at;
    const bool zero = reading.word(next) == "zero" || reading.word(next) == "oh";
    if (zero) ++next;
    const auto number = small_number(reading, next);
    if (!number || (zero ? *number > 9 : *number < 10) || *number > 99) return std::nullopt;
    at = next;
    return number;
}

/// The first two digits of a year or decade in one word, "nineteen", "twenty"; moves `at` past it.
std::optional<int> century_digits(const TimeReading& reading, std::size_t& at) {
    if (at >= reading.words.size() || !reading.lists.numbers.is_number_word(reading.word(at)))
        return std::nullopt;
    const std::vector<PhraseWord> alone{reading.words[at]};
    const auto number = reading.lists.numbers.read(alone, 0);
    if (!number || number->value < 10 || number->value > 21) return std::nullopt;
    return ++at, static_cast<int>(number->value);
}

/// The year in which the decade of a century began, as of the day of the text: the latest of that name.
int latest_decade(const TimeReading& reading, int decade) {
    constexpr int k_default_century = 1900;
    const auto& reference = reading.context.reference;
    if (!reference) return k_default_century + decade;
    const int begun = year_of(*reference) / 100 * 100 + decade;
    return begun > year_of(*reference) ? begun - 100 : begun;
}

std::optional<TimeCore> decade_core(std::size_t begin, std::size_t end, int year) {
    if (!is_year(year)) return std::nullopt;
    return stretch_core(begin, end, decade_stretch(year), "");
}

/// "1970s", "the 70s".
std::optional<TimeCore> read_decade_in_digits(const TimeReading& reading, std::size_t at) {
    const bool plural =
        at + 1 < reading.words.size() && reading.word(at + 1) == "s" && reading.words[at + 1].glued;
    if (!plural) return std::nullopt;
    const auto year = reading.digits(at, 4, 4);
    if (year && is_news_year(*year) && *year % 10 == 0) return decade_core(at, at + 2, *year);
    const auto decade = reading.digits(at, 2, 2);
    if (!decade || *decade % 10 != 0) return std::nullopt;
    return decade_core(at, at + 2, latest_decade(reading, *decade));
}

/// "the seventies", "the nineteen seventies", "the twenty-tens", "the two thousands".
std::optional<TimeCore> read_decade_in_words(const TimeReading& reading, std::size_t at) {
    if (reading.word(at) == "two" && reading.word(at + 1) == "thousands")
        return decade_core(at, at + 2, 2000);
    std::size_t next = at;
    const auto century = century_digits(reading, next);
    if (century && reading.word(next) == "-") ++next;
    const auto decade = reading.find(TimeKind::decade, next);
    if (!decade) return std::nullopt;
    if (century) return decade_core(at, next + 1, *century * 100 + *decade);
    return decade_core(at, next + 1, latest_decade(reading, *decade));
}

/// "year 247".
std::optional<TimeCore> read_early_year(const TimeReading& reading, std::size_t at) {
    constexpr int k_first_early_year = 100;
    std::size_t next = at + 1;
    if (reading.word(at) != "year" || next >= reading.words.size()) return std::nullopt;
    const auto year = reading.count(next);
    if (!year || *year < k_first_early_year) return std::nullopt;
    TimeCore core;
    core.begin = at;
    core.end = next;
    core.year = year;
    return core;
}

}  // namespace

bool is_news_year(int year) {
    return year >= 1000 && year < 2200;
}

std::optional<int> TimeReading::year(std::size_t& at) const {
    if (const auto year = digits(at, 4, 4)) return is_news_year(*year) ? (++at, year) : std::nullopt;
    if (at >= words.size() || words[at].is_number() || !lists.numbers.is_number_word(word(at)))
        return std::nullopt;
    std::size_t next = at;
    if (const auto century = century_digits(*this, next)) {
        if (const auto rest = year_in_century(*this, next)) return at = next, *century * 100 + *rest;
    }
    next = at;
    const auto whole = small_number(*this, next);  // "two thousand and eighteen"
    if (!whole || !is_news_year(*whole) || next < at + 2) return std::nullopt;
    return at = next, whole;
}

std::optional<TimeCore> read_decade_core(const TimeReading& reading, std::size_t at) {
    for (const auto read : {read_decade_in_digits, read_decade_in_words, read_early_year}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
