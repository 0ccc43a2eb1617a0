#include "resolve/quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "resolve/quantity_casualty.h"
#include "resolve/quantity_figure.h"
#include "resolve/quantity_words.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_sentence = 4000;  // bytes; what is longer is no sentence

std::string format_number(double value) {
    constexpr double k_precision = 1e4;
    if (value >= 1000 || value == std::floor(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{}", std::round(value * k_precision) / k_precision);
}

/// Words that a noun phrase does not go on after: its head stands before them.
bool ends_head(std::string_view word) {
    constexpr std::string_view k_words[] = {"of",  "from", "in",  "on",   "at", "to", "with",
                                            "for", "by",   "who", "that", ",",  "and"};
    return std::find(std::begin(k_words), std::end(k_words), word) != std::end(k_words);
}

/// The phrase [begin, end) among the words of its sentence.
class FigureReader {
  public:
    FigureReader(const QuantityWords& lists, const std::vector<PhraseWord>& words, std::size_t begin,
                 std::size_t end)
        : lists_(lists), words_(words), begin_(begin), end_(end) {}

    std::optional<QuantityValue> read(std::string_view act_name) {
        const auto act = lists_.of_act(act_name);
        const auto number = find_figure(lists_, words_, begin_, end_);
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

    /// That of another sum: a sign, or a name after a number ("won" is also a verb).
    [[nodiscard]] const Currency* currency_of_sentence() const {
        for (std::size_t at = 0; at < words_.size(); ++at) {
            const auto* currency = lists_.currency(words_, at);
            if (currency == nullptr) continue;
            const auto& last = currency->words.back();
            const bool sign = last.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
            const bool counted = at > 0 && (words_[at - 1].is_number() || words_[at - 1].text == "-" ||
                                            lists_.numbers.is_number_word(words_[at - 1].text));
            if (sign || counted) return currency;
        }
        return nullptr;
    }

    [[nodiscard]] std::optional<QuantityValue> read_money(const Figure& number, Counted act) const {
        const auto money = [&number](const std::string& code, const char* reason) {
            return QuantityValue{fmt::format("money {:.0f} {}", number.upper, code), reason};
        };
        if (const auto* currency = currency_of(number))
            return money(currency->code, "currency beside the number");
        constexpr double k_least = 1e6;
        if (act != Counted::money || number.value < k_least || number.end != end_) return std::nullopt;
        if (const auto* currency = currency_of_sentence())
            return money(currency->code, "currency of the sentence");
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
            if (part && part->end <= end_ && !is_ordinal(at, part->end)) {
                return QuantityValue{fmt::format("percent {:.0f}", part->value * 100), "part of a whole"};
            }
        }
        return std::nullopt;
    }

    /// "a sixth soldier" is no sixth of anything.
    [[nodiscard]] bool is_ordinal(std::size_t begin, std::size_t end) const {
        const bool article = word(begin) == "a" || word(begin) == "an" || word(begin) == "another";
        return article && end < end_ && word(end) != "of" && word(end - 1) != "half";
    }

    /// The word that says what is counted: the last one before "of" and the like.
    [[nodiscard]] std::optional<std::size_t> head(std::size_t from) const {
        while (from < end_ && (word(from) == "-" || word(from) == "of")) ++from;
        std::optional<std::size_t> found;
        for (std::size_t at = from; at < end_ && (!ends_head(word(at)) || word(at - 1) == "-"); ++at) {
            if (word(at) != "-" && !words_[at].is_number()) found = at;
            const bool age = word(at + 1) == "old" || word(at + 2) == "old";
            if (lists_.noun(word(at)) == Counted::unit && !age) return at;
        }
        return found;
    }

    [[nodiscard]] QuantityValue read_count(const Figure& figure, Counted act) const {
        const auto number = format_number(figure.value);
        const auto noun_at = head(figure.end);
        const auto noun = noun_at ? words_[*noun_at].text : std::string{};
        const auto kind = lists_.noun(noun);
        if (const auto model = find_model(figure.end))
            return {fmt::format("other {} {}-{}", number, word(*model), word(*model + 2)), "counts a model"};
        if (kind == Counted::unit || kind == Counted::thing)
            return {fmt::format("other {} {}", number, noun), "counts " + noun};
        const auto what = kind_of_people(act);
        if (act == Counted::troops && what.first == Counted::people && names_no_people(noun))
            return {"troops " + number, "by the act"};
        const auto all = format_number(figure.value + people_beside(lists_, words_, figure, begin_, end_));
        return {fmt::format("{} {}", to_string(what.first), all), what.second};
    }

    /// The type of a machine: "20 F-35s", "two MiG-29 jets".
    [[nodiscard]] std::optional<std::size_t> find_model(std::size_t from) const {
        constexpr std::size_t k_longest = 3;
        for (std::size_t at = from; at + 2 < end_; ++at) {
            const bool letters = !words_[at].is_number() && word(at) != "-" && word(at).size() <= k_longest;
            if (letters && words_[at + 1].glued && word(at + 1) == "-" && words_[at + 2].glued &&
                words_[at + 2].is_number())
                return at;
        }
        return std::nullopt;
    }

    /// "another 15,000", "30,000-strong", "some 900 men": of an army's act, its soldiers.
    static bool names_no_people(std::string_view noun) {
        constexpr std::string_view k_words[] = {"", "more", "others", "them", "men", "strong", "women"};
        return std::find(std::begin(k_words), std::end(k_words), noun) != std::end(k_words);
    }

    /// What the people of the phrase are to the act, and why.
    [[nodiscard]] std::pair<Counted, std::string> kind_of_people(Counted act) const {
        for (std::size_t at = begin_; at < end_; ++at) {
            const auto noun = lists_.noun(word(at));
            if (!noun) continue;
            const bool fate = *noun == Counted::killed || *noun == Counted::injured ||
                              *noun == Counted::arrested || *noun == Counted::people;
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

    /// Without a number: "a frigate" is one, and of people one for each of "a soldier and an officer", for a
    /// name and for "him".
    [[nodiscard]] std::optional<QuantityValue> read_single(Counted act) const {
        const auto noun_at = head(begin_);
        const auto counted = noun_at ? word(*noun_at) : std::string_view{};
        const auto noun = lists_.noun(counted);
        const bool article = word(begin_) == "a" || word(begin_) == "an" || word(begin_) == "another";
        if (noun == Counted::unit || noun == Counted::thing) {
            if (!article) return std::nullopt;
            return QuantityValue{fmt::format("other 1 {}", counted), "no number: one of it"};
        }
        if (begin_ == end_ || act == Counted::troops || act == Counted::money || act == Counted::people)
            return std::nullopt;
        const auto kind = kind_of_people(act);
        return QuantityValue{
            fmt::format("{} {:.0f}", to_string(kind.first), single_people(words_, begin_, end_)),
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
