#include "text/sentence_splitter.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/char_class.h"
#include "text/sentence_stop.h"

namespace dragoman {
namespace {

std::size_t skip_spaces(std::string_view line, std::size_t at) {
    while (at < line.size()) {
        const auto here = decode_utf8(line, at);
        if (!is_space(here.value)) break;
        at += here.size;
    }
    return at;
}

/// End of the last code point in [begin, end) that is no white space; `begin` if there is none.
std::size_t trimmed_end(std::string_view line, std::size_t begin, std::size_t end) {
    std::size_t result = begin;
    for (std::size_t at = begin; at < end;) {
        const auto here = decode_utf8(line, at);
        at += here.size;
        if (!is_space(here.value)) result = at;
    }
    return result;
}

bool has_letter_or_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto here = decode_utf8(text, at);
        if (is_alnum(here.value)) return true;
        at += here.size;
    }
    return false;
}

/// Where to cut a sentence that is too long: before the last space that fits, else before the last code
/// point.
std::size_t place_to_cut(std::string_view line, std::size_t begin) {
    std::size_t space = begin;
    std::size_t at = begin;
    while (true) {
        const auto here = decode_utf8(line, at);
        if (at + here.size - begin > k_longest_sentence) break;
        if (is_space(here.value)) space = at;
        at += here.size;
    }
    return space > begin ? space : at;
}

/// Takes the sentences of one line, in order, and adds them to the document's.
class LineSentences {
  public:
    LineSentences(std::string_view line, std::size_t offset, std::vector<Span>& all)
        : line_(line), offset_(offset), all_(all) {}

    /// Adds line[begin, end), which begins with no white space. Stray marks join the sentence before them.
    void add(std::size_t begin, std::size_t end) {
        while (end - begin > k_longest_sentence) {
            const std::size_t cut = place_to_cut(line_, begin);
            push(begin, trimmed_end(line_, begin, cut));
            begin = skip_spaces(line_, cut);
        }
        if (begin == end) return;
        if (count_ > 0 && !has_letter_or_digit(line_.substr(begin, end - begin)) && joins(end)) {
            all_.back().end = offset_ + end;
        } else {
            push(begin, end);
        }
    }

  private:
    void push(std::size_t begin, std::size_t end) {
        all_.push_back({offset_ + begin, offset_ + end});
        ++count_;
    }

    [[nodiscard]] bool joins(std::size_t end) const {
        return offset_ + end - all_.back().begin <= k_longest_sentence;
    }

    std::string_view line_;
    std::size_t offset_;
    std::vector<Span>& all_;
    std::size_t count_ = 0;
};

void split_line(std::string_view line, std::size_t offset, const Abbreviations& abbreviations,
                std::vector<Span>& all) {
    LineSentences sentences{line, offset, all};
    std::size_t begin = skip_spaces(line, 0);
    for (std::size_t at = begin; at < line.size();) {
        if (!is_stop(line, at)) {
            at += decode_utf8(line, at).size;
            continue;
        }
        const Stop stop = read_stop(line, at);
        at = skip_spaces(line, stop.end);
        const bool space_follows = at > stop.end && at < line.size();
        if (space_follows && ends_sentence(line, begin, stop, at, abbreviations)) {
            sentences.add(begin, stop.end);
            begin = at;
        }
    }
    sentences.add(begin, trimmed_end(line, begin, line.size()));
}

}  // namespace

Result<SentenceSplitter> SentenceSplitter::load(const std::string& data_dir) {
    auto abbreviations = Abbreviations::load(data_dir);
    if (!abbreviations) return abbreviations.error();
    return SentenceSplitter{std::move(abbreviations.value())};
}

Document SentenceSplitter::split(Article article) const {
    Document document;
    document.article = std::move(article);
    const std::string_view text = document.article.text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        split_line(text.substr(begin, end - begin), begin, abbreviations_, document.sentences);
        begin = end + 1;
    }
    return document;
}

}  // namespace dragoman
