#include "resolve/number_words.h"

#include <charconv>
#include <cmath>
#include <utility>

#include "base/file.h"

namespace dragoman {
namespace {

constexpr const char* k_kind_names[] = {"small", "tens",   "times",   "plural", "alone",
                                        "vague", "suffix", "ordinal", "part"};
constexpr double k_largest = 1e18;  // what is larger is no figure of news

bool is_article(std::string_view word) {
    return word == "a" || word == "an";
}

std::string_view word_at(const std::vector<PhraseWord>& words, std::size_t at) {
    return at < words.size() ? std::string_view{words[at].text} : std::string_view{};
}

/// Where "and a half" ends that begins at `at`, also with hyphens ("two-and-a-half-year").
std::optional<std::size_t> and_a_half(const std::vector<PhraseWord>& words, std::size_t at) {
    const auto skip_hyphen = [&] { at += word_at(words, at) == "-" ? 1 : 0; };
    skip_hyphen();
    if (word_at(words, at) != "and") return std::nullopt;
    ++at;
    skip_hyphen();
    if (!is_article(word_at(words, at))) return std::nullopt;
    ++at;
    skip_hyphen();
    return word_at(words, at) == "half" ? std::optional{at + 1} : std::nullopt;
}

}  // namespace

std::optional<double> parse_decimal(std::string_view word) {
    double value = 0;
    const auto [end, status] =
        std::from_chars(word.data(), word.data() + word.size(), value, std::chars_format::fixed);
    if (status != std::errc{} || end != word.data() + word.size() || value > k_largest || value < 0)
        return std::nullopt;
    return value;
}

Result<NumberWords> NumberWords::load(const std::string& data_dir) {
    const auto path = data_dir + "/quantity/numbers.tsv";
    const auto table = read_tsv(path, {"word", "kind", "value"});
    if (!table) return table.error();
    NumberWords numbers;
    for (const auto& row : table->rows) {
        std::size_t kind = 0;
        while (kind < std::size(k_kind_names) && row[1] != k_kind_names[kind]) ++kind;
        const auto value = parse_decimal(row[2]);
        if (kind == std::size(k_kind_names) || !value) {
            return Error{ErrorKind::malformed, "no kind of number, or no value: " + row[0], path};
        }
        numbers.lists_[kind].emplace(row[0], *value);
    }
    return numbers;
}

std::optional<double> NumberWords::find(Kind kind, std::string_view word) const {
    const auto& list = lists_[static_cast<std::size_t>(kind)];
    const auto found = list.find(word);
    return found == list.end() ? std::nullopt : std::optional{found->second};
}

std::optional<int> NumberWords::ordinal(std::string_view word) const {
    const auto value = find(Kind::ordinal, word);
    return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

bool NumberWords::is_number_word(std::string_view word) const {
    return find(Kind::small, word) || find(Kind::tens, word) || find(Kind::times, word) ||
           find(Kind::plural, word);
}

/// "several hundred", "a few thousand", "a couple of hundred": at least so many of them.
std::optional<double> NumberWords::vague_value(const std::vector<PhraseWord>& words, std::size_t& at) const {
    auto here = is_article(word_at(words, at)) ? at + 1 : at;
    const auto value = find(Kind::vague, word_at(words, here));
    if (!value) return std::nullopt;
    ++here;
    if (word_at(words, here) == "of") ++here;
    const auto next = word_at(words, here);
    if (!find(Kind::times, next) && !find(Kind::plural, next)) return std::nullopt;
    at = here;
    return value;
}

/// What a number begins with; a multiplier alone counts as one of it and is left for factor().
std::optional<double> NumberWords::first_value(const std::vector<PhraseWord>& words, std::size_t& at) const {
    const auto word = word_at(words, at);
    const auto next = word_at(words, at + 1);
    if (const auto value = parse_decimal(word)) return ++at, value;
    if (const auto value = find(Kind::small, word)) return ++at, value;
    if (const auto value = find(Kind::tens, word)) return ++at, value;
    if (is_article(word) && (find(Kind::times, next) || find(Kind::plural, next))) return ++at, 1.0;
    if (word == "half" && is_article(next) && find(Kind::times, word_at(words, at + 2))) return at += 2, 0.5;
    if (const auto value = vague_value(words, at)) return value;
    if (const auto value = find(Kind::alone, word)) return value;
    if (find(Kind::times, word) || find(Kind::plural, word)) return 1.0;
    return std::nullopt;
}

/// The multiplier at `at`, maybe after a hyphen, or "of" between two plurals.
std::optional<double> NumberWords::factor(const std::vector<PhraseWord>& words, std::size_t& at) const {
    std::size_t here = at;
    if (word_at(words, here) == "-" && here + 1 < words.size() && words[here + 1].glued) ++here;
    if (word_at(words, here) == "of" && here > 0 && find(Kind::plural, word_at(words, here - 1)) &&
        find(Kind::plural, word_at(words, here + 1))) {
        ++here;
    }
    const auto word = word_at(words, here);
    auto value = find(Kind::times, word);
    if (!value) value = find(Kind::plural, word);
    if (!value && here < words.size() && here > 0 && words[here].glued && words[here - 1].is_number()) {
        value = find(Kind::suffix, word);
    }
    if (value) at = here + 1;
    return value;
}

/// What is added to `current`: units after tens, anything below it after a hundred, a half.
std::optional<double> NumberWords::addend(const std::vector<PhraseWord>& words, std::size_t& at,
                                          double current) const {
    if (const auto half = and_a_half(words, at)) return at = *half, 0.5;
    std::size_t here = at;
    const bool linked = word_at(words, here) == "-" || word_at(words, here) == "and";
    if (linked) ++here;
    if (linked && word_at(words, here) == "-") return std::nullopt;
    const auto word = word_at(words, here);
    auto value = find(Kind::small, word);
    if (!value) value = find(Kind::tens, word);
    if (!value || *value <= 0) return std::nullopt;
    const bool after_tens = current >= 20 && current < 100 && std::fmod(current, 10) == 0 && *value < 10 &&
                            word_at(words, at) != "and";
    const bool after_hundred = current >= 100 && *value < 100;
    if (!after_tens && !after_hundred) return std::nullopt;
    at = here + 1;
    return value;
}

std::optional<ReadNumber> NumberWords::read(const std::vector<PhraseWord>& words, std::size_t begin) const {
    std::size_t at = begin;
    const auto first = first_value(words, at);
    if (!first) return std::nullopt;
    const bool in_digits = at > begin && words[begin].is_number();
    double total = 0;
    double current = *first;
    while (at < words.size()) {
        if (const auto times = factor(words, at)) {
            current *= *times;
            if (current > k_largest) return std::nullopt;
            auto next = at;
            const bool goes_on = factor(words, next).has_value();  // "lakh crore", "tens of millions"
            if (*times >= 1000 && !goes_on) total += std::exchange(current, 0);
            continue;
        }
        const auto more = in_digits ? std::nullopt : addend(words, at, current == 0 ? total : current);
        if (!more) break;
        current += *more;
    }
    return ReadNumber{total + current, at};
}

std::optional<ReadNumber> NumberWords::read_part(const std::vector<PhraseWord>& words,
                                                 std::size_t begin) const {
    std::size_t at = begin;
    double count = 1;
    if (is_article(word_at(words, at)))
        ++at;
    else if (const auto value = find(Kind::small, word_at(words, at)))
        count = *value, ++at;
    if (at > begin && word_at(words, at) == "-") ++at;
    const auto part = find(Kind::part, word_at(words, at));
    if (!part || (at == begin && *part > 2) || count > *part) return std::nullopt;
    return ReadNumber{count / *part, at + 1};
}

}  // namespace dragoman
