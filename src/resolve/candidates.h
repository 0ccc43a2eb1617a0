#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "event/act_table.h"
#include "event/mention.h"
#include "resolve/choice.h"
#include "resolve/coreference.h"
#include "resolve/country_table.h"
#include "resolve/document_names.h"

namespace dragoman {

/// A mention and the countries that take part in it, as far as they are known yet.
struct Parties {
    std::size_t sentence = 0;
    Span trigger;
    const Act* act = nullptr;
    std::array<std::vector<std::string>, 3> countries;  ///< of actor, recipient and source

    [[nodiscard]] const std::vector<std::string>& of(Role role) const;
    void add(Role role, const std::vector<std::string>& codes);
};

/// A participant that its phrase does not name, or that has no phrase.
struct Sought {
    std::size_t mention = 0;  ///< index into the parties
    Role role = Role::actor;
    Span at;                                ///< the phrase, or the trigger if there is none
    const ActorReading* reading = nullptr;  ///< null: left out
    std::string place;                      ///< country of the act, if its place is named
    Found by_rule;                          ///< what the rules take it for
};

/// How much of a long text is looked at for one participant, so that work grows with the text and not with
/// its square.
inline constexpr std::size_t k_sentences_back = 40;
inline constexpr std::size_t k_sentences_ahead = 20;
inline constexpr std::size_t k_mentions_around = 40;
inline constexpr std::size_t k_most_candidates = 48;

/// Gathers those whom a document names and says how each stands to a participant that is sought. Keeps
/// references to what it is given, which must outlive it.
class CandidateFinder {
  public:
    CandidateFinder(const DocumentNames& names, const CountryTable& countries, const WordClasses& classes)
        : names_(names), countries_(countries), classes_(classes) {}

    /// At most k_most_candidates, those named near before others; "UNK" is always among them.
    [[nodiscard]] std::vector<Candidate> candidates(const Sought& sought,
                                                    const std::vector<Parties>& parties) const;
    /// What kind of participant is sought: each feature also counts within these.
    [[nodiscard]] std::vector<std::string> contexts(const Sought& sought, const Parties& parties) const;

  private:
    const DocumentNames& names_;
    const CountryTable& countries_;
    const WordClasses& classes_;
};

/// The countries of codes, sorted, each once, joined by '+'.
std::string country_key(const std::vector<std::string>& codes);

}  // namespace dragoman
