#include "ledger/event_row.h"

#include <algorithm>
#include <array>

#include "event/code.h"
#include "ledger/parties.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 3> k_known_names = {"stated", "reported", "unknown"};

}  // namespace

std::string_view to_string(Known known) {
    return k_known_names[static_cast<std::size_t>(known)];
}

std::optional<Known> parse_known(std::string_view name) {
    const auto found = std::ranges::find(k_known_names, name);
    if (found == k_known_names.end()) return std::nullopt;
    return static_cast<Known>(found - k_known_names.begin());
}

std::vector<std::pair<std::string, std::string>> pairs_of(const EventRow& event) {
    const auto& others = event.recipients.empty() ? event.actors : event.recipients;
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& actor : event.actors) {
        for (const auto& other : others) {
            auto a = country_of(actor);
            auto b = country_of(other);
            if (a == b) continue;
            if (b < a) a.swap(b);
            pairs.emplace_back(std::move(a), std::move(b));
        }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

}  // namespace dragoman
