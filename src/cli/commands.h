#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"

namespace dragoman {

// One struct of options and one function for each command. A function prints its answer to standard output,
// its complaints to standard error, and returns the program's exit status: 0, 1 (nothing could be done), 2
// (wrong usage).

/// Which model reads, and how: what code and eval have in common.
struct EngineChoice {
    std::string model = "fast";  ///< folder under models/
    unsigned jobs = 0;           ///< threads; 0: as many as the machine has processors
    std::optional<double> min_confidence;
};

struct CodeOptions : EngineChoice {
    std::vector<std::string> inputs;
    std::string ledger;  ///< empty: none is written
    std::string format = "table";
    std::string date;
    bool explain = false;
};
int run_code(const CodeOptions& options);

struct EvalOptions : EngineChoice {
    std::string key;
    std::string answer;  ///< empty: the key's texts are coded now
    bool by_act = false;
    bool errors = false;
    bool json = false;
};
int run_eval(const EvalOptions& options);

struct PageOptions {
    std::vector<std::string> inputs;
    std::string date;
    bool json = false;
};
int run_page(const PageOptions& options);

struct LedgerOptions {
    std::string ledger = "dragoman.ledger";
    bool json = false;
};

struct StateOptions : LedgerOptions {
    std::string first;
    std::string second;
    std::string on;
};
int run_state(const StateOptions& options);

struct TimelineOptions : LedgerOptions {
    std::string first;
    std::string second;
    std::string from;
    std::string to;
};
int run_timeline(const TimelineOptions& options);

struct WhyOptions : LedgerOptions {
    std::string event;
};
int run_why(const WhyOptions& options);

int run_pairs(const LedgerOptions& options);

}  // namespace dragoman
