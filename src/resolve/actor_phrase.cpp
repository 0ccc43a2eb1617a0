#include "resolve/actor_phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "base/file.h"
#include "event/code.h"
#include "resolve/phrase_joints.h"
#include "resolve/phrase_sector.h"

namespace dragoman {
namespace {

/// Sectors of those who serve a government but are told apart from it.
constexpr std::array<std::string_view, 5> k_arms{"MIL", "COP", "SPY", "JUD", "LEG"};
constexpr std::array<std::string_view, 4> k_armed{"REB", "UAF", "PRM", "MIL"};
/// What somebody who led a state may be before or after.
constexpr std::array<std::string_view, 4> k_other_offices{"LEG", "OPP", "PTY", "ELI"};
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
          phrase_(scan_phrase(words, lexicon, day)),
          hits_(phrase_.hits),
          lower_(phrase_.lower) {}

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
    [[nodiscard]] bool may_be_name(std::size_t at) const;
    [[nodiscard]] bool passes_over(const Hit& hit, const Hit* last) const;
    [[nodiscard]] std::string code_of(const Hit& hit) const;
    [[nodiscard]] std::string leader_code(const Hit& hit) const;
    void take(const Hit& hit);
    void take_all(const Hit& hit);
    void give_sector();

    const std::vector<TextWord>& words_;
    const Lexicon& lexicon_;
    const WordClasses& classes_;
    std::optional<Day> day_;
    ScannedPhrase phrase_;
    const std::vector<Hit>& hits_;
    const std::vector<std::string>& lower_;
    ActorReading reading_;
};

void PhraseReader::describe() {
    for (const auto& word : lower_) {
        if (!classes_.is(word, WordClass::article)) reading_.words.push_back(word);
    }
    reading_.definite = !lower_.empty() && classes_.is(lower_.front(), WordClass::definite);
    for (std::size_t i = phrase_.cut; i-- > 0;) {
        const bool in_sector = std::ranges::any_of(hits_, [&](const Hit& hit) {
            return hit.entry->kind == EntryKind::sector && hit.first <= i && i < hit.end();
        });
        if (words_[i].capital() && i > 0 && !in_sector) continue;
        if (!classes_.is(lower_[i], WordClass::article)) reading_.head = lower_[i];
        break;
    }
    reading_.plural = reading_.head.ends_with('s') && !reading_.head.ends_with("ss");
}

void PhraseReader::read_sector() {
    reading_.sector = sector_of_words(phrase_, classes_);
    reading_.person = among(k_persons_sectors, reading_.sector) && !reading_.plural;
}

/// The code of what a name stands for, with the sector that the name itself or its place in the phrase tells.
std::string PhraseReader::code_of(const Hit& hit) const {
    const auto& entry = *hit.entry;
    const auto dot = entry.code.find('.');
    if (entry.kind == EntryKind::leader && dot == std::string::npos) return leader_code(hit);
    if (!is_body(entry.kind) || dot == std::string::npos) return entry.code;
    const auto own = std::string_view{entry.code}.substr(dot + 1);
    const auto& sector = reading_.sector;
    const bool arm = own == "GOV" && among(k_arms, sector);                 // "the Sandinista army"
    const bool member = sector == "LEG" && (own == "PTY" || own == "REB");  // "a Sinn Fein MP"
    const bool some_of_people = own == "CVL" && !sector.empty();            // "Rohingya refugees"
    const auto state = entry.code.substr(0, dot);
    if (arm || member || some_of_people) return lexicon_.with_sector(state, sector);
    if (own == "PTY" && among(k_armed, sector)) return lexicon_.with_sector(state, "REB");  // "Fatah gunmen"
    return entry.code;
}

std::string PhraseReader::leader_code(const Hit& hit) const {
    const auto& entry = *hit.entry;
    const auto& sector = reading_.sector;
    const bool leads = hit.end() < words_.size() && words_[hit.end()].glued &&
                       classes_.is(lower_[hit.end()], WordClass::leading);
    const bool owns = hit.end() < words_.size() && words_[hit.end() - 1].possessive;
    const bool follows = hit.first > phrase_.cut || leads || owns;  // "forces loyal to X", "X's forces"
    if (follows && !sector.empty()) return lexicon_.with_sector(entry.code, sector);
    const auto validity = validity_at(entry, day_);
    if (validity == Validity::not_yet) return lexicon_.with_sector(entry.code, sector);
    // Who is out of office is mostly told of as in office, unless the words say what they are now.
    if (validity == Validity::over && among(k_other_offices, sector))
        return lexicon_.with_sector(entry.code, sector);
    return lexicon_.with_sector(entry.code, sector_now(phrase_, "GOV", classes_));
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

void PhraseReader::take_all(const Hit& hit) {
    const auto& code = hit.entry->code;
    if (code.find('+') == std::string::npos) {
        take(hit);
        return;
    }
    for (const auto part : split_fields(code, '+')) reading_.codes.emplace_back(part);  // "KOR+PRK"
    reading_.reason = fmt::format("'{}' is {}", hit.entry->name, code);
}

/// Whether a name that follows `last` (null: is the first) says nothing of the actor.
bool PhraseReader::passes_over(const Hit& hit, const Hit* last) const {
    if (is_loosened(phrase_, hit, classes_)) return true;
    if (last == nullptr) return is_addressed(phrase_, hit, classes_);
    const bool known =
        std::ranges::find(reading_.codes, country_of(hit.entry->code), country_of) != reading_.codes.end();
    if (known) return false;
    if (is_apposition(phrase_, *last, hit) || is_second_nation(phrase_, *last, hit, classes_)) return true;
    return !are_joined(phrase_, last->end(), hit.first);
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
        const bool generic_of =
            last != nullptr && last->entry->code.find('.') != std::string::npos && kind == EntryKind::country;
        if (last != nullptr && !is_loosened(phrase_, hit, classes_) &&
            are_cut(phrase_, last->end(), hit.first, classes_) && !generic_of)
            break;
        if (passes_over(hit, last)) continue;
        reading_.adjective = reading_.adjective || (last == nullptr && kind == EntryKind::demonym &&
                                                    !hit.entry->name.ends_with('s'));
        reading_.person = reading_.person || kind == EntryKind::leader;
        take_all(hit);
        last = &hit;
    }
    if (!reading_.codes.empty()) {
        give_sector();
    } else if (reading_.sector.empty()) {
        reading_.sector = sector_of_people(phrase_, classes_);  // "ethnic Cubans"
    }
}

void PhraseReader::give_sector() {
    auto sector = reading_.sector;
    const auto dot = reading_.office_code.find('.');
    if (sector.empty() && reading_.office_code.empty())
        reading_.sector = sector = sector_of_people(phrase_, classes_);
    if (sector.empty() && dot != std::string::npos)
        sector = sector_now(phrase_, reading_.office_code.substr(dot + 1), classes_);
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

/// Whether a word may be part of a name: it has a capital, and no table holds it.
bool PhraseReader::may_be_name(std::size_t at) const {
    const auto& word = lower_[at];
    if (!words_[at].capital() || word.size() < 2 || classes_.pronoun(word) != WordClass::none) return false;
    for (const auto cls : {WordClass::article, WordClass::preposition, WordClass::counting,
                           WordClass::nameless, WordClass::honorific}) {
        if (classes_.is(word, cls)) return false;
    }
    return std::ranges::none_of(hits_, [&](const Hit& hit) { return hit.first <= at && at < hit.end(); });
}

/// The last word that may be a name; of "Young-se" the word before it.
void PhraseReader::read_name() {
    for (std::size_t i = words_.size(); i-- > 0;) {
        const bool cut_off =
            i > 0 && i + 1 < words_.size() && words_[i + 1].glued && !words_[i + 1].capital();
        if (!may_be_name(i) || (cut_off && may_be_name(i - 1))) continue;
        reading_.name = words_[i].form;
        if (i > 0 && !words_[i].after_break && may_be_name(i - 1)) reading_.given = lower_[i - 1];
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
