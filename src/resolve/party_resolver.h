#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "event/act_table.h"
#include "event/mention.h"
#include "resolve/candidates.h"
#include "resolve/choice.h"
#include "resolve/coreference.h"
#include "resolve/document_names.h"
#include "resolve/place.h"
#include "resolve/usual_sectors.h"

namespace dragoman {

/// One participant that its phrase does not name, with all whom it may be: what the choice model learns from.
struct ChoiceRecord {
    const Mention* mention = nullptr;
    Role role = Role::actor;
    std::optional<Span> span;
    std::vector<std::string> contexts;
    std::vector<Candidate> candidates;
};

/// What parties are found with.
struct PartyTables {
    const Lexicon& lexicon;
    const CountryTable& countries;
    const PlaceTables& places;
    const ChoiceModel& choices;
    const UsualSectors& usual;
    const ActTable& acts;
};

/// Finds out who takes part in the mentions of one document: first the phrases that name their country, body
/// or person, then, in the order of the text, those that point to one named elsewhere, and those left out.
/// Keeps references to what it is given, which must outlive it.
class PartyResolver {
  public:
    /// `mentions` in the order of the text. `log`, if any, gets a record of every choice made.
    PartyResolver(DocumentNames& names, const PartyTables& tables, std::vector<const Mention*> mentions,
                  std::vector<ChoiceRecord>* log);

    /// Who a phrase of a mention is; nothing if it was not among the mentions' actors, recipients and
    /// sources.
    [[nodiscard]] const Referent* of_phrase(Span span) const;
    /// Who the party of a mention is that has no phrase, with the probability that it is.
    struct LeftOut {
        Found found;
        double probability = 0;
    };
    [[nodiscard]] const LeftOut* left_out(const Mention& mention, Role role) const;

    [[nodiscard]] const Coreference& coreference() const { return coreference_; }

  private:
    using Key = std::pair<std::size_t, std::size_t>;
    static Key key_of(Span span) { return {span.begin, span.end}; }

    void read_named(std::size_t index, Role role, Span span);
    void find_others(std::size_t index);
    void find_pointing(std::size_t index, Role role, Span span);
    [[nodiscard]] const Referent* found_from(std::size_t begin) const;
    void find_left_out(std::size_t index, Role role);
    [[nodiscard]] LeftOut choose(const Sought& sought, std::optional<Span> span);
    [[nodiscard]] std::vector<std::string> codes_of(const Sought& sought, const Candidate& candidate) const;
    [[nodiscard]] Found missing_by_rule(const Mention& mention, const Parties& parties, Role role,
                                        const std::string& place) const;
    [[nodiscard]] std::vector<std::string> other_codes(const Mention& mention, Span but) const;
    [[nodiscard]] std::string place_of(const Mention& mention) const;
    [[nodiscard]] std::string acting_state(const Mention& mention) const;
    void keep(Span span, Role role, std::size_t sentence, Found found, const ActorReading& reading);

    DocumentNames& names_;
    PartyTables tables_;
    Coreference coreference_;
    CandidateFinder finder_;
    std::vector<const Mention*> mentions_;
    std::vector<Parties> parties_;
    std::vector<ChoiceRecord>* log_;
    std::map<Key, ActorReading> open_;  // phrases that name nobody
    std::map<Key, Referent> found_;     // what phrases stand for
    std::map<std::pair<const Mention*, Role>, LeftOut> left_out_;
};

}  // namespace dragoman
