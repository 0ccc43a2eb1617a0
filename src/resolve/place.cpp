#include "resolve/place.h"

#include <fmt/format.h>

#include "event/code.h"

namespace dragoman {
namespace {

/// Towns count least, bodies and persons not at all.
int rank(EntryKind kind) {
    switch (kind) {
        case EntryKind::country:
            return 4;
        case EntryKind::demonym:
            return 3;
        case EntryKind::capital:
            return 2;
        case EntryKind::city:
            return 1;
        default:
            return 0;
    }
}

}  // namespace

PlaceReading read_place(const std::vector<TextWord>& words, const Lexicon& lexicon, std::optional<Day> day) {
    for (const auto& word : words) {
        if (lexicon.classes().is(lower_ascii(word.form), WordClass::water))
            return {"", "no country's: " + word.form};
    }
    const Hit* best = nullptr;
    const auto hits = lexicon.scan(words, day, Wanted::places);
    for (const auto& hit : hits) {
        if (best == nullptr || rank(hit.entry->kind) > rank(best->entry->kind)) best = &hit;
    }
    if (best == nullptr) return {};
    const auto& entry = *best->entry;
    const auto country = country_of(entry.code);
    const bool land =
        rank(entry.kind) > 0 || entry.kind == EntryKind::group || entry.kind == EntryKind::organisation;
    if (!land || !lexicon.is_state(country)) return {};
    return {country, fmt::format("'{}' lies in {}", entry.name, country)};
}

}  // namespace dragoman
