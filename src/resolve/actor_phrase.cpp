#include "resolve/actor_phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "event/code.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 5> k_persons_sectors{"GOV", "LEG", "ELI", "MIL", "OPP"};

template <class List>
bool among(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

bool is_body(EntryKind kind) {
    return kind == EntryKind::group || kind == EntryKind::organisation;
}

/// One phrase on its way to a reading.
class PhraseReader {
  public:
    PhraseReader(const std::vector<TextWord>& words, const Lexicon& lexicon, std::optional<Day> day)
        : words_(words),
          lexicon_(lexicon),
          classes_(lexicon.classes()),
          day_(day),
          hits_(lexicon.scan(words, day)) {
        for (const auto& word : words_) lower_.push_back(lower_ascii(word.form));
    }

    ActorReading read() {
        describe();
        read_sector();
        read_codes();
        read_pointing();
        read_name();
        return std::move(reading_);
    }

  private:
    void describe();
    void read_sector();
    void read_codes();
    void read_pointing();
    void read_name();
    [[nodiscard]] std::size_t first_preposition() const;
    [[nodiscard]] bool is_loosened(const Hit& hit) const;
    [[nodiscard]] bool is_addressed(const Hit& hit) const;
    [[nodiscard]] bool joins(std::size_t from, std::size_t to) const;
    [[nodiscard]] bool cuts(std::size_t from, std::size_t to) const;
    [[nodiscard]] std::string code_of(const Hit& hit) const;
    void take(const Hit& hit);

    const std::vector<TextWord>& words_;
    const Lexicon& lexicon_;
    const WordClasses& classes_;
    std::optional<Day> day_;
    std::vector<Hit> hits_;
    std::vector<std::string> lower_;
    ActorReading reading_;
};

std::size_t PhraseReader::first_preposition() const {
    for (std::size_t i = 1; i < words_.size(); ++i) {
        const bool in_name = std::ranges::any_of(hits_, [&](const Hit& hit) {
            return hit.entry->kind != EntryKind::sector && hit.first < i && i < hit.end();
        });
        if (!in_name && !words_[i].capital() && classes_.is(lower_[i], WordClass::preposition)) return i;
        if (words_[i].after_break && i > 1) return i;
    }
    return words_.size();
}

void PhraseReader::describe() {
    for (const auto& word : lower_) {
        if (!classes_.is(word, WordClass::article)) reading_.words.push_back(word);
    }
    reading_.definite = !lower_.empty() && classes_.is(lower_.front(), WordClass::definite);
    const auto cut = first_preposition();
    for (std::size_t i = cut; i-- > 0;) {
        const bool in_sector = std::ranges::any_of(hits_, [&](const Hit& hit) {
            return hit.entry->kind == EntryKind::sector && hit.first <= i && i < hit.end();
        });
        if (words_[i].capital() && i > 0 && !in_sector) continue;
        if (!classes_.is(lower_[i], WordClass::article)) reading_.head = lower_[i];
        break;
    }
    reading_.plural = reading_.head.ends_with('s') && !reading_.head.ends_with("ss");
}

/// The heaviest sector word; among equals the last one before the first preposition, else the first one
/// behind it.
void PhraseReader::read_sector() {
    const auto cut = first_preposition();
    const Hit* best = nullptr;
    for (const auto& hit : hits_) {
        if (hit.entry->kind != EntryKind::sector) continue;
        const bool in_head = hit.first < cut;
        if (best == nullptr || hit.entry->weight > best->entry->weight ||
            (hit.entry->weight == best->entry->weight && in_head)) {
            best = &hit;
        }
    }
    if (best == nullptr) return;
    reading_.sector = best->entry->code;
    const bool former = std::ranges::any_of(
        lower_, [&](const std::string& word) { return classes_.is(word, WordClass::former); });
    if (former && reading_.sector == "GOV") reading_.sector = "ELI";
    reading_.person = among(k_persons_sectors, reading_.sector) && !reading_.plural;
}

bool PhraseReader::is_loosened(const Hit& hit) const {
    const auto kind = hit.entry->kind;
    const bool leads = hit.end() < words_.size() && words_[hit.end()].glued &&
                       classes_.is(lower_[hit.end()], WordClass::leading);
    if (leads && is_body(kind)) {
        return std::ranges::any_of(hits_, [&](const Hit& other) {
            return other.first > hit.first && other.entry->kind < EntryKind::office;
        });
    }
    if (kind == EntryKind::city && hit.count == 1) {  // "Milan Rocen" is a person
        const auto next = hit.end();
        const bool hit_next =
            std::ranges::any_of(hits_, [&](const Hit& other) { return other.first == next; });
        if (next < words_.size() && words_[next].capital() && !words_[next].after_break &&
            !words_[next].glued && !hit_next && !words_[next - 1].possessive) {
            return true;
        }
    }
    if (hit.end() < words_.size() && words_[hit.end()].glued &&
        classes_.is(lower_[hit.end()], WordClass::loosening))
        return true;
    return hit.first > 0 && words_[hit.first].glued && classes_.is(lower_[hit.first - 1], WordClass::opposed);
}

bool PhraseReader::is_addressed(const Hit& hit) const {
    for (std::size_t i = 1; i < hit.first; ++i) {
        if (!words_[i].capital() && classes_.is(lower_[i], WordClass::addressing) &&
            !classes_.is(lower_[i - 1], WordClass::tying))
            return true;
    }
    return false;
}

/// Whether two names stand side by side as equals: "and", a comma or a hyphen between them.
bool PhraseReader::joins(std::size_t from, std::size_t to) const {
    bool joined = from == to && (words_[to].glued || words_[to].after_break);
    for (std::size_t i = from; i < to; ++i) joined = joined || lower_[i] == "and" || words_[i].after_break;
    return joined || (to < words_.size() && words_[to].after_break);
}

bool PhraseReader::cuts(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        if (classes_.is(lower_[i], WordClass::preposition)) return true;
    }
    return false;
}

