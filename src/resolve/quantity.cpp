#include "resolve/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "resolve/quantity_casualty.h"
#include "resolve/quantity_words.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_sentence = 4000;  // bytes; what is longer is no sentence

std::string format_number(double value) {
    constexpr double k_precision = 1e4;
    if (value >= 1000 || value == std::floor(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{}", std::round(value * k_precision) / k_precision);
}

bool is_article(std::string_view word) {
    return word == "a" || word == "an" || word == "one" || word == "another";
}

/// Words that a noun phrase does not go on after: its head stands before them.
bool ends_head(std::string_view word) {
    constexpr std::string_view k_words[] = {"of",  "from", "in",  "on",   "at", "to", "with",
                                            "for", "by",   "who", "that", ",",  "and"};
    return std::find(std::begin(k_words), std::end(k_words), word) != std::end(k_words);
}

/// A number and its words [begin, end).
struct Figure {
    double value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The phrase [begin, end) among the words of its sentence.
class FigureReader {
  public:
    FigureReader(const QuantityWords& lists, const std::vector<PhraseWord>& words, std::size_t begin,
                 std::size_t end)
        : lists_(lists), words_(words), begin_(begin), end_(end) {}

    std::optional<QuantityValue> read(std::string_view act_name) {
        const auto act = lists_.of_act(act_name);
        const auto number = find_number();
        if (!number) {
            auto share = read_part();
            return share ? share : read_single(act);
        }
        if (auto money = read_money(*number, act)) return money;
        if (auto share = read_percent(*number)) return share;
        return read_count(*number, act);
    }

  private:
    [[nodiscard]] std::string_view word(std::size_t at) const {
        return at < end_ ? std::string_view{words_[at].text} : std::string_view{};
    }

    /// The first number that is no age and no year of birth ("25-year-old").
    [[nodiscard]] std::optional<Figure> find_number() const {
        for (std::size_t at = begin_; at < end_; ++at) {
            const auto number = lists_.numbers.read(words_, at);
            if (!number || number->end > end_) continue;
            const std::size_t next = word(number->end) == "-" ? number->end + 1 : number->end;
            const bool age = (word(next) == "year" || word(next) == "years") &&
                             (word(next + 2) == "old" || word(next + 1) == "old");
            if (age) {
                at = next + 1;
                continue;
            }
            return Figure{number->value, at, number->end};
        }
        return std::nullopt;
    }

    /// The currency that stands before or after the number, or that the sentence names for a bare one.
    [[nodiscard]] const Currency* currency_of(const Figure& number) const {
        constexpr std::size_t k_longest_name = 3;
        for (std::size_t back = std::min(k_longest_name, number.begin); back > 0; --back) {
            const auto at = number.begin - back;
            const auto* currency = lists_.currency(words_, at);
            if (currency != nullptr && at + currency->words.size() == number.begin) return currency;
        }
        const std::size_t next =
            word(number.end) == "-" || word(number.end) == "of" ? number.end + 1 : number.end;
        const auto* currency = next < words_.size() ? lists_.currency(words_, next) : nullptr;
        const bool weight = currency != nullptr && currency->words.size() == 1 && number.value < 1000 &&
                            lists_.noun(currency->words[0]) == Counted::unit;
        return weight ? nullptr : currency;
    }

    [[nodiscard]] std::optional<QuantityValue> read_money(const Figure& number, Counted act) const {
        const auto money = [&number](const std::string& code, const char* reason) {
            return QuantityValue{fmt::format("money {:.0f} {}", number.value, code), reason};
        };
        if (const auto* currency = currency_of(number))
            return money(currency->code, "currency beside the number");
        constexpr double k_least = 1e6;
        if (act != Counted::money || number.value < k_least || number.end != end_) return std::nullopt;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (const auto* currency = lists_.currency(words_, at))
                return money(currency->code, "currency of the sentence");
        }
        return money("USD", "bare sum, taken as US dollars");
    }

    [[nodiscard]] std::optional<QuantityValue> read_percent(const Figure& number) const {
        const auto part = lists_.numbers.read_part(words_, number.begin);
        if (part && part->end > number.end) return read_part();  // "two-thirds" begins like a number
        const auto next = word(number.end);
        const bool percent = next == "%" || next == "percent" || next == "percentage" || next == "pct" ||
                             (next == "per" && word(number.end + 1) == "cent");
        if (!percent) return std::nullopt;
        return QuantityValue{"percent " + format_number(number.value), "percent"};
    }

    /// "two-thirds", "half".
    [[nodiscard]] std::optional<QuantityValue> read_part() const {
        for (std::size_t at = begin_; at < end_; ++at) {
            const auto part = lists_.numbers.read_part(words_, at);
            if (part && part->end <= end_) {
                return QuantityValue{fmt::format("percent {:.0f}", part->value * 100), "part of a whole"};
            }
        }
        return std::nullopt;
    }

    /// The word that says what is counted: the last one before "of" and the like.
    [[nodiscard]] std::optional<std::size_t> head(std::size_t from) const {
        while (from < end_ && (word(from) == "-" || word(from) == "of")) ++from;
        std::optional<std::size_t> found;
        for (std::size_t at = from; at < end_ && !ends_head(word(at)); ++at) {
            if (word(at) != "-" && !words_[at].is_number()) found = at;
            const bool age = word(at + 1) == "old" || word(at + 2) == "old";
            if (lists_.noun(word(at)) == Counted::unit && !age) return at;
        }
        return found;
    }

    [[nodiscard]] QuantityValue read_count(const Figure& figure, Counted act) const {
        const auto number = format_number(figure.value);
        if (const auto noun_at = head(figure.end)) {
            const auto& noun = words_[*noun_at].text;
            const auto kind = lists_.noun(noun);
            if (kind == Counted::unit || kind == Counted::thing) {
                return {fmt::format("other {} {}", number, noun), "counts " + noun};
            }
        }
        const auto kind = kind_of_people(act);
        return {fmt::format("{} {}", to_string(kind.first), number), kind.second};
    }

    /// What the people of the phrase are to the act, and why.
    [[nodiscard]] std::pair<Counted, std::string> kind_of_people(Counted act) const {
        for (std::size_t at = begin_; at < end_; ++at) {
            const auto noun = lists_.noun(word(at));
            if (!noun) continue;
            const bool fate =
                *noun == Counted::killed || *noun == Counted::injured || *noun == Counted::arrested;
            if (fate) return {*noun, fmt::format("\"{}\" in the phrase", word(at))};
            if (*noun == Counted::troops && act == Counted::troops) return {*noun, "people in uniform"};
        }
        if (act == Counted::killed || act == Counted::injured || act == Counted::hurt) {
            if (const auto around = casualty_around(lists_, words_, begin_, end_))
                return {*around, "said in the sentence"};
        }
        if (act == Counted::troops || act == Counted::money || act == Counted::hurt)
            return {Counted::people, "people"};
        return {act, "by the act"};
    }

    /// People without a number: one for each of "a soldier and an officer", for a name and for "him".
    [[nodiscard]] std::optional<QuantityValue> read_single(Counted act) const {
        if (act == Counted::troops || act == Counted::money || act == Counted::people) return std::nullopt;
        std::size_t articles = 0;
        for (std::size_t at = begin_; at < end_; ++at) {
            const bool first = at == begin_ || word(at - 1) == "and" || word(at - 1) == ",";
            if (first && is_article(word(at))) ++articles;
        }
        const auto noun_at = head(begin_);
        const auto noun = noun_at ? lists_.noun(word(*noun_at)) : std::nullopt;
        if (begin_ == end_ || noun == Counted::unit || noun == Counted::thing) return std::nullopt;
        const auto kind = kind_of_people(act);
        return QuantityValue{fmt::format("{} {}", to_string(kind.first), std::max<std::size_t>(articles, 1)),
                             "no number: one person"};
    }

    const QuantityWords& lists_;
    const std::vector<PhraseWord>& words_;
    std::size_t begin_;
    std::size_t end_;
};

}  // namespace

QuantityReader::QuantityReader(std::shared_ptr<const QuantityWords> words) : words_(std::move(words)) {}

Result<QuantityReader> QuantityReader::load(const std::string& data_dir) {
    auto words = QuantityWords::load(data_dir);
    if (!words) return words.error();
    return QuantityReader{std::make_shared<const QuantityWords>(std::move(words).value())};
}

std::optional<QuantityValue> QuantityReader::read(std::string_view phrase, std::string_view act_name) const {
    return read(phrase, Span{0, phrase.size()}, act_name);
}

std::optional<QuantityValue> QuantityReader::read(std::string_view sentence, Span phrase,
                                                  std::string_view act_name) const {
    if (phrase.empty() || phrase.end > sentence.size() || sentence.size() > k_longest_sentence)
        return std::nullopt;
    const auto words = split_words(sentence);
    const auto starts_after = [&words](std::size_t offset) {
        const auto at = std::find_if(words.begin(), words.end(),
                                     [offset](const auto& word) { return word.span.begin >= offset; });
        return static_cast<std::size_t>(at - words.begin());
    };
    return FigureReader{*words_, words, starts_after(phrase.begin), starts_after(phrase.end)}.read(act_name);
}

}  // namespace dragoman
