#include "ledger/direction.h"

#include <algorithm>

#include "event/code.h"

namespace dragoman {
namespace {

bool names(const std::vector<std::string>& codes, const std::string& country, bool must_be_state,
           const PartyTable& parties) {
    return std::ranges::any_of(codes, [&](const std::string& code) {
        return country_of(code) == country && (!must_be_state || parties.acts_for_state(code));
    });
}

}  // namespace

std::vector<std::pair<std::string, std::string>> directions_of(const EventRow& event, const Rule& rule,
                                                               const std::string& a, const std::string& b,
                                                               const PartyTable& parties) {
    const bool among_actors = event.recipients.empty();
    const auto& others = among_actors ? event.actors : event.recipients;
    const auto applies = [&](const std::string& from, const std::string& to) {
        return names(event.actors, from, true, parties) &&
               names(others, to, among_actors || rule.state_recipient, parties);
    };
    std::vector<std::pair<std::string, std::string>> found;
    if (rule.pair == Rule::Pair::unordered) {
        if (applies(a, b) || applies(b, a)) found.emplace_back(std::min(a, b), std::max(a, b));
        return found;
    }
    if (among_actors) return found;
    const bool reversed = rule.pair == Rule::Pair::reversed;
    if (applies(a, b)) found.emplace_back(reversed ? b : a, reversed ? a : b);
    if (applies(b, a)) found.emplace_back(reversed ? a : b, reversed ? b : a);
    return found;
}

}  // namespace dragoman
