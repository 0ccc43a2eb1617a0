#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/candidates.h"

namespace dragoman {

/// Says how each candidate stands to one sought participant: where the text names it, how often, on which
/// side of which act, and whether a rule takes it. One object for one participant.
class CandidateFeatures {
  public:
    CandidateFeatures(const DocumentNames& names, const CountryTable& countries, const WordClasses& classes,
                      const Sought& sought, const std::vector<Parties>& parties);

    /// Fills in `features` and `shown` of a candidate whose countries are given.
    void describe(Candidate& candidate) const;

  private:
    struct Naming {  // one place where a candidate is named
        const Referent* referent = nullptr;
        std::size_t rank = 0;  // how many other candidates are named nearer on that side
        std::size_t free = 0;  // the same, without the other parties of the act
    };
    /// Where a candidate is named in the sought one's sentence before and behind it, in the sentence before,
    /// and how far back at all.
    struct Namings {
        Naming before, behind, previous;
        std::size_t last_sentence = 0;
        bool in_text = false;
        std::vector<std::string> sectors;
        const Referent* any = nullptr;
    };

    class Order;

    void gather_here();
    void gather_before();
    [[nodiscard]] bool is_own(const std::string& countries) const;
    void note(const Referent& referent, std::size_t sentence);
    void name_places(Candidate& candidate, const Namings& namings) const;
    void name_sentence(Candidate& candidate, const Namings& namings) const;
    void name_gap(Candidate& candidate, Span naming) const;
    void name_weight(Candidate& candidate, const Namings& namings) const;
    static std::string sides_of(const Parties& parties, const std::string& countries);
    void name_sides(Candidate& candidate) const;
    void name_kind(Candidate& candidate, const Namings& namings) const;

    const DocumentNames& names_;
    const CountryTable& countries_;
    const WordClasses& classes_;
    const Sought& sought_;
    const std::vector<Parties>& parties_;
    const Parties& own_;
    std::size_t first_sentence_;  // of those looked at
    std::size_t end_sentence_;
    std::map<std::string, Namings> namings_;
    std::size_t most_ = 0;    // how often the country is named that is named most
    std::size_t states_ = 0;  // how many states the text names
    std::string first_here_;  // the candidate that the sentence names first
};

}  // namespace dragoman
