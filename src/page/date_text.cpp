#include "page/date_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "page/ascii.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 12> k_months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
constexpr std::size_t k_longest_text = 20'000;

/// A run of digits, a run of letters, or any other one byte but white space.
struct Token {
    std::string_view text;

    [[nodiscard]] bool is_number() const { return is_digit(text[0]); }
    [[nodiscard]] bool is_word() const { return is_letter(text[0]); }
};

std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at + 1;
        const auto extend = [&](bool (*belongs)(char)) {
            while (end < text.size() && belongs(text[end])) ++end;
        };
        if (is_digit(text[at])) extend(is_digit);
        if (is_letter(text[at])) extend(is_letter);
        if (!is_space(text[at])) tokens.push_back({text.substr(at, end - at)});
        at = end;
    }
    return tokens;
}

/// Reads dates from one place of the tokens on; every reader gives 0 or nothing where its form does not
/// stand.
class DateReader {
  public:
    explicit DateReader(std::string_view text) : tokens_(tokenize(text)) {}

    std::optional<Day> first_day() {
        for (std::size_t start = 0; start < tokens_.size(); ++start) {
            for (const auto form : {&DateReader::year_first, &DateReader::eight_digits,
                                    &DateReader::month_first, &DateReader::day_first}) {
                at_ = start;
                if (const auto day = (this->*form)()) return day;
            }
        }
        return std::nullopt;
    }

  private:
    std::optional<Day> year_first() {
        const int year = number(4, 4);
        const auto mark = peek();
        if (year == 0 || (mark != "-" && mark != "." && mark != "/")) return std::nullopt;
        ++at_;
        const int month = number(1, 2);
        if (peek() != mark) return std::nullopt;
        ++at_;
        return checked(year, month, number(1, 2));
    }

    std::optional<Day> eight_digits() {
        if (at_ >= tokens_.size() || !tokens_[at_].is_number() || tokens_[at_].text.size() != 8)
            return std::nullopt;
        const auto digits = tokens_[at_].text;
        return checked(value_of(digits.substr(0, 4)), value_of(digits.substr(4, 2)),
                       value_of(digits.substr(6)));
    }

    std::optional<Day> month_first() {
        const int month = month_word();
        const int day = month == 0 ? 0 : number(1, 2);
        if (day == 0) return std::nullopt;
        skip_ordinal();
        skip(",");
        return checked(number(4, 4), month, day);
    }

    std::optional<Day> day_first() {
        const int day = number(1, 2);
        if (day == 0) return std::nullopt;
        skip_ordinal();
        skip("of");
        skip("-");
        const int month = month_word();
        skip(",");
        skip("-");
        return month == 0 ? std::nullopt : checked(number(4, 4), month, day);
    }

    int month_word() {
        if (at_ >= tokens_.size() || !tokens_[at_].is_word()) return 0;
        auto word = to_lower(tokens_[at_].text);
        if (word == "sept") word = "sep";
        const auto* found = std::ranges::find_if(k_months, [&word](std::string_view month) {
            return word == month || (word.size() == 3 && month.starts_with(word));
        });
        if (found == k_months.end()) return 0;
        ++at_;
        skip(".");
        return static_cast<int>(found - k_months.begin()) + 1;
    }

    int number(std::size_t least, std::size_t most) {
        if (at_ >= tokens_.size() || !tokens_[at_].is_number()) return 0;
        const auto digits = tokens_[at_].text;
        if (digits.size() < least || digits.size() > most) return 0;
        ++at_;
        return value_of(digits);
    }

    static int value_of(std::string_view digits) {
        int value = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    [[nodiscard]] std::string_view peek() const {
        return at_ < tokens_.size() ? tokens_[at_].text : std::string_view{};
    }

    void skip(std::string_view text) {
        if (peek() == text) ++at_;
    }

    void skip_ordinal() {
        for (const auto* ending : {"st", "nd", "rd", "th"}) skip(ending);
    }

    static std::optional<Day> checked(int year, int month, int day) {
        if (year < 1900 || year > 2100) return std::nullopt;
        return make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<Day> find_day(std::string_view text) {
    return DateReader{text.substr(0, k_longest_text)}.first_day();
}

}  // namespace dragoman