std::string PhraseReader::code_of(const Hit& hit) const {
    const auto& entry = *hit.entry;
    if (entry.kind != EntryKind::leader || entry.code.find('.') != std::string::npos) return entry.code;
    const bool follows = hit.first > first_preposition() ||  // "forces loyal to X", "the X-led government"
                         (hit.end() < words_.size() && words_[hit.end()].glued &&
                          classes_.is(lower_[hit.end()], WordClass::leading));
    if (follows && !reading_.sector.empty()) return lexicon_.with_sector(entry.code, reading_.sector);
    switch (validity_at(entry, day_)) {
        case Validity::holds:
            return lexicon_.with_sector(entry.code, "GOV");
        case Validity::over:
            return lexicon_.with_sector(entry.code, day_ ? "ELI" : "GOV");
        case Validity::not_yet:
            return lexicon_.with_sector(entry.code, reading_.sector);
    }
    return entry.code;
}

void PhraseReader::take(const Hit& hit) {
    const auto code = code_of(hit);
    const auto same = std::ranges::find(reading_.codes, country_of(code), country_of);
    if (same != reading_.codes.end()) {
        const bool office_holder = hit.entry->kind == EntryKind::leader && reading_.sector.empty();
        if (same->find('.') == std::string::npos && (is_body(hit.entry->kind) || office_holder)) *same = code;
    } else {
        reading_.codes.push_back(code);
    }
    reading_.reason +=
        fmt::format("{}'{}' is {}", reading_.reason.empty() ? "" : ", ", hit.entry->name, code);
}

