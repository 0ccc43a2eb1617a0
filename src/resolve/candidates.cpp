#include "resolve/candidates.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "event/code.h"
#include "resolve/candidate_features.h"
#include "resolve/fitness.h"

namespace dragoman {
namespace {

constexpr std::size_t k_reach = 3;  // sentences before the sought one whose parties may be meant together
constexpr std::size_t k_most_together = 6;  // countries that one phrase may mean

bool means_many(const Sought& sought) {
    return sought.reading != nullptr &&
           (sought.reading->plural || sought.reading->pointing == WordClass::many ||
            sought.reading->pointing == WordClass::pair || sought.reading->pointing == WordClass::speaker);
}

std::string kind_of(const ActorReading* reading) {
    if (reading == nullptr) return "left-out";
    const auto sector = reading->sector.empty() ? std::string{} : "." + reading->sector;
    const std::string owner = reading->possessive ? "own-" : "";
    switch (reading->pointing) {
        case WordClass::thing:
            return owner + "it" + sector;
        case WordClass::person:
            return owner + "he" + sector;
        case WordClass::many:
            return owner + "they" + sector;
        case WordClass::speaker:
            return owner + "we" + sector;
        case WordClass::mutual:
            return "other";
        case WordClass::pair:
            return "pair";
        case WordClass::state:
            return "state";
        case WordClass::body:
            return "body" + sector;
        default:
            return (reading->name.empty() ? "noun" : "name") + sector;
    }
}

}  // namespace

const std::vector<std::string>& Parties::of(Role role) const {
    return countries[role == Role::source ? 2 : static_cast<std::size_t>(role)];
}

void Parties::add(Role role, const std::vector<std::string>& codes) {
    auto& list = countries[role == Role::source ? 2 : static_cast<std::size_t>(role)];
    for (const auto& code : codes) push_new(list, country_of(code));
}

std::string country_key(const std::vector<std::string>& codes) {
    std::vector<std::string> countries;
    for (const auto& code : codes) push_new(countries, country_of(code));
    std::ranges::sort(countries);
    return fmt::format("{}", fmt::join(countries, "+"));
}

std::vector<std::string> CandidateFinder::contexts(const Sought& sought, const Parties& parties) const {
    const char role = role_letter(sought.role);
    const auto kind = kind_of(sought.reading);
    std::vector<std::string> contexts{"*", fmt::format("{}:{}", role, kind),
                                      fmt::format("{}:{}", role, parties.act->plover_type),
                                      fmt::format("{}:{}", role, parties.act->name)};
    if (sought.reading != nullptr && sought.reading->name.empty() && !sought.reading->head.empty())
        contexts.push_back(fmt::format("{}:\"{}\"", role, sought.reading->head));
    return contexts;
}

namespace {

/// Candidates, each once, up to a limit.
class CandidateList {
  public:
    void offer(const std::string& countries) {
        if (countries.empty() || found_.size() >= k_most_candidates ||
            std::ranges::find(found_, countries, &Candidate::countries) != found_.end())
            return;
        found_.push_back({countries, "", {}});
    }
    void offer(const std::vector<Referent>& referents) {
        for (const auto& referent : referents) offer(country_key(referent.codes));
    }
    std::vector<Candidate> take() { return std::move(found_); }

  private:
    std::vector<Candidate> found_;
};

/// Parties of one act, or of an act nearby, that a plural may mean together.
void offer_together(CandidateList& list, const std::vector<Parties>& parties, std::size_t mention) {
    const auto here = parties[mention].sentence;
    for (auto i = mention - std::min(mention, k_mentions_around); i <= mention; ++i) {
        const auto& other = parties[i];
        if (other.sentence + k_reach < here) continue;
        auto both = other.of(Role::actor);
        if (both.size() > 1 && both.size() <= k_most_together) list.offer(country_key(both));
        for (const auto& country : other.of(Role::recipient)) push_new(both, country);
        if (both.size() > 1 && both.size() <= k_most_together) list.offer(country_key(both));
    }
}

}  // namespace

std::vector<Candidate> CandidateFinder::candidates(const Sought& sought,
                                                   const std::vector<Parties>& parties) const {
    const auto here = parties[sought.mention].sentence;
    CandidateList list;
    list.offer("UNK");
    list.offer(country_key(sought.by_rule.codes));
    list.offer(sought.place);
    list.offer(names_.home());
    if (means_many(sought)) offer_together(list, parties, sought.mention);
    for (std::size_t back = 0; back <= std::min(here, k_sentences_back); ++back)
        list.offer(names_.in_sentence(here - back));
    for (const auto& code : names_.title_codes()) list.offer(code);
    const auto end = std::min(names_.sentence_count(), here + 1 + k_sentences_ahead);
    for (auto i = here + 1; i < end; ++i) list.offer(names_.in_sentence(i));
    auto found = list.take();
    const CandidateFeatures features{names_, countries_, classes_, sought, parties};
    for (auto& candidate : found) features.describe(candidate);
    return found;
}

}  // namespace dragoman
