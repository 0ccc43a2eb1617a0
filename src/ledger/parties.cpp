#include "ledger/parties.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "event/code.h"

namespace dragoman {

std::string join_codes(std::vector<std::string> codes) {
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return fmt::format("{}", fmt::join(codes, "+"));
}

std::vector<std::string> split_codes(std::string_view joined) {
    std::vector<std::string> codes;
    if (joined.empty()) return codes;
    for (const auto code : split_fields(joined, '+')) codes.emplace_back(code);
    return codes;
}

Result<PartyTable> PartyTable::load(const std::string& path) {
    const auto table = read_tsv(path, {"code", "kind", "stands_for", "text"});
    if (!table) return table.error();
    PartyTable parties;
    for (const auto& row : table->rows) {
        if (row[1] == "sector" && row[2] == "state") {
            parties.state_sectors_.insert(row[0]);
        } else if (row[1] == "actor" && row[2] == "nobody") {
            parties.nobodies_.insert(row[0]);
        } else {
            return Error{
                ErrorKind::malformed,
                fmt::format("'{}' must be a sector that stands for state or an actor for nobody", row[0]),
                path};
        }
    }
    return parties;
}

bool PartyTable::is_somebody(std::string_view code) const {
    const auto country = country_of(code);
    return !country.empty() && !nobodies_.contains(country);
}

bool PartyTable::acts_for_state(std::string_view code) const {
    const auto country = country_of(code);
    if (!is_somebody(code)) return false;
    return country.size() == code.size() || state_sectors_.contains(code.substr(country.size() + 1));
}

std::string PartyTable::identity_of(std::string_view code) const {
    return acts_for_state(code) ? country_of(code) : std::string{code};
}

}  // namespace dragoman
