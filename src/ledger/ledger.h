#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "event/event.h"
#include "ledger/answer.h"
#include "ledger/rules.h"
#include "ledger/schema.h"
#include "ledger/store.h"

namespace dragoman {

/// The store of what was read and the states that follow from it. Events are the only source of truth: every
/// state is replayed from them when it is asked for. For one thread at a time; several programs may read
/// while one writes.
///
/// Every call can meet a file that was damaged, locked or made read-only since: unreadable, malformed or
/// conflict, with the file as place.
class Ledger {
  public:
    /// Opens a ledger (read_write creates it) with the rules in `data_dir`/ledger; `acts` must live as long
    /// as the ledger. Errors: of open_database, of the tables.
    static Result<Ledger> open(const std::string& path, OpenMode mode, const std::string& data_dir,
                               const ActTable& acts);

    /// Stores a document, its reports and their events, wholly or not at all. The same reading again changes
    /// nothing; another reading under the same id, be it another text or another model's, replaces the old
    /// one. What the ledger holds in the end does not depend on the order of documents. Errors: malformed if
    /// the document contradicts itself.
    Result<StoreSummary> store(const CodedDocument& coded, const std::string& model);

    /// The same for many documents at once, wholly or not at all: about ten times as fast in batches of some
    /// hundreds.
    Result<StoreSummary> store(std::span<const CodedDocument> coded, const std::string& model);

    /// What holds between two countries on that day, or at the end of all that is known, and what is claimed
    /// or pending, last. Codes as in events ("KOR", also "KOR.GOV"). There is always a row for relations.
    /// Errors: usage if the codes are empty or the same.
    Result<std::vector<StateRow>> state(const std::string& a, const std::string& b,
                                        std::optional<Day> on = std::nullopt);

    /// All events between two countries in order of day, those without a day first; with limits, both
    /// inclusive, only events that have a day. Errors: usage.
    Result<std::vector<TimelineRow>> timeline(const std::string& a, const std::string& b,
                                              std::optional<Day> from = std::nullopt,
                                              std::optional<Day> to = std::nullopt);

    /// Everything about one event; an unambiguous beginning of its id is enough. Errors: not_found; usage if
    /// several events begin so.
    Result<EventDossier> why(const std::string& event_id);

    /// All pairs of countries (and organisations) between which there is an event, in order.
    Result<std::vector<PairRow>> pairs();

    /// The whole content as text, in an order of its own: equal ledgers give equal dumps, however they came
    /// about.
    Result<std::string> dump();

  private:
    Ledger(std::string path, Database database, const ActTable& acts, RuleTable rules, PartyTable parties);

    std::vector<PairState> replay_pair(const std::string& a, const std::string& b);
    StateRow with_evidence(PairState state);
    std::string relations_of(const PairRow& pair);
    EventDossier dossier_of(const std::string& id);
    template <class Function>
    auto guarded(Function function) -> decltype(function());

    std::string path_;
    Database database_;
    const ActTable* acts_;
    RuleTable rules_;
    PartyTable parties_;
};

}  // namespace dragoman
