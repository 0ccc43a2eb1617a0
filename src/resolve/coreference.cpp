#include "resolve/coreference.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "event/code.h"
#include "resolve/fitness.h"

namespace dragoman {
namespace {

constexpr std::size_t k_reach = 6;  // sentences that a pronoun or description reaches back
constexpr std::size_t k_whole_text = static_cast<std::size_t>(-1);

// Weights set on the training texts.
constexpr double k_no_person = 80;
constexpr double k_no_thing = 25;
constexpr double k_not_many = 30;

template <class List>
bool among(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

Found by_rule(const char* rule, Found found) {
    if (found.rule.empty()) found.rule = rule;
    return found;
}

/// How badly a phrase's grammar fits a pronoun.
double misfit(WordClass pronoun, const Referent& candidate) {
    const auto& about = candidate.reading;
    switch (pronoun) {
        case WordClass::person:
            return about.person ? 0 : k_no_person;
        case WordClass::thing:
            return about.person || about.plural || candidate.codes.size() > 1 ? k_no_thing : 0;
        case WordClass::many:
            return about.plural || candidate.codes.size() > 1 ? 0 : k_not_many;
        default:
            return 0;
    }
}

}  // namespace

bool Coreference::is_usual_state(const std::string& code) const {
    return countries_.is_state(country_of(code));
}

Found Coreference::find_pronoun(const OpenPhrase& phrase) const {
    const auto& reading = phrase.reading;
    const bool own = reading.possessive;
    if (own && reading.pointing == WordClass::many && reading.plural &&
        (reading.head == "countries" || reading.head.ends_with("ministers"))) {
        return find_pair(phrase);
    }
    const Referent* best = nullptr;
    Found best_found;
    double best_fitness = 0;
    std::size_t order = 0;
    std::size_t last_sentence = phrase.sentence;
    for (const auto* candidate : names_.backwards(phrase.span.begin, phrase.sentence, k_reach)) {
        if (candidate->sentence != last_sentence) order = 0;
        last_sentence = candidate->sentence;
        const double value =
            fitness(*candidate, phrase.sentence, order++) - misfit(reading.pointing, *candidate);
        if (best != nullptr && value <= best_fitness) continue;
        Found found{candidate->codes, ""};
        if (found.codes.empty()) {
            if (!candidate->reading.person || reading.pointing != WordClass::person) continue;
            found = find_around({candidate->reading, candidate->span, candidate->sentence, {}, "", ""});
        }
        if (found.codes.empty() || (!own && shares_country(found.codes, phrase.others))) continue;
        best = candidate;
        best_found = std::move(found);
        best_fitness = value;
    }
    if (best == nullptr) return {};
    Found result;
    const bool whole_state = classes_.is(reading.head, WordClass::state) || reading.head == "countries";
    for (const auto& code : best_found.codes) {
        const bool other_kind = own && (whole_state || !reading.sector.empty());
        push_new(result.codes, other_kind ? lexicon_.with_sector(country_of(code), reading.sector) : code);
    }
    result.reason = fmt::format("points back to '{}'", names_.document().text_of(best->span));
    return result;
}

Found Coreference::find_state(const OpenPhrase& phrase) const {
    const auto& words = phrase.reading.words;
    std::vector<std::string> kinds;
    for (std::size_t i = 0; i < words.size(); ++i) {
        kinds.push_back(words[i]);
        if (i > 0) kinds.push_back(words[i - 1] + " " + words[i]);
    }
    const Referent* best = nullptr;
    double best_fitness = 0;
    bool best_of_kind = false;
    std::size_t order = 0;
    for (const auto* candidate : names_.backwards(phrase.span.begin, phrase.sentence, k_whole_text)) {
        if (candidate->codes.size() != 1 || !is_usual_state(candidate->codes.front())) continue;
        const auto country = country_of(candidate->codes.front());
        const bool of_kind = std::ranges::any_of(
            kinds, [&](const std::string& kind) { return countries_.is_of_kind(country, kind); });
        double value = fitness(*candidate, phrase.sentence, order++) + (of_kind ? 1000 : 0);
        if (shares_country(candidate->codes, phrase.others)) value -= 60;
        if (best == nullptr || value > best_fitness) {
            best = candidate;
            best_fitness = value;
            best_of_kind = of_kind;
        }
    }
    if (best == nullptr) return {};
    return {{country_of(best->codes.front())},
            fmt::format("{} '{}'", best_of_kind ? "the description fits" : "points back to",
                        names_.document().text_of(best->span))};
}

Found Coreference::find_pair(const OpenPhrase& phrase) const {
    Found found;
    if (classes_.is(phrase.reading.head,
                    WordClass::side)) {  // a war within one state: the last two that acted
        std::vector<std::string> sides;
        std::vector<std::string> states;
        for (const auto* candidate : names_.backwards(phrase.span.begin, phrase.sentence, k_reach)) {
            if (!candidate->argument) continue;
            for (const auto& code : candidate->codes) {
                if (!is_usual_state(code)) continue;
                push_new(states, country_of(code));
                if (code.find('.') != std::string::npos && sides.size() < 2) push_new(sides, code);
            }
        }
        if (states.size() == 1 && sides.size() == 2) return {sides, "the two sides that acted last"};
    }
    const auto& sector =
        classes_.is(phrase.reading.head, WordClass::side) ? std::string{} : phrase.reading.sector;
    for (const auto& code : current_pair(phrase.span.begin, phrase.sentence, phrase.others)) {
        found.codes.push_back(lexicon_.with_sector(code, sector));
    }
    found.reason = "the two states that the text speaks of";
    return found;
}

Found Coreference::find_speaker(const OpenPhrase& phrase) const {
    const auto country = names_.home().empty()
                             ? nearest_country(phrase.span, phrase.sentence, phrase.others, true)
                             : names_.home();
    if (country.empty()) return {};
    return {{lexicon_.with_sector(country, phrase.reading.possessive ? phrase.reading.sector : "")},
            "the speaker's country"};
}

Found Coreference::find_repeated(const OpenPhrase& phrase) const {
    const auto& reading = phrase.reading;
    if (reading.head.empty() || !reading.definite) return {};
    for (const auto* candidate : names_.backwards(phrase.span.begin, phrase.sentence, k_whole_text)) {
        if (!candidate->argument || candidate->codes.empty() ||
            !among(candidate->reading.words, reading.head))
            continue;
        return {candidate->codes,
                fmt::format("the same as '{}'", names_.document().text_of(candidate->span))};
    }
    return {};
}

Found Coreference::find_body(const OpenPhrase& phrase) const {
    for (const auto* candidate : names_.backwards(phrase.span.begin, phrase.sentence, k_reach)) {
        if (candidate->codes.size() != 1) continue;
        const auto& code = candidate->codes.front();
        if (is_usual_state(code) && !code.ends_with(".REB") && !code.ends_with(".PTY") &&
            !code.ends_with(".JUD"))
            continue;
        return {candidate->codes,
                fmt::format("points back to '{}'", names_.document().text_of(candidate->span))};
    }
    return {};
}

/// The country around a phrase that says what kind of actor it is, or who, but not whose.
Found Coreference::find_around(const OpenPhrase& phrase) const {
    const auto& reading = phrase.reading;
    if (!reading.name.empty()) {
        if (auto found = find_name(reading, phrase.span, phrase.sentence); !found.codes.empty())
            return by_rule("name", std::move(found));
    }
    if (auto after = names_.place_after(phrase.span, phrase.sentence); !after.empty()) {
        return {{lexicon_.with_sector(after, reading.sector)},
                fmt::format("of {}, named behind it", after),
                "behind"};
    }
    if (reading.name.empty()) {
        if (auto found = find_repeated(phrase); !found.codes.empty())
            return by_rule("repeated", std::move(found));
    }
    if (!reading.office_code.empty())
        return {{reading.office_code},
                fmt::format("the office is mostly that of {}", reading.office_code),
                "office"};
    const bool bound = reading.sector == "GOV" || reading.sector == "LEG" || reading.sector == "JUD" ||
                       reading.sector == "OPP" || (reading.sector.empty() && reading.person);
    if (bound && !phrase.told.empty())
        return {
            {lexicon_.with_sector(phrase.told, reading.sector)}, "tells of its own country's act", "told"};
    const auto country = phrase.place.empty() || bound
                             ? nearest_country(phrase.span, phrase.sentence, phrase.others, bound)
                             : phrase.place;
    if (country.empty()) return {};
    return {{lexicon_.with_sector(country, reading.sector)},
            fmt::format("{} where the text is about {}", reading.sector.empty() ? "somebody" : reading.sector,
                        country),
            bound ? "bound" : "around"};
}

Found Coreference::find(const OpenPhrase& phrase) const {
    Found found;
    const auto& reading = phrase.reading;
    const bool others = reading.plural && std::ranges::any_of(reading.words, [&](const std::string& word) {
                            return classes_.is(word, WordClass::unnamed);
                        });
    const bool states = reading.pointing == WordClass::none && classes_.is(reading.head, WordClass::states);
    if (states || (others && (classes_.is(reading.head, WordClass::states) || reading.head == "leaders" ||
                              reading.head == "others"))) {
        return {
            {lexicon_.with_sector("UNK", reading.sector)}, "states that the text does not name", "unnamed"};
    }
    switch (phrase.reading.pointing) {
        case WordClass::thing:
        case WordClass::person:
        case WordClass::many:
            found = by_rule("pronoun", find_pronoun(phrase));
            break;
        case WordClass::speaker:
            found = by_rule("speaker", find_speaker(phrase));
            break;
        case WordClass::mutual:
            found = {phrase.others, "the parties of the act", "mutual"};
            break;
        case WordClass::pair:
            found = by_rule("pair", find_pair(phrase));
            break;
        case WordClass::state:
            found = by_rule("state", find_state(phrase));
            break;
        case WordClass::body:
            found = by_rule("repeated", find_repeated(phrase));
            if (found.codes.empty()) found = by_rule("body", find_body(phrase));
            break;
        default:
            break;
    }
    return found.codes.empty() ? find_around(phrase) : found;
}

}  // namespace dragoman
