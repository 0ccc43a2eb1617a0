#include "text/abbreviations.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/file.h"
#include "base/utf8.h"
#include "text/char_class.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_word = 16;  // bytes; no listed word is longer

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
char to_lower(char c) {
    return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

std::optional<StopKind> parse_kind(std::string_view name) {
    if (name == "never") return StopKind::never;
    if (name == "number") return StopKind::number;
    if (name == "maybe") return StopKind::maybe;
    return std::nullopt;
}

/// One capital letter ("W"), or single letters with stops between them ("U.S", "p.m", "a.k.a").
bool is_initials(std::string_view word) {
    const auto first = decode_utf8(word, 0);
    if (first.size == word.size()) return is_upper(first.value);
    for (std::size_t at = 0; at < word.size();) {
        const auto letter = decode_utf8(word, at);
        at += letter.size;
        if (!is_alpha(letter.value)) return false;
        if (at < word.size() && word[at++] != '.') return false;
    }
    return true;
}

/// "GEN" -> "Gen".
std::string capitalised(std::string_view word) {
    std::string result{word};
    std::transform(result.begin() + 1, result.end(), result.begin() + 1, to_lower);
    return result;
}

}  // namespace

Result<Abbreviations> Abbreviations::load(const std::string& data_dir) {
    Abbreviations result;
    const std::string path = data_dir + "/text/abbreviations.tsv";
    const auto table = read_tsv(path, {"word", "kind"});
    if (!table) return table.error();
    for (const auto& row : table->rows) {
        const auto kind = parse_kind(row[1]);
        if (!kind)
            return Error{ErrorKind::malformed, fmt::format("\"{}\" has no kind \"{}\"", row[0], row[1]),
                         path};
        result.kinds_.emplace(row[0], *kind);
    }
    const auto starters = read_tsv(data_dir + "/text/sentence_starters.tsv", {"word"});
    if (!starters) return starters.error();
    for (const auto& row : starters->rows) result.starters_.insert(row[0]);
    return result;
}

StopKind Abbreviations::kind_of(std::string_view word) const {
    if (word.empty() || word.size() > k_longest_word) return StopKind::ends;
    if (const auto found = kinds_.find(std::string{word}); found != kinds_.end()) return found->second;
    if (is_initials(word)) return StopKind::maybe;
    if (std::ranges::any_of(word, is_small)) return StopKind::ends;
    const auto found = kinds_.find(capitalised(word));
    return found != kinds_.end() ? found->second : StopKind::ends;
}

bool Abbreviations::starts_sentence(std::string_view word) const {
    if (word.empty() || word.size() > k_longest_word || !is_capital(word.front())) return false;
    if (!std::ranges::all_of(word.substr(1), is_small)) return false;
    std::string lower{word};
    lower.front() = to_lower(lower.front());
    return starters_.contains(lower);
}

}  // namespace dragoman