void PhraseReader::read_codes() {
    const Hit* last = nullptr;
    for (const auto& hit : hits_) {
        const auto kind = hit.entry->kind;
        if (kind == EntryKind::sector) continue;
        if (kind == EntryKind::office) {
            if (reading_.office_code.empty()) reading_.office_code = hit.entry->code;
            continue;
        }
        if (is_loosened(hit) || (last == nullptr && is_addressed(hit))) continue;
        if (last != nullptr) {
            const bool generic_of =
                last->entry->code.find('.') != std::string::npos && kind == EntryKind::country;
            if (cuts(last->end(), hit.first) && !generic_of) break;
            const auto known = std::ranges::find(reading_.codes, country_of(hit.entry->code), country_of);
            if (known == reading_.codes.end() && !joins(last->end(), hit.first)) continue;
        }
        reading_.adjective = reading_.adjective || (last == nullptr && kind == EntryKind::demonym &&
                                                    !hit.entry->name.ends_with('s'));
        reading_.person = reading_.person || kind == EntryKind::leader;
        for (std::size_t at = 0; at <= hit.entry->code.size();) {  // "KOR+PRK" is two codes
            const auto end = std::min(hit.entry->code.find('+', at), hit.entry->code.size());
            if (end == hit.entry->code.size() && at == 0) {
                take(hit);
            } else {
                reading_.codes.push_back(hit.entry->code.substr(at, end - at));
                reading_.reason = fmt::format("'{}' is {}", hit.entry->name, hit.entry->code);
            }
            at = end + 1;
        }
        last = &hit;
    }
    if (reading_.codes.empty()) return;
    auto sector = reading_.sector;
    const bool people = last != nullptr && last->entry->kind == EntryKind::demonym &&
                        lower_[last->end() - 1].ends_with('s') && last->entry->name.ends_with('s') &&
                        last->end() == words_.size();
    if (people && sector.empty() && reading_.office_code.empty()) sector = "CVL";
    if (sector.empty() && reading_.office_code.find('.') != std::string::npos)
        sector = reading_.office_code.substr(reading_.office_code.find('.') + 1);
    for (auto& code : reading_.codes) code = lexicon_.with_sector(code, sector);
}

void PhraseReader::read_pointing() {
    if (!reading_.codes.empty() || words_.empty()) return;
    const auto pronoun = classes_.pronoun(lower_.front());
    if (words_.size() == 1 && pronoun != WordClass::none) {
        reading_.pointing = pronoun;
        return;
    }
    if (lower_.size() > 1 && classes_.is(lower_[1], WordClass::honour)) return;
    const auto two_at =
        std::ranges::find_if(lower_, [](const std::string& w) { return w == "two" || w == "both"; });
    const bool two = two_at != lower_.end() && (two_at + 1 == lower_.end() || *(two_at + 1) != "of");
    const bool each_other = pronoun == WordClass::mutual && lower_.size() > 1 && lower_[1] == "other";
    const auto& head = reading_.head;
    const bool pair_head = classes_.is(head, WordClass::pair);
    const bool the_former = lower_.front() == "the" &&
                            (reading_.words.size() == 1 || std::ranges::count(reading_.words, "former") > 0);
    if ((two && (pair_head || lower_.back() == "two" || lower_.front() == "both")) ||
        (pair_head && the_former)) {
        reading_.pointing = WordClass::pair;
    } else if (each_other || (pronoun != WordClass::none && pronoun != WordClass::mutual)) {
        reading_.possessive = !each_other || lower_.size() > 2;
        reading_.pointing = pronoun;
    } else if (classes_.is(head, WordClass::state)) {
        reading_.pointing = WordClass::state;
    } else if (classes_.is(head, WordClass::body)) {
        reading_.pointing = WordClass::body;
    }
}

/// The last capitalised word that no table holds and that does not open the phrase in the middle of a
/// sentence.
void PhraseReader::read_name() {
    for (std::size_t i = words_.size(); i-- > 0;) {
        const bool known =
            std::ranges::any_of(hits_, [&](const Hit& hit) { return hit.first <= i && i < hit.end(); });
        if (known || !words_[i].capital() || classes_.is(lower_[i], WordClass::article) ||
            classes_.pronoun(lower_[i]) != WordClass::none)
            continue;
        if (words_[i].form.size() < 2 || classes_.is(lower_[i], WordClass::preposition)) continue;
        reading_.name = words_[i].form;
        break;
    }
    if (!reading_.name.empty() && reading_.codes.empty() && !reading_.plural) reading_.person = true;
}

}  // namespace

ActorReading read_actor_phrase(const std::vector<TextWord>& words, const Lexicon& lexicon,
                               std::optional<Day> day) {
    return PhraseReader{words, lexicon, day}.read();
}

}  // namespace dragoman
