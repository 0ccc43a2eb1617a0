#include "resolve/country_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/file.h"
#include "resolve/words.h"

namespace dragoman {
namespace {

constexpr std::size_t k_suggestions = 3;
constexpr std::size_t k_longest_asked = 60;  // no country's name is longer

bool holds(std::string_view list, std::string_view wanted) {
    return std::ranges::any_of(split_fields(list, ';'),
                               [&](std::string_view item) { return item == wanted; });
}

/// Levenshtein distance: how many letters must be changed, added or left out.
std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const auto change = diagonal + (left[i - 1] == right[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

}  // namespace

void CountryTable::add_spelling(std::string_view spelling, const std::string& code) {
    auto lower = lower_ascii(trim(spelling));
    if (!lower.empty()) spellings_.try_emplace(std::move(lower), code);
}

Result<CountryTable> CountryTable::load(const std::string& data_dir) {
    const auto rows = read_tsv(data_dir + "/actors/countries.tsv",
                               {"code", "name", "names", "adjectives", "people", "capital", "seats", "kinds",
                                "neighbours", "from", "to"});
    if (!rows) return rows.error();
    CountryTable table;
    for (const auto& r : rows.value().rows) {
        table.by_code_[r[0]] = table.countries_.size();
        table.names_[r[0]] = r[1];
        table.countries_.push_back({r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10]});
    }
    const auto bodies = read_tsv(data_dir + "/actors/organisations.tsv", {"code", "names"});
    if (!bodies) return bodies.error();
    for (const auto& country : table.countries_) {
        table.add_spelling(country.code, country.code);
        table.add_spelling(country.name, country.code);
    }
    for (const auto& country : table.countries_) {
        for (const auto& list :
             {country.names, country.adjectives, country.people, country.capital, country.seats}) {
            for (const auto name : split_fields(list, ';')) table.add_spelling(name, country.code);
        }
    }
    for (const auto& r : bodies.value().rows) {
        if (r[0].find('.') != std::string::npos) continue;  // a country's agency is not a body of its own
        const auto names = split_fields(r[1], ';');
        table.names_.try_emplace(r[0], names.front());
        table.add_spelling(r[0], r[0]);
        for (const auto name : names) table.add_spelling(name, r[0]);
    }
    return table;
}

Result<std::string> CountryTable::find(std::string_view name_or_demonym_or_code) const {
    auto wanted = lower_ascii(trim(name_or_demonym_or_code));
    if (const auto found = spellings_.find(wanted); found != spellings_.end()) return found->second;
    if (wanted.starts_with("the ")) {
        if (const auto found = spellings_.find(wanted.substr(4)); found != spellings_.end())
            return found->second;
    }
    const auto asked = std::string{name_or_demonym_or_code.substr(0, k_longest_asked)};
    return Error{ErrorKind::unknown_name,
                 fmt::format("no country or body is called '{}'; the nearest names are {}", asked,
                             fmt::join(nearest(lower_ascii(asked)), ", ")),
                 ""};
}

std::vector<std::string> CountryTable::nearest(const std::string& spelling) const {
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const auto& [code, name] : names_) {
        auto best = distance(spelling, lower_ascii(name));
        if (const auto* row = country(code); row != nullptr) {
            for (const auto other : split_fields(row->names, ';')) {
                best = std::min(best, distance(spelling, lower_ascii(other)));
            }
        }
        ranked.emplace_back(best, fmt::format("{} ({})", name, code));
    }
    std::ranges::sort(ranked);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(k_suggestions, ranked.size()); ++i)
        names.push_back(ranked[i].second);
    return names;
}

const Country* CountryTable::country(std::string_view code) const {
    const auto found = by_code_.find(std::string{code});
    return found == by_code_.end() ? nullptr : &countries_[found->second];
}

std::string CountryTable::name_of(std::string_view code) const {
    const auto found = names_.find(std::string{code});
    return found == names_.end() ? std::string{code} : found->second;
}

bool CountryTable::is_of_kind(std::string_view code, std::string_view kind) const {
    const auto* row = country(code);
    return row != nullptr && holds(row->kinds, kind);
}

bool CountryTable::are_neighbours(std::string_view left, std::string_view right) const {
    const auto* row = country(left);
    return row != nullptr && holds(row->neighbours, right);
}

}  // namespace dragoman
