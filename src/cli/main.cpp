#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "cli/commands.h"

namespace {

constexpr int k_wrong_usage = 2;

/// Everything that the command line can set, one part per command.
struct AllOptions {
    dragoman::CodeOptions code;
    dragoman::EvalOptions eval;
    dragoman::PageOptions page;
    dragoman::StateOptions state;
    dragoman::TimelineOptions timeline;
    dragoman::WhyOptions why;
    dragoman::LedgerOptions pairs;
};

void add_ledger_options(CLI::App& command, dragoman::LedgerOptions& options) {
    command.add_option("--ledger", options.ledger, "ledger file")->capture_default_str();
    command.add_flag("--json", options.json, "print JSON");
}

void add_engine_options(CLI::App& command, dragoman::EngineChoice& options) {
    command.add_option("--jobs", options.jobs, "threads; 0 is one for each processor")
        ->check(CLI::Range(0U, 256U))
        ->capture_default_str();
    command
        .add_option("--min-confidence", options.min_confidence,
                    "give the events of this probability or more, 0 to 1, instead of those that the model "
                    "holds for sure enough")
        ->check(CLI::Range(0.0, 1.0));
    command
        .add_option("--model", options.model,
                    "folder under models/: fast, or best, which reads better at a fifth of the speed")
        ->capture_default_str();
}

void add_code(CLI::App& app, dragoman::CodeOptions& options, int& status) {
    auto* command = app.add_subcommand("code", "read pages or texts and code their events");
    command
        ->add_option("INPUT", options.inputs,
                     "HTML, plain text, JSON Lines, directories; - is standard input")
        ->required();
    command->add_option("--ledger", options.ledger, "store documents and events in this ledger file");
    command
        ->add_option("--format", options.format,
                     "table, jsonl (one event a line) or coding-jsonl (one document a line)")
        ->check(CLI::IsMember({"table", "jsonl", "coding-jsonl"}))
        ->capture_default_str();
    command->add_option("--date", options.date, "day of publication, YYYY-MM-DD, for inputs that give none");
    add_engine_options(*command, options);
    command->add_flag("--explain", options.explain,
                      "say why each value was chosen, and why a sentence gave no event");
    command->callback([&] { status = dragoman::run_code(options); });
}

void add_eval(CLI::App& app, dragoman::EvalOptions& options, int& status) {
    auto* command = app.add_subcommand("eval", "score a coding against a key: how much was found and right");
    command->add_option("KEY", options.key, "coded texts, JSON Lines")->required();
    command->add_option(
        "ANSWER", options.answer,
        "what to score, as code --format coding-jsonl prints it; without it the key's texts are "
        "coded now");
    command->add_flag("--by-act", options.by_act, "figures of each act");
    command->add_flag("--errors", options.errors, "list what was missed and what was found wrongly");
    add_engine_options(*command, options);
    command->add_flag("--json", options.json, "print JSON");
    command->callback([&] { status = dragoman::run_eval(options); });
}

void add_page(CLI::App& app, dragoman::PageOptions& options, int& status) {
    auto* command =
        app.add_subcommand("page", "show the article that is read from a page: title, date, text");
    command->add_option("INPUT", options.inputs, "as for code")->required();
    command->add_option("--date", options.date, "day of publication, YYYY-MM-DD, for inputs that give none");
    command->add_flag("--json", options.json, "print JSON Lines");
    command->callback([&] { status = dragoman::run_page(options); });
}

void add_state(CLI::App& app, dragoman::StateOptions& options, int& status) {
    auto* command =
        app.add_subcommand("state", "what holds between two countries, since when, and the evidence");
    command->add_option("FIRST", options.first, "country: name, demonym, capital or code")->required();
    command->add_option("SECOND", options.second, "the other country")->required();
    command->add_option("--on", options.on, "as it was on this day, YYYY-MM-DD");
    add_ledger_options(*command, options);
    command->callback([&] { status = dragoman::run_state(options); });
}

void add_timeline(CLI::App& app, dragoman::TimelineOptions& options, int& status) {
    auto* command =
        app.add_subcommand("timeline", "the events between two countries in order of their dates");
    command->add_option("FIRST", options.first, "country: name, demonym, capital or code")->required();
    command->add_option("SECOND", options.second, "the other country")->required();
    command->add_option("--from", options.from, "from this day on, YYYY-MM-DD");
    command->add_option("--to", options.to, "up to and with this day, YYYY-MM-DD");
    add_ledger_options(*command, options);
    command->callback([&] { status = dragoman::run_timeline(options); });
}

void add_why(CLI::App& app, dragoman::WhyOptions& options, int& status) {
    auto* command = app.add_subcommand("why", "one event with every report, sentence and reason behind it");
    command->add_option("EVENT", options.event, "event id, or its first characters")->required();
    add_ledger_options(*command, options);
    command->callback([&] { status = dragoman::run_why(options); });
}

void add_pairs(CLI::App& app, dragoman::LedgerOptions& options, int& status) {
    auto* command = app.add_subcommand("pairs", "the pairs of countries that the ledger knows");
    add_ledger_options(*command, options);
    command->callback([&] { status = dragoman::run_pairs(options); });
}

int run(int argc, char** argv) {
    CLI::App app{"Dragoman reads news pages and keeps the ledger of relations between states.", "dragoman"};
    app.set_version_flag("--version", "dragoman " DRAGOMAN_VERSION);
    app.require_subcommand(1);
    app.footer(
        "Exit status: 0 done, 1 nothing could be done, 2 wrong usage.\n"
        "Try: dragoman code page.html --ledger my.ledger; dragoman state Korea Cuba --ledger my.ledger");
    AllOptions options;
    int status = 0;
    add_code(app, options.code, status);
    add_eval(app, options.eval, status);
    add_page(app, options.page, status);
    add_state(app, options.state, status);
    add_timeline(app, options.timeline, status);
    add_why(app, options.why, status);
    add_pairs(app, options.pairs, status);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : k_wrong_usage;
    }
    return status;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "dragoman: cannot go on: " << error.what() << '\n';
        return 1;
    }
}
