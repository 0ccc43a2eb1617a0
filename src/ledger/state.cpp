#include "ledger/state.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/direction.h"

namespace dragoman {
namespace {

std::string replaced(std::string text, std::string_view mark, const std::string& with) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size())) {
        text.replace(at, mark.size(), with);
    }
    return text;
}

std::string time_of(const EventRow& event) {
    if (!event.time_value.empty()) return event.time_value;
    return event.reported ? format_day(*event.reported) : std::string{};
}

/// Relations that are reduced or said to exist agree with each other, and both contradict broken ones.
bool contradict(const Rule& one, const Rule& other) {
    return (one.sets == "off") != (other.sets == "off");
}

class Replay {
  public:
    Replay(const std::string& a, const std::string& b, const RuleTable& rules, const PartyTable& parties)
        : a_(a), b_(b), rules_(rules), parties_(parties) {}

    void apply(const EventRow& event) {
        for (const auto* rule : rules_.of(event.act)) {
            for (const auto& [from, to] : directions_of(event, *rule, a_, b_, parties_))
                apply(event, *rule, from, to);
        }
    }

    std::vector<PairState> finish() {
        for (auto& claim : claims_) {
            settle(claim);
            states_.push_back(std::move(claim));
        }
        std::ranges::stable_sort(states_, {}, [this](const PairState& state) {
            return std::tuple{state.claim, rules_.order_of(state.field), state.since_day};
        });
        return std::move(states_);
    }

  private:
    void apply(const EventRow& event, const Rule& rule, const std::string& from, const std::string& to) {
        auto state = make(event, rule, from, to);
        if (event.status != Status::actual || !event.day) return add_claim(std::move(state));
        facts_[{&rule, from, to}].push_back({*event.day, event.id, state.since});
        switch (rule.kind) {
            case Rule::Kind::level:
                return set_level(std::move(state));
            case Rule::Kind::statement:
                return set_by_statement(std::move(state));
            case Rule::Kind::last:
                if (auto* before = current(state)) end(*before, state);
                return add(std::move(state));
            case Rule::Kind::list:
                return add(std::move(state));
        }
    }

    static PairState make(const EventRow& event, const Rule& rule, const std::string& from,
                          const std::string& to) {
        PairState state;
        state.field = rule.field;
        state.from = from;
        state.to = to;
        state.directed = rule.pair != Rule::Pair::unordered;
        state.value = rule.value;
        if (rule.detail == Rule::Detail::place) state.detail = event.place, state.city = event.city;
        if (rule.detail == Rule::Detail::quantity) state.detail = event.quantity;
        state.text = replaced(replaced(rule.text, "{A}", from), "{R}", to);
        state.status = event.status;
        state.known = event.known;
        state.since = time_of(event);
        state.since_day = event.day;
        state.reported = event.reported;
        state.event = event.id;
        state.rule = &rule;
        return state;
    }

    /// Acts that set the same confirm what stands, unless they have their own date and another value
    /// (established, then restored). Everything else ends what stands and takes its place.
    void set_level(PairState state) {
        if (auto* standing = current(state)) {
            const bool says_same = standing->rule->sets == state.rule->sets;
            if (says_same && (standing->value == state.value || state.known != Known::stated)) {
                standing->confirmed_by = state.event;
                return;
            }
            end(*standing, state);
        }
        add(std::move(state));
    }

    void set_by_statement(PairState state) {
        auto* standing = current(state);
        if (standing == nullptr || state.known == Known::stated) return set_level(std::move(state));
        if (!contradict(*standing->rule, *state.rule)) {
            standing->confirmed_by = state.event;
        } else if (standing->known == Known::stated) {
            add_claim(std::move(state));
        } else {
            set_level(std::move(state));
        }
    }

    /// The open state that this one would confirm or replace. Missions are told apart by city: the same city
    /// comes first, then the only one that can be meant; of several that can, one that says the same.
    PairState* current(const PairState& state) {
        std::vector<PairState*> candidates;
        for (const auto index : open_) {
            auto& other = states_[index];
            if (std::tie(other.field, other.from, other.to) != std::tie(state.field, state.from, state.to))
                continue;
            if (other.city == state.city && !state.city.empty()) return &other;
            if (other.city.empty() || state.city.empty()) candidates.push_back(&other);
        }
        if (candidates.size() == 1) return candidates.front();
        const auto same = std::ranges::find_if(
            candidates, [&](const PairState* other) { return other->rule->sets == state.rule->sets; });
        return same == candidates.end() ? nullptr : *same;
    }

    void end(PairState& state, const PairState& by) {
        state.until = by.since;
        state.until_day = by.since_day;
        state.until_event = by.event;
        std::erase(open_, static_cast<std::size_t>(&state - states_.data()));
    }

    void add(PairState state) {
        if (state.value.empty()) return;
        if (state.rule->kind != Rule::Kind::list) open_.push_back(states_.size());
        states_.push_back(std::move(state));
    }

    void add_claim(PairState state) {
        state.claim = true;
        if (!state.value.empty()) claims_.push_back(std::move(state));
    }

    /// A plan is no longer pending once an event of its act has happened after it was reported.
    void settle(PairState& claim) const {
        if (claim.status != Status::planned && claim.status != Status::possible) return;
        const auto facts = facts_.find({claim.rule, claim.from, claim.to});
        if (!claim.reported || facts == facts_.end()) return;
        const auto fact = std::ranges::lower_bound(facts->second, *claim.reported, {}, &Fact::day);
        if (fact == facts->second.end()) return;
        claim.until = fact->since;
        claim.until_day = fact->day;
        claim.until_event = fact->event;
    }

    /// What an actual event did, in order of time.
    struct Fact {
        Day day;
        std::string event;
        std::string since;
    };

    const std::string& a_;
    const std::string& b_;
    const RuleTable& rules_;
    const PartyTable& parties_;
    std::vector<PairState> states_;
    std::vector<PairState> claims_;
    std::vector<std::size_t> open_;  // of states_: what nothing has ended yet, without lists
    std::map<std::tuple<const Rule*, std::string, std::string>, std::vector<Fact>> facts_;
};

}  // namespace

std::vector<PairState> replay(const std::string& a, const std::string& b, const std::vector<EventRow>& events,
                              const RuleTable& rules, const PartyTable& parties) {
    Replay replay{a, b, rules, parties};
    for (const auto& event : events) replay.apply(event);
    return replay.finish();
}

std::vector<PairState> in_force(const std::vector<PairState>& states, std::optional<Day> on) {
    std::vector<PairState> holding;
    for (const auto& state : states) {
        const auto begin = state.claim ? state.reported : state.since_day;
        const bool begun = !on || (begin && *begin <= *on);
        const bool over = state.until_day && (!on || *state.until_day <= *on);
        if (!begun || over) continue;
        holding.push_back(state);
        if (!state.claim &&
            state.rule->kind == Rule::Kind::last) {  // a visit does not last until the next one
            holding.back().until.clear();
            holding.back().until_day.reset();
            holding.back().until_event.clear();
        }
    }
    return holding;
}

}  // namespace dragoman
