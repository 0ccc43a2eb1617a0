#include "resolve/candidate_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "event/code.h"
#include "resolve/fitness.h"

namespace dragoman {
namespace {

constexpr std::size_t k_ranks = 3;  // ranks from here on are one
constexpr std::array<std::size_t, 4> k_steps{9, 5, 3, 2};

/// "1", "2", "3", "5", "9": the largest of these that a number reaches.
std::size_t bucket(std::size_t number) {
    for (const auto step : k_steps) {
        if (number >= step) return step;
    }
    return number;
}

bool holds(const std::vector<std::string>& list, const std::string& countries) {
    return std::ranges::find(list, countries) != list.end();
}

}  // namespace

CandidateFeatures::CandidateFeatures(const DocumentNames& names, const CountryTable& countries,
                                     const WordClasses& classes, const Sought& sought,
                                     const std::vector<Parties>& parties)
    : names_(names),
      countries_(countries),
      classes_(classes),
      sought_(sought),
      parties_(parties),
      own_(parties[sought.mention]),
      first_sentence_(own_.sentence - std::min(own_.sentence, k_sentences_back)),
      end_sentence_(std::min(names.sentence_count(), own_.sentence + 1 + k_sentences_ahead)) {
    gather_here();
    gather_before();
    for (const auto& [country, times] : names_.counts()) {
        if (!countries_.is_state(country)) continue;
        ++states_;
        most_ = std::max(most_, times);
    }
}

bool CandidateFeatures::is_own(const std::string& countries) const {
    return std::ranges::any_of(std::array{Role::actor, Role::recipient}, [&](Role role) {
        return role != sought_.role && holds(own_.of(role), countries);
    });
}

/// What stands between a naming and the participant.
void CandidateFeatures::name_gap(Candidate& candidate, Span naming) const {
    const bool before = naming.end <= sought_.at.begin;
    const auto gap = before ? Span{naming.end, sought_.at.begin} : Span{sought_.at.end, naming.begin};
    const auto text = names_.document().text_of(gap);
    const std::string side = before ? "before" : "behind";
    candidate.features.push_back(fmt::format("{}-gap:{}", side,
                                             text.size() <= 4     ? 0
                                             : text.size() <= 20  ? 1
                                             : text.size() <= 60  ? 2
                                             : text.size() <= 120 ? 3
                                                                  : 4));
    const auto commas = static_cast<std::size_t>(std::ranges::count(text, ','));
    candidate.features.push_back(fmt::format("{}-commas:{}", side, std::min<std::size_t>(commas, 2)));
    const auto& words = names_.words_of(own_.sentence);
    const auto at =
        std::ranges::find_if(words, [&](const TextWord& word) { return word.span.begin >= naming.begin; });
    auto ahead = at;
    while (ahead != words.begin() && classes_.is(lower_ascii((ahead - 1)->form), WordClass::article)) --ahead;
    if (ahead != words.begin() && classes_.is(lower_ascii((ahead - 1)->form), WordClass::preposition))
        candidate.features.push_back(fmt::format("{}-after:{}", side, lower_ascii((ahead - 1)->form)));
    if (ahead != words.begin() && classes_.is(lower_ascii((ahead - 1)->form), WordClass::opposed))
        candidate.features.push_back(side + "-opposed");
}

void CandidateFeatures::name_sentence(Candidate& candidate, const Namings& namings) const {
    auto& features = candidate.features;
    const bool own = is_own(candidate.countries);
    if (candidate.countries == first_here_) features.emplace_back("first-here");
    if (namings.before.referent != nullptr) {
        const auto& referent = *namings.before.referent;
        features.push_back(fmt::format("before:{}", std::min(namings.before.rank, k_ranks)));
        if (!own) features.push_back(fmt::format("before-free:{}", std::min(namings.before.free, k_ranks)));
        if (referent.reading.adjective) features.emplace_back("before-adjective");
        if (referent.reading.person) features.emplace_back("before-person");
        if (referent.reading.plural) features.emplace_back("before-plural");
        name_gap(candidate, referent.span);
        if (sought_.reading != nullptr && referent.span.end <= own_.trigger.begin &&
            own_.trigger.end <= sought_.at.begin)
            features.emplace_back("before-trigger");
    }
    if (namings.behind.referent != nullptr) {
        const auto& referent = *namings.behind.referent;
        features.push_back(fmt::format("behind:{}", std::min(namings.behind.rank, k_ranks)));
        if (!own) features.push_back(fmt::format("behind-free:{}", std::min(namings.behind.free, k_ranks)));
        if (referent.reading.adjective) features.emplace_back("behind-adjective");
        if (referent.reading.person) features.emplace_back("behind-person");
        name_gap(candidate, referent.span);
        if (sought_.reading != nullptr && sought_.at.end <= own_.trigger.begin &&
            own_.trigger.end <= referent.span.begin)
            features.emplace_back("behind-trigger");
    }
}

void CandidateFeatures::name_places(Candidate& candidate, const Namings& namings) const {
    auto& features = candidate.features;
    if (!namings.in_text) {
        features.emplace_back("last:none");
    } else {
        features.push_back(fmt::format("last:{}", bucket(own_.sentence - namings.last_sentence)));
    }
    if (namings.previous.referent != nullptr) {
        features.push_back(fmt::format("previous:{}", std::min(namings.previous.rank, k_ranks)));
        if (!is_own(candidate.countries))
            features.push_back(fmt::format("previous-free:{}", std::min(namings.previous.free, k_ranks)));
        if (namings.previous.referent->actor) features.emplace_back("previous-actor");
        if (namings.previous.referent->reading.person) features.emplace_back("previous-person");
        if (namings.previous.referent->reading.plural) features.emplace_back("previous-plural");
    }
    const std::string_view placed = sought_.place.empty() ? "/nowhere" : "/somewhere";
    if (sought_.place == candidate.countries) features.emplace_back("place");
    for (auto i = first_sentence_; i < end_sentence_; ++i) {
        for (const auto& town : names_.places_in(i)) {
            if (country_key(town.codes) != candidate.countries) continue;
            const std::string_view where = i == own_.sentence  ? "town-here"
                                           : i < own_.sentence ? "town-before"
                                                               : "town-behind";
            const auto name = fmt::format("{}{}", where, placed);
            if (!holds(features, name)) features.push_back(name);
        }
    }
}

void CandidateFeatures::name_weight(Candidate& candidate, const Namings& namings) const {
    auto& features = candidate.features;
    const auto count = names_.count(candidate.countries);
    features.push_back(fmt::format("named:{}", bucket(count)));
    if (count > 0 && count == most_) features.emplace_back("named-most");
    if (count > 0 && states_ == 1 && countries_.is_state(candidate.countries))
        features.emplace_back("only-state");
    const auto& title = names_.title_codes();
    if (const auto at = std::ranges::find(title, candidate.countries); at != title.end())
        features.emplace_back(at == title.begin() ? "title:0" : "title:1");
    if (candidate.countries == names_.home()) features.emplace_back("home");
    for (const auto& sector : namings.sectors) {
        features.push_back("has:" + sector);
        if (sought_.reading != nullptr && sector == sought_.reading->sector)
            features.emplace_back("has-sector");
    }
}

/// The roles that a candidate has in a mention: their letters, or "X" if several countries are its parties
/// together.
std::string CandidateFeatures::sides_of(const Parties& parties, const std::string& countries) {
    std::string letters;
    if (countries.find('+') != std::string::npos) {
        auto all = parties.of(Role::actor);
        if (country_key(all) == countries) letters += role_letter(Role::actor);
        for (const auto& country : parties.of(Role::recipient)) push_new(all, country);
        if (country_key(all) == countries) letters += 'X';
        return letters;
    }
    for (const auto role : {Role::actor, Role::recipient, Role::source}) {
        if (holds(parties.of(role), countries)) letters += role_letter(role);
    }
    return letters;
}

/// On which side of which acts it stands.
void CandidateFeatures::name_sides(Candidate& candidate) const {
    std::set<std::string> features;
    std::string again;
    const auto first = sought_.mention - std::min(sought_.mention, k_mentions_around);
    for (auto i = std::min(parties_.size(), sought_.mention + k_mentions_around); i-- > first;) {
        const auto& other = parties_[i];
        const bool same_type = other.act->plover_type == own_.act->plover_type;
        const std::string_view where = i == sought_.mention ? "own"
                                       : other.sentence == own_.sentence
                                           ? (i < sought_.mention ? "left" : "right")
                                       : other.sentence + 1 == own_.sentence ? "prior"
                                                                             : "";
        for (const char letter : sides_of(other, candidate.countries)) {
            if (!where.empty()) features.insert(fmt::format("{}:{}", where, letter));
            if (i == sought_.mention) {
                features.insert(
                    fmt::format("own:{}/{}", letter, sought_.place.empty() ? "nowhere" : "somewhere"));
                continue;
            }
            if (i + 1 == sought_.mention || i == sought_.mention + 1)
                features.insert(fmt::format("next-{}:{}", where, letter));
            if (!where.empty())
                features.insert(
                    fmt::format("{}:{}:{}", where, letter, same_type ? "same" : other.act->plover_type));
            if (other.trigger == own_.trigger)
                features.insert(fmt::format("twin:{}:{}", letter, other.act->plover_type));
            if (i < sought_.mention && same_type && again.find(letter) == std::string::npos) {
                again += letter;
                features.insert(fmt::format("again:{}", letter));
            }
        }
    }
    candidate.features.insert(candidate.features.end(), features.begin(), features.end());
}

void CandidateFeatures::name_kind(Candidate& candidate, const Namings& namings) const {
    auto& features = candidate.features;
    const auto& name = candidate.countries;
    const bool many = name.find('+') != std::string::npos;
    features.emplace_back(name == "UNK"               ? "unknown"
                          : many                      ? "many"
                          : countries_.is_state(name) ? "state"
                                                      : "body");
    const auto& rule = sought_.by_rule;
    if (!rule.codes.empty() && country_key(rule.codes) == name)
        features.push_back(fmt::format("rule:{}", rule.rule));
    if (const auto* reading = sought_.reading; reading != nullptr) {
        if (name == "UNK" && !reading->head.empty()) features.push_back("head:" + reading->head);
        for (const auto& word : reading->words) {
            if (countries_.is_of_kind(name, word)) {
                features.emplace_back("fits");
                break;
            }
        }
    }
    const auto& others = own_.of(sought_.role == Role::actor ? Role::recipient : Role::actor);
    if (std::ranges::any_of(others,
                            [&](const auto& other) { return countries_.are_neighbours(other, name); }))
        features.emplace_back("neighbour");
    if (name == "UNK") features.push_back(fmt::format("states:{}", bucket(states_)));
    if (namings.any != nullptr && namings.any->reading.plural) features.emplace_back("plural");
}

void CandidateFeatures::describe(Candidate& candidate) const {
    const auto found = namings_.find(candidate.countries);
    const auto namings = found == namings_.end() ? Namings{} : found->second;
    if (namings.any != nullptr) candidate.shown = names_.document().text_of(namings.any->span);
    name_kind(candidate, namings);
    name_sentence(candidate, namings);
    name_places(candidate, namings);
    name_weight(candidate, namings);
    name_sides(candidate);
}

}  // namespace dragoman
