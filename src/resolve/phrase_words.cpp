#include "resolve/phrase_words.h"

#include "base/utf8.h"

namespace dragoman {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// What a code point is to the cutting of words.
enum class Sign { space, letter, digit, apostrophe, dash, other };

Sign sign_of(char32_t c) {
    constexpr char32_t k_no_break_space = 0xA0;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == k_no_break_space || c == 0x202F)
        return Sign::space;
    if (c < 0x80 && is_digit(static_cast<char>(c))) return Sign::digit;
    if (c < 0x80 && is_letter(static_cast<char>(c))) return Sign::letter;
    if (c == '\'' || c == 0x2019) return Sign::apostrophe;
    if (c == '-' || (c >= 0x2010 && c <= 0x2015)) return Sign::dash;
    // Latin, Greek and Cyrillic letters; the signs among them (currencies, quotes) stand apart.
    if (c >= 0xC0 && c <= 0x1FFF) return Sign::letter;
    return Sign::other;
}

class WordSplitter {
  public:
    explicit WordSplitter(std::string_view text) : text_(text) {}

    std::vector<PhraseWord> split() {
        while (at_ < text_.size()) step();
        return std::move(words_);
    }

  private:
    void step() {
        const auto [value, size] = decode_utf8(text_, at_);
        switch (sign_of(value)) {
            case Sign::space:
                at_ += size;
                break;
            case Sign::letter:
                take_letters();
                break;
            case Sign::digit:
                take_number();
                break;
            case Sign::apostrophe:
                skip_possessive(size);
                break;
            case Sign::dash:
                push("-", size);
                break;
            case Sign::other:
                if (value != '.')
                    push(std::string{text_.substr(at_, size)}, size);
                else
                    at_ += size;
        }
    }

    void push(std::string word, std::size_t size) {
        const bool glued = !words_.empty() && words_.back().span.end == at_;
        words_.push_back({std::move(word), {at_, at_ + size}, glued});
        at_ += size;
    }

    void take_letters() {
        std::string word;
        std::size_t end = at_;
        while (end < text_.size()) {
            const auto [value, size] = decode_utf8(text_, end);
            if (sign_of(value) == Sign::letter) {
                for (const char c : text_.substr(end, size)) word += lower(c);
                end += size;
            } else if (value == '.' && ends_initial(end) && end + 1 < text_.size() &&
                       is_letter(text_[end + 1])) {
                ++end;
            } else {
                break;
            }
        }
        push(std::move(word), end - at_);
    }

    /// Whether the letter before `end` stands alone, as in "a.m." and "U.S.".
    [[nodiscard]] bool ends_initial(std::size_t end) const {
        return end == at_ + 1 || (end >= at_ + 2 && text_[end - 2] == '.');
    }

    void take_number() {
        std::string word;
        std::size_t end = at_;
        const auto digit_at = [this](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
        for (; end < text_.size(); ++end) {
            const char c = text_[end];
            const bool groups =
                c == ',' && digit_at(end + 1) && digit_at(end + 2) && digit_at(end + 3) && !digit_at(end + 4);
            const bool joins = (c == '.' || c == ':') && digit_at(end + 1);
            if (groups) continue;
            if (!is_digit(c) && !joins) break;
            word += c;
        }
        push(std::move(word), end - at_);
    }

    void skip_possessive(std::size_t size) {
        at_ += size;
        const bool has_s = at_ < text_.size() && lower(text_[at_]) == 's';
        const bool ends = at_ + 1 >= text_.size() || !is_letter(text_[at_ + 1]);
        if (!has_s || !ends || words_.empty()) return;
        if (words_.back().is_number()) words_.push_back({"s", {at_, at_ + 1}, true});  // "the 1970's"
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<PhraseWord> words_;
};

}  // namespace

std::vector<PhraseWord> split_words(std::string_view phrase) {
    return WordSplitter{phrase}.split();
}

}  // namespace dragoman
