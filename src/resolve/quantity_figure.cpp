#include "resolve/quantity_figure.h"

#include <algorithm>
#include <string_view>

namespace dragoman {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_article(std::string_view word) {
    return is_one_of(word, {"a", "an", "one", "another"});
}

bool is_owner(std::string_view word) {
    return is_one_of(word, {"his", "her", "their", "its"});
}

bool is_joint(std::string_view word) {
    return word == "and" || word == ",";
}

class PhraseFigures {
  public:
    PhraseFigures(const QuantityWords& lists, const std::vector<PhraseWord>& words, std::size_t end)
        : lists_(lists), words_(words), end_(end) {}

    [[nodiscard]] std::string_view word(std::size_t at) const {
        return at < end_ ? std::string_view{words_[at].text} : std::string_view{};
    }

    /// The number or range that begins at word `begin`.
    [[nodiscard]] std::optional<Figure> read(std::size_t begin) const {
        const auto number = lists_.numbers.read(words_, begin);
        if (!number || number->end > end_) return std::nullopt;
        Figure figure{number->value, number->value, begin, number->end};
        const bool between = begin > 0 && words_[begin - 1].text == "between";
        if (const auto next = after_connector(number->end, between)) add_upper(figure, *next);
        return figure;
    }

    /// "25-year-old", "18 months old".
    [[nodiscard]] bool is_age(const Figure& figure) const {
        const auto at = word(figure.end) == "-" ? figure.end + 1 : figure.end;
        const bool span =
            is_one_of(word(at), {"year", "years", "month", "months", "week", "weeks", "day", "days"});
        return span && (word(at + 1) == "old" || word(at + 2) == "old");
    }

    /// The people that are joined at word `at`, and the word after them.
    [[nodiscard]] std::optional<Figure> joined(std::size_t at) const {
        const bool owned = is_owner(word(at));
        if (owned) ++at;
        if (const auto figure = read(at)) {
            if (is_age(*figure)) return owned ? std::optional{one(at)} : std::nullopt;
            return counts_things(figure->end) ? std::nullopt : figure;
        }
        return owned || (is_article(word(at)) && !counts_things(at + 1)) ? std::optional{one(at)}
                                                                         : std::nullopt;
    }

    /// Whether the words up to the next joint name a thing or measure.
    [[nodiscard]] bool counts_things(std::size_t at) const {
        for (; at < end_ && !is_joint(word(at)); ++at) {
            const auto noun = lists_.noun(word(at));
            if (noun == Counted::thing || noun == Counted::unit) return true;
        }
        return word(at) == "%";
    }

  private:
    static Figure one(std::size_t at) { return {1, 1, at, at + 1}; }

    /// Where the upper end of a range begins, if a connector follows the lower one.
    [[nodiscard]] std::optional<std::size_t> after_connector(std::size_t at, bool between) const {
        if (word(at) == "-" && word(at + 1) == "or") return at + 2;
        const auto connector = word(at);
        if (connector == "-" || connector == "to" || connector == "or") return at + 1;
        return between && connector == "and" ? std::optional{at + 1} : std::nullopt;
    }

    /// "3-4 million": the multiplier belongs to both.
    void add_upper(Figure& figure, std::size_t at) const {
        const auto number = lists_.numbers.read(words_, at);
        if (!number || number->end > end_) return;
        const auto bare = lists_.numbers.read({words_[at]}, 0);
        const double times = bare && bare->value > 0 ? number->value / bare->value : 1;
        constexpr double k_least = 100;
        const double lower =
            times >= k_least && figure.value < k_least * 10 ? figure.value * times : figure.value;
        if (number->value <= lower) return;
        figure = {lower, number->value, figure.begin, number->end};
    }

    const QuantityWords& lists_;
    const std::vector<PhraseWord>& words_;
    std::size_t end_;
};

}  // namespace

std::optional<Figure> find_figure(const QuantityWords& lists, const std::vector<PhraseWord>& words,
                                  std::size_t begin, std::size_t end) {
    const PhraseFigures phrase{lists, words, end};
    for (std::size_t at = begin; at < end; ++at) {
        const auto figure = phrase.read(at);
        if (!figure) continue;
        if (!phrase.is_age(*figure)) return figure;
        at = figure->end;
    }
    return std::nullopt;
}

double people_beside(const QuantityWords& lists, const std::vector<PhraseWord>& words, const Figure& figure,
                     std::size_t begin, std::size_t end) {
    const PhraseFigures phrase{lists, words, end};
    double people = 0;
    const bool led = begin < figure.begin && is_article(phrase.word(begin));
    for (std::size_t at = begin; led && at < figure.begin; ++at) {
        if (is_joint(phrase.word(at))) people = 1;
    }
    for (std::size_t at = figure.end; at < end; ++at) {
        if (!is_joint(phrase.word(at))) continue;
        const auto more = phrase.joined(at + 1);
        if (!more) continue;
        people += more->value;
        at = more->end - 1;
    }
    return people;
}

double single_people(const std::vector<PhraseWord>& words, std::size_t begin, std::size_t end) {
    double people = 0;
    for (std::size_t at = begin; at < end; ++at) {
        const bool joined = at > begin && is_joint(words[at - 1].text);
        if ((at == begin || joined) && is_article(words[at].text)) ++people;
        if (joined && is_owner(words[at].text)) people = std::max(people, 1.0) + 1;
    }
    return std::max(people, 1.0);
}

}  // namespace dragoman
