#include "resolve/phrase_sector.h"

#include <algorithm>

namespace dragoman {
namespace {

bool is_official(const std::string& sector) {
    return sector == "GOV" || sector == "LEG" || sector == "JUD" || sector == "SPY";
}

bool has_word(const ScannedPhrase& phrase, std::size_t end, WordClass wanted, const WordClasses& classes) {
    for (std::size_t i = 0; i < end; ++i) {
        if (classes.is(phrase.lower[i], wanted)) return true;
    }
    return false;
}

bool has_number(const ScannedPhrase& phrase, std::size_t end, const WordClasses& classes) {
    for (std::size_t i = 0; i < end; ++i) {
        if (phrase.lower[i].front() >= '0' && phrase.lower[i].front() <= '9') return true;
    }
    return has_word(phrase, end, WordClass::counting, classes);
}

}  // namespace

std::string sector_of_words(const ScannedPhrase& phrase, const WordClasses& classes) {
    const Hit* best = nullptr;
    for (const auto& hit : phrase.hits) {
        if (hit.entry->kind != EntryKind::sector) continue;
        const bool in_head = hit.first < phrase.cut;
        if (best == nullptr || hit.entry->weight > best->entry->weight ||
            (hit.entry->weight == best->entry->weight && in_head)) {
            best = &hit;
        }
    }
    return best == nullptr ? std::string{} : sector_now(phrase, best->entry->code, classes);
}

std::string sector_now(const ScannedPhrase& phrase, const std::string& sector, const WordClasses& classes) {
    const bool former = has_word(phrase, phrase.words.size(), WordClass::former, classes);
    return former && is_official(sector) ? "ELI" : sector;
}

std::string sector_of_people(const ScannedPhrase& phrase, const WordClasses& classes) {
    if (phrase.hits.empty()) return {};
    const auto& last = phrase.hits.back();
    if (last.entry->kind != EntryKind::demonym || last.end() != phrase.words.size()) return {};
    const bool counted = has_number(phrase, last.first, classes);
    if (last.entry->name.ends_with('s') && phrase.lower.back().ends_with('s')) {
        const bool whole_people = last.first == 1 && phrase.lower.front() == "the";
        return whole_people ? "" : "CVL";
    }
    const bool one = last.first > 0 && (phrase.lower.front() == "a" || phrase.lower.front() == "an");
    const bool the_one =  // but "the Irish"
        last.first == 1 && phrase.lower.front() == "the" && phrase.lower.back().ends_with("an");
    return one || the_one || counted ? "CVL" : "";
}

}  // namespace dragoman
