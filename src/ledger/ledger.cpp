#include "ledger/ledger.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/code.h"
#include "ledger/dump.h"
#include "ledger/event_table.h"
#include "ledger/query.h"

namespace dragoman {
namespace {

struct CountryPair {
    std::string a;  // a < b, unless the codes are at fault
    std::string b;
};

CountryPair ordered(const std::string& one, const std::string& other) {
    CountryPair pair{country_of(one), country_of(other)};
    if (pair.b < pair.a) pair.a.swap(pair.b);
    return pair;
}

std::optional<Error> fault_of(const CountryPair& pair) {
    if (pair.a.empty()) return Error{ErrorKind::usage, "two country codes are needed", ""};
    if (pair.a != pair.b) return std::nullopt;
    return Error{ErrorKind::usage, "a pair needs two different countries, not '" + pair.a + "' twice", ""};
}

/// The words of those actors of the report that belong to the country.
std::string actor_words(const Evidence& evidence, const std::string& country) {
    std::vector<std::string> words;
    for (const auto& argument : evidence.arguments) {
        if (argument.role != Role::actor || argument.words.empty()) continue;
        const auto codes = split_codes(argument.value);
        if (std::ranges::find(codes, country, country_of) != codes.end()) words.push_back(argument.words);
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

constexpr std::size_t k_shown_ids = 5;  // of those that a beginning fits

/// What is wrong with the beginning of an id if these, in order, are the ids that it fits.
std::optional<Error> fault_of(const std::string& beginning, const std::vector<std::string>& ids) {
    if (beginning.empty()) return Error{ErrorKind::usage, "the id of an event is needed", ""};
    if (ids.empty()) {
        return Error{ErrorKind::not_found, "no event has an id that begins with '" + beginning + "'", ""};
    }
    if (ids.size() == 1 || ids.front() == beginning) return std::nullopt;
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), k_shown_ids));
    return Error{ErrorKind::usage,
                 fmt::format("'{}' is the beginning of several events: {}{}", beginning,
                             fmt::join(ids.begin(), end, ", "), ids.size() > k_shown_ids ? ", ..." : ""),
                 ""};
}

bool touches(const PairState& state, const std::string& event) {
    return state.event == event || state.until_event == event || state.confirmed_by == event;
}

}  // namespace

Ledger::Ledger(std::string path, Database database, const ActTable& acts, RuleTable rules, PartyTable parties)
    : path_(std::move(path)),
      database_(std::move(database)),
      acts_(&acts),
      rules_(std::move(rules)),
      parties_(std::move(parties)) {}

/// Runs a piece of work and turns what SQLite throws into an Error.
template <class Function>
auto Ledger::guarded(Function function) -> decltype(function()) {
    try {
        return function();
    } catch (const SqliteError& error) {
        return Error{error.kind(), error.what(), path_};
    }
}

Result<Ledger> Ledger::open(const std::string& path, OpenMode mode, const std::string& data_dir,
                            const ActTable& acts) {
    auto rules = RuleTable::load(data_dir + "/ledger/rules.tsv", acts);
    if (!rules) return rules.error();
    auto parties = PartyTable::load(data_dir + "/ledger/parties.tsv");
    if (!parties) return parties.error();
    auto database = open_database(path, mode);
    if (!database) return database.error();
    return Ledger{path, std::move(database).value(), acts, std::move(rules).value(),
                  std::move(parties).value()};
}

Result<StoreSummary> Ledger::store(const CodedDocument& coded, const std::string& model) {
    return store(std::span{&coded, 1}, model);
}

Result<StoreSummary> Ledger::store(std::span<const CodedDocument> coded, const std::string& model) {
    return guarded([&]() -> Result<StoreSummary> {
        Transaction transaction{database_, Transaction::Kind::writing};
        auto summary = store_documents(database_, coded, model, *acts_, parties_);
        if (summary) transaction.commit();
        return summary;
    });
}

