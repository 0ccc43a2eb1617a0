#include "resolve/document_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/file.h"
#include "event/code.h"

namespace dragoman {
namespace {

constexpr std::size_t k_title_gap = 3;  // words between a demonym and the title that it belongs to
constexpr std::size_t k_place_gap = 4;  // words between a preposition and the place
constexpr std::size_t k_phrase_words = 14;

/// The hit that covers a word; hits are in order and do not overlap.
const Hit* hit_at(const std::vector<Hit>& hits, std::size_t word) {
    const auto after = std::ranges::upper_bound(hits, word, {}, &Hit::first);
    if (after == hits.begin()) return nullptr;
    const auto& hit = *(after - 1);
    return word < hit.end() ? &hit : nullptr;
}

std::size_t begin_of(const Referent& referent) {
    return referent.span.begin;
}

std::vector<std::string> split_codes(const std::string& codes) {
    std::vector<std::string> parts;
    for (const auto part : split_fields(codes, '+')) parts.emplace_back(part);
    return parts;
}

}  // namespace

DocumentNames::DocumentNames(const Document& document, const Lexicon& lexicon)
    : document_(document), lexicon_(lexicon), classes_(lexicon.classes()) {
    const auto& article = document.article;
    for (std::size_t i = 0; i < document.sentences.size(); ++i) {
        words_.push_back(lexicon.reader().read(article.text, document.sentences[i]));
        hits_.push_back(lexicon.scan(words_.back(), article.date));
        seen_.emplace_back();
        places_.emplace_back();
        see_names(i);
        see_persons(i);
    }
    const auto title = lexicon.reader().read(article.title, Span{0, article.title.size()});
    for (const auto& hit : lexicon.scan(title, article.date)) {
        if (hit.entry->kind >= EntryKind::city) continue;
        for (const auto& code : split_codes(hit.entry->code)) {
            count(*hit.entry, code);
            title_codes_.push_back(country_of(code));
        }
    }
    find_home();
}

/// "the Guyanese foreign minister": where the title ends that belongs to a demonym or owner; hit.end() if
/// none does.
std::size_t DocumentNames::title_end(std::size_t sentence, const Hit& hit) const {
    const auto& words = words_[sentence];
    const bool owner = hit.entry->kind == EntryKind::demonym || words[hit.end() - 1].possessive;
    auto end = hit.end();
    if (!owner) return end;
    for (auto at = end; at < words.size() && at < end + k_title_gap && !words[at].after_break; ++at) {
        const auto* next = hit_at(hits_[sentence], at);
        if (next == nullptr) continue;
        if (next->entry->kind != EntryKind::sector) break;
        end = next->end();
        at = end - 1;
    }
    return end;
}

void DocumentNames::count(const Entry& entry, const std::string& code) {
    ++counts_[country_of(code)];
    if (entry.kind == EntryKind::country || entry.kind == EntryKind::demonym)
        ++land_counts_[country_of(code)];
}

void DocumentNames::see_names(std::size_t sentence) {
    const auto& words = words_[sentence];
    for (const auto& hit : hits_[sentence]) {
        if (hit.entry->kind > EntryKind::city) continue;
        Referent referent;
        referent.span = {words[hit.first].span.begin, words[hit.end() - 1].span.end};
        referent.sentence = sentence;
        referent.codes = split_codes(hit.entry->code);
        referent.reason = fmt::format("'{}' is {}", hit.entry->name, hit.entry->code);
        if (hit.entry->kind == EntryKind::city) {
            places_[sentence].push_back(std::move(referent));
            continue;
        }
        for (const auto& code : referent.codes) count(*hit.entry, code);
        referent.reading.adjective = hit.entry->kind == EntryKind::demonym && !hit.entry->name.ends_with('s');
        referent.reading.person = hit.entry->kind == EntryKind::leader;
        if (referent.reading.person)
            referent.codes.front() = lexicon_.with_sector(referent.codes.front(), "GOV");
        for (const auto& form : hit.entry->forms) referent.reading.words.push_back(lower_ascii(form));
        if (const auto end = title_end(sentence, hit); end > hit.end()) {
            auto reading = read(sentence, hit.first, end);
            if (!reading.codes.empty()) {
                reading.adjective = false;
                referent.codes = reading.codes;
                referent.reading = std::move(reading);
                referent.span.end = words[end - 1].span.end;
            }
        }
        seen_[sentence].push_back(std::move(referent));
    }
}

std::size_t DocumentNames::phrase_begin(std::size_t sentence, std::size_t first) const {
    const auto& words = words_[sentence];
    auto begin = first;
    while (begin > 0 && first - begin < k_phrase_words && !words[begin].after_break) {
        const auto& before = words[begin - 1];
        const bool part = before.capital() || hit_at(hits_[sentence], begin - 1) != nullptr ||
                          classes_.is(before.form, WordClass::joint);
        if (!part) break;
        --begin;
    }
    return begin;
}

/// Runs of capitalised words that no table holds, with the titles before them: persons whom the text may call
/// "he" later.
void DocumentNames::see_persons(std::size_t sentence) {
    const auto& words = words_[sentence];
    std::vector<Referent> persons;
    for (std::size_t first = 0; first < words.size(); ++first) {
        if (!words[first].capital() || hit_at(hits_[sentence], first) != nullptr) continue;
        auto end = first + 1;
        while (end < words.size() && !words[end].after_break && hit_at(hits_[sentence], end) == nullptr &&
               (words[end].capital() || (classes_.is(words[end].form, WordClass::particle) &&
                                         end + 1 < words.size() && words[end + 1].capital()))) {
            ++end;
        }
        const auto begin = phrase_begin(sentence, first);
        const auto lower = lower_ascii(words[first].form);
        const bool honorific = classes_.is(lower, WordClass::honorific) && end - first > 1;
        const bool titled = begin < first && hit_at(hits_[sentence], first - 1) != nullptr &&
                            hit_at(hits_[sentence], first - 1)->entry->kind == EntryKind::sector;
        if (honorific || titled || (end - first > 1 && classes_.pronoun(lower) == WordClass::none)) {
            Referent person;
            person.reading = read(sentence, begin, end);
            if (!person.reading.plural && !person.reading.name.empty()) {
                person.reading.person = true;
                person.span = {words[first].span.begin, words[end - 1].span.end};
                person.sentence = sentence;
                person.codes = person.reading.codes;
                persons.push_back(std::move(person));
            }
        }
        first = end - 1;
    }
    auto& seen = seen_[sentence];
    std::ranges::move(persons, std::back_inserter(seen));
    std::ranges::stable_sort(seen, {}, begin_of);
}

ActorReading DocumentNames::read(std::size_t sentence, std::size_t first, std::size_t last) const {
    const auto& words = words_[sentence];
    const std::vector<TextWord> part(words.begin() + static_cast<std::ptrdiff_t>(first),
                                     words.begin() + static_cast<std::ptrdiff_t>(last));
    return read_actor_phrase(part, lexicon_, document_.article.date);
}

/// The dateline is a town before a bracket, colon or dash at the start; else the paper's name may tell its
/// country.
void DocumentNames::find_home() {
    const auto& article = document_.article;
    if (!words_.empty() && !words_.front().empty() && !hits_.front().empty()) {
        const auto& words = words_.front();
        const auto& hit = hits_.front().front();
        const bool town = hit.entry->kind == EntryKind::capital || hit.entry->kind == EntryKind::city;
        if (hit.first == 0 && town && hit.end() < words.size()) {
            const auto from = words[hit.end() - 1].span.end;
            const auto gap = std::string_view{article.text}.substr(from, words[hit.end()].span.begin - from);
            if (gap.find_first_of("(:") != std::string_view::npos ||
                gap.find("\u2014") != std::string_view::npos || gap.find("--") != std::string_view::npos) {
                home_ = country_of(hit.entry->code);
                return;
            }
        }
    }
    const auto paper = lexicon_.reader().read(article.publisher, Span{0, article.publisher.size()});
    for (const auto& hit : lexicon_.scan(paper, article.date)) {
        if (hit.entry->kind == EntryKind::sector) continue;
        home_ = country_of(hit.entry->code);
        return;
    }
}

void DocumentNames::add(Referent referent) {
    auto& seen = seen_[referent.sentence];
    std::erase_if(
        seen, [&](const Referent& other) { return other.span.overlaps(referent.span) && !other.argument; });
    seen.insert(std::ranges::upper_bound(seen, referent.span.begin, {}, begin_of), std::move(referent));
}

std::vector<const Referent*> DocumentNames::backwards(std::size_t offset, std::size_t sentence,
                                                      std::size_t reach) const {
    std::vector<const Referent*> found;
    for (std::size_t back = 0; back <= std::min(sentence, reach); ++back) {
        const auto& seen = seen_[sentence - back];
        for (auto it = seen.rbegin(); it != seen.rend(); ++it) {
            if (back > 0 || it->span.end <= offset) found.push_back(&*it);
        }
    }
    return found;
}

std::string DocumentNames::place_after(Span span, std::size_t sentence) const {
    const auto& words = words_[sentence];
    const auto next = static_cast<std::size_t>(
        std::ranges::find_if(words, [&](const TextWord& word) { return word.span.begin >= span.end; }) -
        words.begin());
    if (next >= words.size() || words[next].after_break ||
        !classes_.is(words[next].form, WordClass::locating))
        return {};
    for (auto at = next + 1; at < std::min(words.size(), next + k_place_gap) && !words[at].after_break;
         ++at) {
        const auto* hit = hit_at(hits_[sentence], at);
        if (hit != nullptr && hit->entry->kind >= EntryKind::country && hit->entry->kind <= EntryKind::city &&
            hit->entry->kind != EntryKind::leader) {
            return country_of(hit->entry->code);
        }
    }
    return {};
}

std::size_t DocumentNames::count(const std::string& country) const {
    const auto found = counts_.find(country);
    return found == counts_.end() ? 0 : found->second;
}

}  // namespace dragoman
