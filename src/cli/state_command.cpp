#include <fmt/format.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/ledger_access.h"
#include "ledger/json.h"

namespace dragoman {
namespace {

/// "since 1949-07", "reported 2015-07-02", or nothing if no day is known.
std::string since_of(const PairState& state) {
    if (state.since.empty()) return "";
    return fmt::format("{} {}", state.known == Known::stated ? "since" : "reported", state.since);
}

std::string heading_of(const StateRow& row) {
    const auto& state = row.state;
    const auto parties = state.directed ? fmt::format("{} > {}", state.from, state.to)
                                        : fmt::format("{} - {}", state.from, state.to);
    std::string line = fmt::format("{:<12} {}  {}", state.field, parties, state.value);
    if (state.claim) line += fmt::format(" ({})", to_string(state.status));
    if (!state.detail.empty()) line += ": " + state.detail;
    if (const auto since = since_of(state); !since.empty()) line += ", " + since;
    if (!state.until.empty()) line += ", until " + state.until;
    return line;
}

void print_row(const StateRow& row) {
    std::cout << "  " << heading_of(row) << '\n';
    if (!row.evidence) return;
    std::cout << fmt::format("      {}\n      event {}, confidence {:.2f}, {} report{}\n",
                             citation(*row.evidence), row.state.event, row.confidence, row.reports,
                             row.reports == 1 ? "" : "s");
}

void print_rows(const std::vector<StateRow>& rows, bool claims, const std::string& heading) {
    bool any = false;
    for (const auto& row : rows) {
        if (row.state.claim != claims) continue;
        if (!any) std::cout << heading << '\n';
        any = true;
        print_row(row);
    }
}

}  // namespace

int run_state(const StateOptions& options) {
    const auto on = day_option(options.on, "--on");
    if (!on) return fail(on.error());
    auto access = open_for_reading(options);
    if (!access) return fail(access.error());
    const auto pair = find_pair(access->countries, options.first, options.second);
    if (!pair) return fail(pair.error());
    const auto rows = access->ledger.state(pair->first, pair->second, on.value());
    if (!rows) return fail(rows.error());
    if (options.json) {
        std::cout << to_json(rows.value()).dump(1) << '\n';
        return k_done;
    }
    const auto& day = on.value();
    std::cout << fmt::format("{} and {}, {}\n", named(access->countries, pair->first),
                             named(access->countries, pair->second),
                             day ? "on " + format_day(*day) : "as far as the ledger knows");
    print_rows(rows.value(), false, "Holds:");
    print_rows(rows.value(), true, "Planned, possible, claimed or undated:");
    return k_done;
}

}  // namespace dragoman
