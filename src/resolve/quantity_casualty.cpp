#include "resolve/quantity_casualty.h"

#include <algorithm>
#include <string_view>

namespace dragoman {
namespace {

std::optional<Counted> cue(const QuantityWords& lists, const PhraseWord& word) {
    const auto kind = lists.noun(word.text);
    const bool tells = kind == Counted::killed || kind == Counted::injured || kind == Counted::people;
    return tells ? kind : std::nullopt;
}

bool begins_number(const QuantityWords& lists, const std::vector<PhraseWord>& words, std::size_t at) {
    return at < words.size() && (words[at].is_number() || lists.numbers.is_number_word(words[at].text));
}

/// "with many more injured": others than those counted.
bool is_vague_count(std::string_view word) {
    return word == "many" || word == "several" || word == "others";
}

/// Whether a cue right after the people is said of them, and is not a verb that goes on to others ("and
/// injured 20").
bool said_of_left(const QuantityWords& lists, const std::vector<PhraseWord>& words, std::size_t at) {
    constexpr std::size_t k_reach = 4;  // "injured at least 20 others"
    const auto& text = words[at].text;
    if (text.ends_with("ing") || text.ends_with("kills") || text.ends_with("wounds") ||
        text.ends_with("injures"))
        return false;
    for (std::size_t next = at + 1; next < words.size() && next <= at + k_reach; ++next) {
        if (words[next].text == "," || words[next].text == "and" || words[next].text == "by" ||
            words[next].text == "in")
            return true;
        if (begins_number(lists, words, next)) return false;
    }
    return true;
}

/// The cue after the people, before another number: "14 people were reported killed".
std::optional<Counted> cue_after(const QuantityWords& lists, const std::vector<PhraseWord>& words,
                                 std::size_t end) {
    constexpr std::size_t k_reach = 12;
    for (std::size_t at = end; at < words.size() && at < end + k_reach; ++at) {
        if (begins_number(lists, words, at) || is_vague_count(words[at].text)) return std::nullopt;
        if (const auto found = cue(lists, words[at]))
            return said_of_left(lists, words, at) ? found : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Counted> cue_before(const QuantityWords& lists, const std::vector<PhraseWord>& words,
                                  std::size_t begin) {
    for (std::size_t at = begin; at-- > 0;) {
        const auto found = cue(lists, words[at]);
        if (!found) continue;
        const bool either = at > 1 && words[at - 1].text == "or";  // "killing or wounding 20"
        const auto other = either ? cue(lists, words[at - 2]) : std::nullopt;
        return other ? other : found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Counted> casualty_around(const QuantityWords& lists, const std::vector<PhraseWord>& words,
                                       std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
        if (const auto found = cue(lists, words[at])) return found;
    }
    if (const auto found = cue_after(lists, words, end)) return found;
    if (const auto found = cue_before(lists, words, begin)) return found;
    for (std::size_t at = end; at < words.size(); ++at) {
        if (const auto found = cue(lists, words[at])) return found;
    }
    return std::nullopt;
}

}  // namespace dragoman
