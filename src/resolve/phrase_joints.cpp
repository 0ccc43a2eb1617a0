#include "resolve/phrase_joints.h"

#include <algorithm>

namespace dragoman {
namespace {

bool is_body(EntryKind kind) {
    return kind == EntryKind::group || kind == EntryKind::organisation;
}

bool any_hit(const ScannedPhrase& phrase, auto&& fits) {
    return std::ranges::any_of(phrase.hits, fits);
}

/// The first word behind the first one that is a preposition outside of names, or that follows a break.
std::size_t first_preposition(const ScannedPhrase& phrase, const WordClasses& classes) {
    for (std::size_t i = 1; i < phrase.words.size(); ++i) {
        const bool in_name = any_hit(phrase, [&](const Hit& hit) {
            return hit.entry->kind != EntryKind::sector && hit.first < i && i < hit.end();
        });
        const bool small = !phrase.words[i].capital();
        if (!in_name && small && classes.is(phrase.lower[i], WordClass::preposition)) return i;
        if (phrase.words[i].after_break && i > 1) return i;
    }
    return phrase.words.size();
}

/// "a Cuban ally" is another state, "NATO allies" are NATO.
bool is_ally(const ScannedPhrase& phrase, const Hit& hit, const WordClasses& classes) {
    const auto next = hit.end();
    if (next == phrase.words.size() || !classes.is(phrase.lower[next], WordClass::allied)) return false;
    const bool other_named = any_hit(phrase, [&](const Hit& other) {
        return other.first > next && other.entry->kind < EntryKind::office;
    });
    return hit.entry->kind == EntryKind::demonym || other_named;
}

/// "Milan Rocen" is a person: a capitalised word that no table holds follows the town's name.
bool is_first_name(const ScannedPhrase& phrase, const Hit& hit, const WordClasses& classes) {
    const auto next = hit.end();
    if (hit.entry->kind != EntryKind::city || hit.count > 1 || next == phrase.words.size()) return false;
    const auto& word = phrase.words[next];
    return word.capital() && !classes.is(phrase.lower[next], WordClass::nameless) && !word.after_break &&
           !word.glued && !phrase.words[next - 1].possessive &&
           !any_hit(phrase, [&](const Hit& other) { return other.first == next; });
}

}  // namespace

ScannedPhrase scan_phrase(const std::vector<TextWord>& words, const Lexicon& lexicon,
                          std::optional<Day> day) {
    ScannedPhrase phrase{words, {}, lexicon.scan(words, day), 0};
    for (const auto& word : words) phrase.lower.push_back(lower_ascii(word.form));
    phrase.cut = first_preposition(phrase, lexicon.classes());
    return phrase;
}

bool is_loosened(const ScannedPhrase& phrase, const Hit& hit, const WordClasses& classes) {
    const auto next = hit.end();
    const bool glued = next < phrase.words.size() && phrase.words[next].glued;
    if (glued && classes.is(phrase.lower[next], WordClass::leading) && is_body(hit.entry->kind)) {
        return any_hit(phrase, [&](const Hit& other) {
            return other.first > hit.first && other.entry->kind < EntryKind::office;
        });
    }
    const bool minority = hit.first > 0 && hit.entry->kind == EntryKind::demonym &&
                          next == phrase.words.size() &&
                          classes.is(phrase.lower[hit.first - 1], WordClass::minority);
    if (minority || is_first_name(phrase, hit, classes) || is_ally(phrase, hit, classes)) return true;
    if (glued && classes.is(phrase.lower[next], WordClass::loosening)) return true;
    return hit.first > 0 && phrase.words[hit.first].glued &&
           classes.is(phrase.lower[hit.first - 1], WordClass::opposed);
}

bool is_addressed(const ScannedPhrase& phrase, const Hit& hit, const WordClasses& classes) {
    for (std::size_t i = 1; i < hit.first; ++i) {
        if (!phrase.words[i].capital() && classes.is(phrase.lower[i], WordClass::addressing) &&
            !classes.is(phrase.lower[i - 1], WordClass::tying))
            return true;
    }
    return false;
}

bool are_joined(const ScannedPhrase& phrase, std::size_t from, std::size_t to) {
    const auto& words = phrase.words;
    bool joined = from == to && (words[to].glued || words[to].after_break);
    for (std::size_t i = from; i < to; ++i)
        joined = joined || phrase.lower[i] == "and" || words[i].after_break;
    return joined || (to < words.size() && words[to].after_break);
}

bool is_apposition(const ScannedPhrase& phrase, const Hit& before, const Hit& hit) {
    return hit.entry->kind == EntryKind::leader && hit.first == before.end() &&
           phrase.words[hit.first].after_break && before.entry->kind != EntryKind::leader;
}

bool is_second_nation(const ScannedPhrase& phrase, const Hit& before, const Hit& hit,
                      const WordClasses& classes) {
    const bool pair = before.entry->kind == EntryKind::demonym && hit.entry->kind == EntryKind::demonym &&
                      phrase.words[hit.first].glued && before.end() == hit.first;
    if (!pair || hit.end() == phrase.words.size()) return false;
    const bool one = before.first > 0 && classes.is(phrase.lower[before.first - 1], WordClass::article) &&
                     phrase.lower[before.first - 1] != "the";
    const bool named = phrase.words[hit.end()].capital() || phrase.words.back().capital();
    return one || (named && !phrase.lower.back().ends_with('s'));
}

bool are_cut(const ScannedPhrase& phrase, std::size_t from, std::size_t to, const WordClasses& classes) {
    for (std::size_t i = from; i < to; ++i) {
        if (classes.is(phrase.lower[i], WordClass::preposition)) return true;
    }
    return false;
}

}  // namespace dragoman
