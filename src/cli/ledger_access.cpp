#include "cli/ledger_access.h"

#include <fmt/format.h>

#include "cli/home.h"

namespace dragoman {

Result<LedgerAccess> open_for_reading(const LedgerOptions& options) {
    const auto home = find_home();
    if (!home) return home.error();
    const auto data = home.value() + "/data";
    auto acts = ActTable::load(data + "/acts.tsv");
    if (!acts) return acts.error();
    auto countries = CountryTable::load(data);
    if (!countries) return countries.error();
    auto kept_acts = std::make_unique<ActTable>(std::move(acts).value());
    auto ledger = Ledger::open(options.ledger, OpenMode::read_only, data, *kept_acts);
    if (!ledger) {
        auto error = ledger.error();
        if (error.kind == ErrorKind::not_found)
            error.message += "; make it with: dragoman code PAGES --ledger " + options.ledger;
        return error;
    }
    return LedgerAccess{std::move(kept_acts), std::move(countries).value(), std::move(ledger).value()};
}

Result<CountryPair> find_pair(const CountryTable& countries, const std::string& first,
                              const std::string& second) {
    auto a = countries.find(first);
    if (!a) return a.error();
    auto b = countries.find(second);
    if (!b) return b.error();
    if (a.value() == b.value()) {
        return Error{ErrorKind::usage,
                     fmt::format("'{}' and '{}' are the same country, {}", first, second, a.value()), ""};
    }
    return CountryPair{std::move(a).value(), std::move(b).value()};
}

std::string named(const CountryTable& countries, const std::string& code) {
    const auto name = countries.name_of(code);
    return name == code ? code : fmt::format("{} ({})", name, code);
}

std::string citation(const Evidence& evidence) {
    const auto& source = evidence.publisher.empty() ? evidence.document : evidence.publisher;
    return fmt::format("\"{}\" [{}, {}]", evidence.sentence_text, source,
                       evidence.date ? format_day(*evidence.date) : "no date");
}

}  // namespace dragoman
