#include "ledger/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/file.h"

namespace dragoman {
namespace {

constexpr std::array<std::string_view, 3> k_pairs = {"ordered", "reversed", "unordered"};
constexpr std::array<std::string_view, 4> k_kinds = {"level", "statement", "last", "list"};
constexpr std::array<std::string_view, 2> k_recipients = {"any", "state"};
constexpr std::array<std::string_view, 4> k_details = {"none", "actor", "place", "quantity"};

template <class Names>
std::optional<std::size_t> find_word(const Names& names, std::string_view word) {
    const auto found = std::ranges::find(names, word);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::optional<Rule> parse_rule(const std::vector<std::string>& row) {
    const auto pair = find_word(k_pairs, row[1]);
    const auto kind = find_word(k_kinds, row[3]);
    const auto recipients = find_word(k_recipients, row[6]);
    const auto detail = find_word(k_details, row[7]);
    if (!pair || !kind || !recipients || !detail || row[2].empty() || row[4].empty()) return std::nullopt;
    return Rule{row[0],
                static_cast<Rule::Pair>(*pair),
                row[2],
                static_cast<Rule::Kind>(*kind),
                row[4],
                row[5],
                *recipients == 1,
                static_cast<Rule::Detail>(*detail),
                row[8]};
}

}  // namespace

Result<RuleTable> RuleTable::load(const std::string& path, const ActTable& acts) {
    const auto table =
        read_tsv(path, {"act", "pair", "field", "kind", "sets", "value", "recipients", "detail", "text"});
    if (!table) return table.error();
    RuleTable rules;
    for (const auto& row : table->rows) {
        if (!acts.find(row[0]))
            return Error{ErrorKind::unknown_name, "no act is called '" + row[0] + "'", path};
        auto rule = parse_rule(row);
        if (!rule) {
            return Error{
                ErrorKind::malformed,
                fmt::format("the rule '{}' has a word that its columns do not know", fmt::join(row, " ")),
                path};
        }
        rules.rules_.push_back(std::move(*rule));
    }
    return rules;
}

std::vector<const Rule*> RuleTable::of(std::string_view act) const {
    std::vector<const Rule*> found;
    for (const auto& rule : rules_) {
        if (rule.act == act) found.push_back(&rule);
    }
    return found;
}

std::size_t RuleTable::order_of(std::string_view field) const {
    return static_cast<std::size_t>(std::ranges::find(rules_, field, &Rule::field) - rules_.begin());
}

}  // namespace dragoman
