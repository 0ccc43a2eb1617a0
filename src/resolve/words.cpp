#include "resolve/words.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/file.h"
#include "base/utf8.h"

namespace dragoman {
namespace {

bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2018;
}

/// Letters beyond ASCII: everything from Latin-1 letters up that is no punctuation, sign or space of news
/// text.
bool is_other_letter(char32_t c) {
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) &&
           !(c >= 0x3000 && c < 0x3040) && c != 0xFFFD && c != 0xFEFF;
}

bool is_letter(char32_t c) {
    return is_ascii_letter(c) || is_other_letter(c);
}
bool is_hyphen(char32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/// Whether only single hyphens or only other signs stand in text[from, to).
struct Gap {
    bool hyphen = false;
    bool punctuation = false;
};

Gap gap_between(std::string_view text, std::size_t from, std::size_t to) {
    Gap gap;
    while (from < to) {
        const auto point = decode_utf8(text, from);
        if (is_hyphen(point.value)) {
            gap.hyphen = true;
        } else if (point.value != ' ' && point.value != 0xA0 && point.value != '"' && point.value != 0x201C &&
                   point.value != 0x201D && !is_apostrophe(point.value)) {
            gap.punctuation = true;
        }
        from += point.size;
    }
    return gap;
}

}  // namespace

std::string lower_ascii(std::string_view text) {
    std::string lower{text};
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

Result<WordReader> WordReader::load(const std::string& data_dir) {
    const auto path = data_dir + "/actors/latin.tsv";
    const auto table = read_tsv(path, {"ascii", "code_points"});
    if (!table) return table.error();
    WordReader reader;
    for (const auto& row : table.value().rows) {
        for (const auto field : split_fields(row[1], ' ')) {
            std::uint32_t point = 0;
            const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), point, 16);
            if (error != std::errc{} || end != field.data() + field.size()) {
                return Error{ErrorKind::malformed, "not a code point: " + std::string{field}, path};
            }
            reader.plain_[static_cast<char32_t>(point)] = row[0];
        }
    }
    return reader;
}

/// Where the word that starts at `begin` ends: letters, digits, marks within, and the stops of "U.S.".
std::size_t WordReader::word_end(std::string_view text, std::size_t begin, std::size_t end) const {
    std::size_t at = begin;
    std::size_t run = 0;  // letters since the last full stop
    while (at < end) {
        const auto point = decode_utf8(text, at);
        const auto next = at + point.size;
        const auto follows_letter = next < end && is_letter(decode_utf8(text, next).value);
        if (is_letter(point.value) || is_digit(point.value) || plain_.contains(point.value)) {
            ++run;
        } else if (point.value == '.' && run == 1 &&
                   is_ascii_letter(static_cast<unsigned char>(text[at - 1])) &&
                   (follows_letter || (at >= begin + 3 && text[at - 2] == '.'))) {
            run = 0;
        } else if (!(is_apostrophe(point.value) && at > begin && follows_letter)) {
            break;
        }
        at = next;
    }
    return at;
}

std::string WordReader::plain_form(std::string_view word) const {
    std::string form;
    for (std::size_t at = 0; at < word.size();) {
        const auto point = decode_utf8(word, at);
        if (const auto found = plain_.find(point.value); found != plain_.end()) {
            form += found->second;
        } else if (point.value != '.' && !is_apostrophe(point.value)) {
            form += word.substr(at, point.size);
        }
        at += point.size;
    }
    return form;
}

std::vector<TextWord> WordReader::read(std::string_view text, Span range) const {
    std::vector<TextWord> words;
    std::size_t last_end = range.begin;
    for (std::size_t at = range.begin; at < range.end;) {
        const auto point = decode_utf8(text, at);
        if (!is_letter(point.value) && !is_digit(point.value)) {
            at += point.size;
            continue;
        }
        const auto end = word_end(text, at, range.end);
        auto covered = Span{at, end};
        auto piece = covered.of(text);
        const auto mark = piece.size() > 2 ? piece.find_last_of('s') : std::string_view::npos;
        const bool possessive = mark != std::string_view::npos && mark + 1 == piece.size() &&
                                (piece.ends_with("'s") || piece.ends_with("\u2019s"));
        if (possessive) piece.remove_suffix(piece.ends_with("'s") ? 2 : std::string_view{"\u2019s"}.size());
        const auto gap = gap_between(text, last_end, at);
        TextWord word{Span{at, at + piece.size()}, plain_form(piece), possessive,
                      gap.hyphen && !gap.punctuation && at != range.begin, gap.punctuation};
        last_end = end;
        at = end;
        if (!word.form.empty()) words.push_back(std::move(word));
    }
    return words;
}

}  // namespace dragoman
