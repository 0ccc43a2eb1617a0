#include <fmt/format.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/ledger_access.h"
#include "cli/table.h"
#include "ledger/json.h"

namespace dragoman {
namespace {

std::string day_of(const std::optional<Day>& day) {
    return day ? format_day(*day) : "-";
}

}  // namespace

int run_pairs(const LedgerOptions& options) {
    auto access = open_for_reading(options);
    if (!access) return fail(access.error());
    const auto rows = access->ledger.pairs();
    if (!rows) return fail(rows.error());
    if (options.json) {
        std::cout << to_json(rows.value()).dump(1) << '\n';
        return k_done;
    }
    std::vector<std::vector<std::string>> table = {{"pair", "", "events", "first", "last", "relations"}};
    for (const auto& row : rows.value()) {
        table.push_back({named(access->countries, row.a), named(access->countries, row.b),
                         fmt::format("{}", row.events), day_of(row.first_day), day_of(row.last_day),
                         row.relations});
    }
    std::cout << format_table(table);
    return k_done;
}

}  // namespace dragoman
