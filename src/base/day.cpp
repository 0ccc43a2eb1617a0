#include "base/day.h"

#include <fmt/format.h>

#include <charconv>

namespace dragoman {
namespace {

std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

}  // namespace

std::optional<Day> make_day(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                           std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

Day last_day_of_month(int year, unsigned month) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
}

std::optional<Day> parse_day(std::string_view text) {
    constexpr std::size_t k_day_length = 10;
    if (text.size() < k_day_length || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (text.size() > k_day_length && text[k_day_length] != 'T' && text[k_day_length] != ' ')
        return std::nullopt;
    const auto year = parse_digits(text.substr(0, 4));
    const auto month = parse_digits(text.substr(5, 2));
    const auto day = parse_digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return make_day(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string format_day(Day day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace dragoman