std::vector<PairState> Ledger::replay_pair(const std::string& a, const std::string& b) {
    return replay(a, b, load_events_of_pair(database_, a, b), rules_, parties_);
}

StateRow Ledger::with_evidence(PairState state) {
    const auto event = load_event(database_, state.event);
    auto evidence = load_lead(database_, state.event);
    if (state.rule->detail == Rule::Detail::actor) state.detail = actor_words(evidence, state.from);
    return {std::move(state), event.confidence, event.reports, event.documents, std::move(evidence)};
}

Result<std::vector<StateRow>> Ledger::state(const std::string& a, const std::string& b,
                                            std::optional<Day> on) {
    const auto pair = ordered(a, b);
    if (auto fault = fault_of(pair)) return *fault;
    return guarded([&]() -> Result<std::vector<StateRow>> {
        const Transaction transaction{database_, Transaction::Kind::reading};
        std::vector<StateRow> rows;
        auto states = in_force(replay_pair(pair.a, pair.b), on);
        const bool has_relations = std::ranges::any_of(
            states, [](const PairState& state) { return !state.claim && state.field == "relations"; });
        if (!has_relations) {
            PairState none;
            none.field = "relations";
            none.from = pair.a;
            none.to = pair.b;
            none.directed = false;
            none.value = k_none_stated;
            none.known = Known::unknown;
            rows.push_back({std::move(none), 0, 0, 0, std::nullopt});
        }
        for (auto& state : states) rows.push_back(with_evidence(std::move(state)));
        return rows;
    });
}

Result<std::vector<TimelineRow>> Ledger::timeline(const std::string& a, const std::string& b,
                                                  std::optional<Day> from, std::optional<Day> to) {
    const auto pair = ordered(a, b);
    if (auto fault = fault_of(pair)) return *fault;
    return guarded([&]() -> Result<std::vector<TimelineRow>> {
        const Transaction transaction{database_, Transaction::Kind::reading};
        std::vector<TimelineRow> rows;
        for (auto& event : load_events_of_pair(database_, pair.a, pair.b)) {
            if (from && (!event.day || *event.day < *from)) continue;
            if (to && (!event.day || *event.day > *to)) continue;
            auto evidence = load_lead(database_, event.id);
            rows.push_back({std::move(event), std::move(evidence)});
        }
        return rows;
    });
}

EventDossier Ledger::dossier_of(const std::string& id) {
    EventDossier dossier;
    dossier.event = load_event(database_, id);
    dossier.reports = load_reports(database_, id);
    for (const auto& [a, b] : pairs_of(dossier.event)) {
        for (auto& state : replay_pair(a, b)) {
            if (touches(state, id)) dossier.states.push_back(std::move(state));
        }
    }
    return dossier;
}

Result<EventDossier> Ledger::why(const std::string& event_id) {
    return guarded([&]() -> Result<EventDossier> {
        const Transaction transaction{database_, Transaction::Kind::reading};
        const auto ids = find_events(database_, event_id, k_shown_ids + 1);
        if (auto fault = fault_of(event_id, ids)) return *fault;
        return dossier_of(ids.front());
    });
}

std::string Ledger::relations_of(const PairRow& pair) {
    for (const auto& state : in_force(replay_pair(pair.a, pair.b), std::nullopt)) {
        if (!state.claim && state.field == "relations") return state.value;
    }
    return std::string{k_none_stated};
}

Result<std::vector<PairRow>> Ledger::pairs() {
    return guarded([&]() -> Result<std::vector<PairRow>> {
        const Transaction transaction{database_, Transaction::Kind::reading};
        auto pairs = load_pairs(database_);
        for (auto& pair : pairs) pair.relations = relations_of(pair);
        return pairs;
    });
}

Result<std::string> Ledger::dump() {
    return guarded([&]() -> Result<std::string> {
        const Transaction transaction{database_, Transaction::Kind::reading};
        return dump_tables(database_);
    });
}

}  // namespace dragoman
