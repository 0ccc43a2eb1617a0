/// Where a text names each candidate, seen from one participant that is sought.
#include <algorithm>
#include <set>

#include "event/code.h"
#include "resolve/candidate_features.h"
#include "resolve/fitness.h"

namespace dragoman {

void CandidateFeatures::note(const Referent& referent, std::size_t sentence) {
    auto& namings = namings_[country_key(referent.codes)];
    if (sentence <= own_.sentence) {
        namings.last_sentence = namings.in_text ? std::max(namings.last_sentence, sentence) : sentence;
        namings.in_text = true;
    }
    if (namings.any == nullptr) namings.any = &referent;
    for (const auto& code : referent.codes) {
        if (code.size() > 4 && code.find('.') != std::string::npos)
            push_new(namings.sectors, code.substr(code.find('.') + 1));
    }
}

/// Candidates in the order in which they are met, with their ranks.
class CandidateFeatures::Order {
  public:
    explicit Order(const CandidateFeatures& features) : features_(features) {}

    /// The rank of a candidate that is met now; keeps it if it is new.
    Naming meet(const Referent& referent, const std::string& countries) {
        const Naming naming{&referent, met_.size(), free_};
        if (met_.insert(countries).second && !features_.is_own(countries)) ++free_;
        return naming;
    }

  private:
    const CandidateFeatures& features_;
    std::set<std::string> met_;
    std::size_t free_ = 0;
};

/// The sentence of the participant, nearest first on either side.
void CandidateFeatures::gather_here() {
    const auto& here = names_.in_sentence(own_.sentence);
    Order before{*this};
    Order behind{*this};
    for (auto it = here.rbegin(); it != here.rend(); ++it) {
        if (it->codes.empty() || it->span.end > sought_.at.begin) continue;
        const auto key = country_key(it->codes);
        const auto naming = before.meet(*it, key);
        if (namings_[key].before.referent == nullptr) namings_[key].before = naming;
    }
    for (const auto& referent : here) {
        if (referent.codes.empty()) continue;
        const auto key = country_key(referent.codes);
        if (first_here_.empty() && !referent.span.overlaps(sought_.at)) first_here_ = key;
        if (referent.span.begin < sought_.at.end) continue;
        const auto naming = behind.meet(referent, key);
        if (namings_[key].behind.referent == nullptr) namings_[key].behind = naming;
    }
}

void CandidateFeatures::gather_before() {
    for (auto i = first_sentence_; i < end_sentence_; ++i) {
        Order order{*this};
        for (const auto& referent : names_.in_sentence(i)) {
            if (referent.codes.empty() || referent.span.overlaps(sought_.at)) continue;
            note(referent, i);
            if (i + 1 != own_.sentence) continue;
            const auto key = country_key(referent.codes);
            const auto naming = order.meet(referent, key);
            auto& previous = namings_[key].previous;
            if (previous.referent == nullptr || (referent.actor && !previous.referent->actor))
                previous = naming;
        }
    }
}

}  // namespace dragoman
