#include "text/sentence_stop.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/char_class.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_look =
    40;  // bytes of a neighbouring word that are read: what is longer is no abbreviation

constexpr std::u32string_view k_stops = U".?!\u2026";
constexpr std::u32string_view k_closers = U"\"')]}\u2019\u201D\u00BB\u203A";
constexpr std::u32string_view k_openers = U"\"'([{\u2018\u201C\u201E\u00AB\u2039";
constexpr std::u32string_view k_quotes = U"\"'\u2018\u201C\u201E\u00AB\u2039";
constexpr std::u32string_view k_continuations = U".,;:?!)]}&\u2026";  // no sentence begins with one

/// What stands behind a stop and its white space.
struct Follower {
    char32_t first = 0;        ///< first code point behind opening quotes and brackets
    std::string_view word;     ///< the letters that begin there
    bool is_quoted = false;    ///< an opening quote stands before it
    bool has_capital = false;  ///< somewhere before the next white space
    bool stops = false;        ///< a full stop stands directly behind the word
};

/// End of the run of code points of `set` that begins at `at`.
std::size_t skip_run(std::string_view line, std::size_t at, std::u32string_view set) {
    while (at < line.size()) {
        const auto here = decode_utf8(line, at);
        if (!is_one_of(here.value, set)) break;
        at += here.size;
    }
    return at;
}

Follower read_follower(std::string_view line, std::size_t next) {
    Follower result;
    const std::size_t begin = skip_run(line, next, k_openers);
    result.is_quoted = begin > next && is_one_of(decode_utf8(line, next).value, k_quotes);
    if (begin == line.size()) return result;
    result.first = decode_utf8(line, begin).value;
    std::size_t word_end = begin;
    bool in_word = true;
    for (std::size_t at = begin; at < std::min(line.size(), begin + k_longest_look);) {
        const auto here = decode_utf8(line, at);
        if (is_space(here.value)) break;
        in_word = in_word && is_alpha(here.value);
        at += here.size;
        if (in_word) word_end = at;
        result.has_capital = result.has_capital || is_upper(here.value);
    }
    result.word = line.substr(begin, word_end - begin);
    result.stops = word_end < line.size() && line[word_end] == '.';
    return result;
}

/// Start of the code point before byte `at`.
std::size_t step_back(std::string_view line, std::size_t at) {
    do {
        --at;
    } while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U);
    return at;
}

/// The word that ends at the stop, not beyond `sentence`: letters, digits, and stops and apostrophes between
/// them. Cut where it is too long to be an abbreviation.
std::string_view word_before(std::string_view line, std::size_t sentence, std::size_t stop) {
    std::size_t begin = stop;
    while (begin > sentence && stop - begin < k_longest_look) {
        const std::size_t before = step_back(line, begin);
        const auto c = decode_utf8(line, before).value;
        if (!is_alnum(c) && c != '.' && c != '\'') break;
        begin = before;
    }
    while (begin < stop && (line[begin] == '.' || line[begin] == '\'')) ++begin;
    return line.substr(begin, stop - begin);
}

/// "1", "12": what numbers an item of a list.
bool is_item_number(std::string_view word) {
    const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
    return !word.empty() && word.size() <= 3 && std::ranges::all_of(word, is_figure);
}

bool starts_sentence(const Follower& follower, const Abbreviations& abbreviations) {
    return !follower.stops && abbreviations.starts_sentence(follower.word);
}

/// Whether one full stop ends the sentence, where the word before it has a say.
bool full_stop_ends(std::string_view word, bool opens_sentence, const Stop& stop, const Follower& follower,
                    const Abbreviations& abbreviations) {
    if (opens_sentence && is_item_number(word)) return false;  // "1. Economic cooperation"
    switch (abbreviations.kind_of(word)) {
        case StopKind::ends:
            return true;
        case StopKind::number:
            return !is_digit(follower.first);
        case StopKind::maybe:
            return follower.is_quoted || starts_sentence(follower, abbreviations);
        case StopKind::never:
            return stop.is_closed && starts_sentence(follower, abbreviations);
    }
    return true;
}

}  // namespace

bool is_stop(std::string_view line, std::size_t at) {
    return is_one_of(decode_utf8(line, at).value, k_stops);
}

Stop read_stop(std::string_view line, std::size_t at) {
    const std::size_t marks_end = skip_run(line, at, k_stops);
    const std::size_t end = skip_run(line, marks_end, k_closers);
    return {at, end, marks_end == at + 1 && line[at] == '.', end > marks_end};
}

bool ends_sentence(std::string_view line, std::size_t sentence, const Stop& stop, std::size_t next,
                   const Abbreviations& abbreviations) {
    const Follower follower = read_follower(line, next);
    if (follower.first == 0 || is_one_of(follower.first, k_continuations)) return false;
    if (!stop.is_plain) return !is_lower(follower.first);
    const std::string_view word = word_before(line, sentence, stop.begin);
    if (is_lower(follower.first)) {  // "al-Shabaab", "eBay" may begin a sentence, other small letters go on
        return follower.has_capital && abbreviations.kind_of(word) == StopKind::ends;
    }
    return full_stop_ends(word, stop.begin - word.size() == sentence, stop, follower, abbreviations);
}

}  // namespace dragoman
