#include <fmt/format.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/ledger_access.h"
#include "cli/table.h"
#include "ledger/json.h"

namespace dragoman {
namespace {

constexpr std::size_t k_sentence_width = 80;

std::string when_of(const EventRow& event) {
    if (!event.time_value.empty()) return event.time_value;
    return event.day ? "by " + format_day(*event.day) : "?";
}

std::vector<std::string> line_of(const TimelineRow& row) {
    const auto& event = row.event;
    return {when_of(event),
            event.act,
            std::string{to_string(event.status)},
            fmt::format("{} > {}", fmt::join(event.actors, ", "), fmt::join(event.recipients, ", ")),
            event.quantity,
            event.id,
            shorten(row.evidence.sentence_text, k_sentence_width)};
}

}  // namespace

int run_timeline(const TimelineOptions& options) {
    const auto from = day_option(options.from, "--from");
    if (!from) return fail(from.error());
    const auto to = day_option(options.to, "--to");
    if (!to) return fail(to.error());
    auto access = open_for_reading(options);
    if (!access) return fail(access.error());
    const auto pair = find_pair(access->countries, options.first, options.second);
    if (!pair) return fail(pair.error());
    const auto rows = access->ledger.timeline(pair->first, pair->second, from.value(), to.value());
    if (!rows) return fail(rows.error());
    if (options.json) {
        std::cout << to_json(rows.value()).dump(1) << '\n';
        return k_done;
    }
    std::cout << fmt::format("{} and {}: {} events\n", named(access->countries, pair->first),
                             named(access->countries, pair->second), rows.value().size());
    std::vector<std::vector<std::string>> table;
    for (const auto& row : rows.value()) table.push_back(line_of(row));
    std::cout << format_table(table);
    return k_done;
}

}  // namespace dragoman
