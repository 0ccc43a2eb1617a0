// Words are read in one pass, code point by code point, so that memory is bounded by `limit` and not by the
// text. Canonical order (Unicode, section 3.11) only ever moves marks behind their letter; the marks of
// category Mn are dropped, so the few others wait in `waiting_` until the next letter.
#include "coder/basic_words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "base/utf8.h"

namespace dragoman {
namespace {

bool is_chinese(char32_t c) {
    // The blocks of BERT's own list; 0x2B920 is where Hugging Face's list has it (Unicode: 0x2B820).
    constexpr std::array<std::pair<char32_t, char32_t>, 8> k_blocks = {{{0x4E00, 0x9FFF},
                                                                        {0x3400, 0x4DBF},
                                                                        {0x20000, 0x2A6DF},
                                                                        {0x2A700, 0x2B73F},
                                                                        {0x2B740, 0x2B81F},
                                                                        {0x2B920, 0x2CEAF},
                                                                        {0xF900, 0xFAFF},
                                                                        {0x2F800, 0x2FA1F}}};
    return c >= 0x3400 && std::ranges::any_of(k_blocks, [c](const auto& block) {
               return block.first <= c && c <= block.second;
           });
}

/// Whether the character is of one of these categories in Unicode 8.0, whose tables Hugging Face's tokenizer
/// has: what came later is neither mark nor punctuation to it, and so to the network that was trained behind
/// it.
bool has_category(char32_t c, std::uint32_t categories) {
    if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & categories) == 0) return false;
    constexpr std::uint8_t k_unicode_version = 8;
    UVersionInfo age = {};
    u_charAge(static_cast<UChar32>(c), age);
    return age[0] <= k_unicode_version;
}

bool is_dropped(char32_t c) {
    constexpr char32_t k_replacement = 0xFFFD;
    if (c == '\t' || c == '\n' || c == '\r') return false;
    return c == k_replacement || has_category(c, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK);
}

bool is_white_space(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_punctuation(char32_t c) {
    if (c < 0x80) return c > ' ' && c < 0x7F && u_isalnum(static_cast<UChar32>(c)) == 0;
    return has_category(c, U_GC_P_MASK);
}

const icu::Normalizer2& decomposer() {
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) != 0) throw std::runtime_error{"ICU has no normalisation data"};
    return *normalizer;
}

class WordSplitter {
  public:
    WordSplitter(std::string_view text, std::size_t limit) : text_(text), limit_(limit) {}

    std::vector<BasicWord> split() {
        for (std::size_t at = 0; at < text_.size() && words_.size() <= limit_;) {
            const auto [c, size] = decode_utf8(text_, at);
            read(c, {at, at + size});
            at += size;
        }
        flush();
        if (words_.size() > limit_) words_.resize(limit_);
        return std::move(words_);
    }

  private:
    struct Mark {
        char32_t value;
        Span at;
        int order;
    };

    void read(char32_t c, Span at) {
        if (is_dropped(c)) return;
        if (is_white_space(c)) return end_word();
        if (c < 0x80) {
            flush();
            return append(c, at);
        }
        const bool alone = is_chinese(c);
        if (alone) end_word();
        decompose(c, at);
        if (alone) end_word();
    }

    void decompose(char32_t c, Span at) {
        icu::UnicodeString parts;
        if (nfd_.getDecomposition(static_cast<UChar32>(c), parts) == 0) return take(c, at);
        for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
            take(static_cast<char32_t>(parts.char32At(i)), at);
        }
    }

    void take(char32_t c, Span at) {
        if (has_category(c, U_GC_MN_MASK)) return cover(at);
        const int order = nfd_.getCombiningClass(static_cast<UChar32>(c));
        // So many marks make the word too long for the vocabulary, whatever their order.
        if (order == 0 || waiting_.size() > k_max_word_characters) flush();
        if (order == 0) return append(c, at);
        waiting_.push_back({c, at, order});
    }

    /// A dropped mark still belongs to the word that it stands on.
    void cover(Span at) {
        if (!waiting_.empty()) {
            waiting_.back().at.end = at.end;
        } else if (!words_.empty() && words_.back().span.end >= at.begin) {
            words_.back().span.end = at.end;
        }
    }

    void flush() {
        std::ranges::stable_sort(waiting_, {}, &Mark::order);
        for (const auto& mark : waiting_) append(mark.value, mark.at);
        waiting_.clear();
    }

    void end_word() {
        flush();
        open_ = false;
    }

    void append(char32_t c, Span at) {
        const bool alone = is_punctuation(c);
        if (alone || !open_) words_.push_back({at, {}, 0});
        open_ = !alone;
        auto& word = words_.back();
        word.span = {std::min(word.span.begin, at.begin), std::max(word.span.end, at.end)};
        if (word.characters <= k_max_word_characters) {
            append_utf8(word.form, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
        }
        ++word.characters;
    }

    const icu::Normalizer2& nfd_ = decomposer();
    std::string_view text_;
    std::size_t limit_;
    std::vector<BasicWord> words_;
    std::vector<Mark> waiting_;
    bool open_ = false;  // whether the next letter belongs to words_.back()
};

}  // namespace

std::vector<BasicWord> basic_words(std::string_view text, std::size_t limit) {
    return WordSplitter{text, limit}.split();
}

}  // namespace dragoman
