#include "resolve/town_table.h"

#include <charconv>
#include <optional>
#include <string_view>

namespace dragoman {
namespace {

template <class Number>
bool read_number(std::string_view field, Number& number) {
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    return error == std::errc{} && end == field.data() + field.size();
}

/// A row of towns.tsv; nothing if its numbers are none.
std::optional<Town> town_of(const std::vector<std::string_view>& row) {
    Town town;
    town.place.name = row[1];
    town.country = row[2];
    const bool ok = read_number(row[3], town.place.lat) && read_number(row[4], town.place.lon) &&
                    read_number(row[5], town.place.geonames) && read_number(row[6], town.thousands);
    return ok ? std::optional{std::move(town)} : std::nullopt;
}

}  // namespace

Result<TownTable> TownTable::load(const std::string& data_dir) {
    const auto folder = data_dir + "/places/";
    auto towns = SortedTable::load(folder + "towns.tsv",
                                   {"key", "name", "country", "lat", "lon", "geonames", "thousands"});
    if (!towns) return towns.error();
    auto names = SortedTable::load(folder + "town_names.tsv", {"key", "town", "geonames"});
    if (!names) return names.error();
    return TownTable{std::move(towns).value(), std::move(names).value()};
}

std::vector<Town> TownTable::named(const std::string& key) const {
    std::vector<Town> found;
    for (const auto& row : towns_.rows(key)) {
        if (auto town = town_of(row)) found.push_back(std::move(*town));
    }
    for (const auto& name : names_.rows(key)) {
        for (const auto& row : towns_.rows(name[1])) {
            if (row[5] != name[2]) continue;
            if (auto town = town_of(row)) {
                town->other_name = true;
                found.push_back(std::move(*town));
            }
        }
    }
    return found;
}

}  // namespace dragoman
