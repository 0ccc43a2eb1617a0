#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "cli/commands.h"
#include "event/act_table.h"
#include "ledger/ledger.h"
#include "resolve/country_table.h"

namespace dragoman {

/// What the commands that ask a ledger need: the tables and the opened file.
struct LedgerAccess {
    std::unique_ptr<ActTable> acts;  // the ledger points to it, so it stays where it is
    CountryTable countries;
    Ledger ledger;
};

/// Opens the ledger of the options for reading. Errors of the tables and of Ledger::open; one that says how
/// to make a ledger if there is none.
Result<LedgerAccess> open_for_reading(const LedgerOptions& options);

/// Two different countries by their names.
struct CountryPair {
    std::string first;
    std::string second;
};

/// Errors: unknown_name; usage if both are the same.
Result<CountryPair> find_pair(const CountryTable& countries, const std::string& first,
                              const std::string& second);

/// "South Korea (KOR)".
std::string named(const CountryTable& countries, const std::string& code);

/// The line that proves a statement: sentence, publisher or title, date.
std::string citation(const Evidence& evidence);

}  // namespace dragoman
