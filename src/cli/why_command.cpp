#include <fmt/format.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/ledger_access.h"
#include "ledger/json.h"

namespace dragoman {
namespace {

void print_event(const EventRow& event) {
    std::cout << fmt::format("event {}: {}, {}\n", event.id, event.act, to_string(event.status))
              << fmt::format("  who:        {} > {}\n", fmt::join(event.actors, ", "),
                             fmt::join(event.recipients, ", "))
              << fmt::format("  when:       {} ({})\n",
                             event.time_value.empty() ? "not said" : event.time_value,
                             to_string(event.known));
    if (!event.place.empty()) std::cout << "  where:      " << event.place << '\n';
    if (!event.quantity.empty()) std::cout << "  how much:   " << event.quantity << '\n';
    std::cout << fmt::format("  confidence: {:.2f}\n", event.confidence);
}

void print_report(const Evidence& report) {
    std::cout << fmt::format("\nreport {}{}: {}\n", report.report, report.leads ? " (leads)" : "",
                             report.link_reason)
              << fmt::format("  {}\n  {}, {}\n", report.title,
                             report.publisher.empty() ? report.document : report.publisher,
                             report.date ? format_day(*report.date) : "no date");
    if (!report.url.empty()) std::cout << "  " << report.url << '\n';
    std::cout << fmt::format("  sentence {}, bytes {} to {}: {}\n", report.sentence_number + 1,
                             report.sentence.begin, report.sentence.end, report.sentence_text)
              << fmt::format("  \"{}\" read as {} {:.2f}, {} {:.2f}, by model {}\n", report.trigger_text,
                             report.act, report.score, to_string(report.status), report.status_score,
                             report.model);
    for (const auto& argument : report.arguments) {
        std::cout << fmt::format("    {} {} = {}  ({})\n", role_letter(argument.role),
                                 argument.span ? "\"" + argument.words + "\"" : "not said here",
                                 argument.value.empty() ? "-" : argument.value, argument.reason);
    }
}

}  // namespace

int run_why(const WhyOptions& options) {
    auto access = open_for_reading(options);
    if (!access) return fail(access.error());
    const auto dossier = access->ledger.why(options.event);
    if (!dossier) return fail(dossier.error());
    if (options.json) {
        std::cout << to_json(dossier.value()).dump(1) << '\n';
        return k_done;
    }
    print_event(dossier->event);
    for (const auto& report : dossier->reports) print_report(report);
    if (!dossier->states.empty()) std::cout << "\nin the state of the pair:\n";
    for (const auto& state : dossier->states) {
        std::cout << fmt::format("  {}: {}{}\n", state.field, state.text, state.claim ? " (claim)" : "");
    }
    return k_done;
}

}  // namespace dragoman
