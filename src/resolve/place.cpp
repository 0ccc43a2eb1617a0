#include "resolve/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "event/code.h"
#include "resolve/place_names.h"

namespace dragoman {
namespace {

// What speaks for each country that has a town of that name. Set so that the largest town gives way to one of
// a country that alone is spoken of, not to a village of one that is merely named.
constexpr double k_people = 2;  // for every power of ten
constexpr double k_capital = 1;
constexpr double k_listed = 0.5;  // cities.tsv gives the name to that country,
constexpr double k_region = 4;    // ... and it is no town there, but a province or a part of the land
constexpr double k_other_name = -3;
constexpr double k_beside = 8;
constexpr double k_party = 1.2;
constexpr double k_known = 1;     // a party, or named in the text
constexpr double k_named = 0.25;  // for every naming, up to k_most_namings
constexpr std::size_t k_most_namings = 4;
constexpr double k_only = 2;  // and no other country is

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::ranges::find(list, item) != list.end();
}

bool is_land(const Entry& entry) {
    return entry.kind == EntryKind::country || entry.kind == EntryKind::demonym;
}

double weight_of(const Town& town) {
    return k_people * std::log10(town.thousands + 1) + (town.other_name ? k_other_name : 0);
}

/// One phrase on its way to its country and town.
class PhraseReader {
  public:
    PhraseReader(const std::vector<TextWord>& words, const Lexicon& lexicon, const PlaceTables& tables,
                 std::optional<Day> day, const PlaceContext& context)
        : words_(words), lexicon_(lexicon), tables_(tables), day_(day), context_(context) {
        found_ = find_place_names(words, lexicon, tables, day);
    }

    PlaceReading read() const {
        const auto* land = best_land();
        if (land != nullptr && is_of(*land)) return read_within(*land);
        if (!found_.names.empty()) return read_names();
        if (!found_.nowhere.empty()) return {"", std::nullopt, "no country's: " + found_.nowhere};
        return read_body();
    }

  private:
    [[nodiscard]] const Hit* best_land() const {
        const Hit* best = nullptr;
        for (const auto& hit : found_.hits) {
            if (!is_land(*hit.entry)) continue;
            if (best == nullptr || hit.entry->kind < best->entry->kind) best = &hit;
        }
        return best;
    }

    [[nodiscard]] bool has(PlaceWord wanted) const {
        return std::ranges::any_of(
            words_, [&](const TextWord& word) { return tables_.words.is(lower_ascii(word.form), wanted); });
    }

    /// Whether the place is that country's: "the Russian embassy in Vienna" and "the Palestinian quarters of
    /// Damascus" lie where the town does, "the Afghan town of Kunduz" does not only by its name.
    [[nodiscard]] bool is_of(const Hit& land) const {
        if (found_.names.empty()) return true;
        if (has(PlaceWord::mission) && land.first < found_.names.back().first) return false;
        return land.entry->kind == EntryKind::country || has(PlaceWord::settlement);
    }

    /// The town of that country which the phrase names first; any country's if `country` is empty.
    [[nodiscard]] const Town* town_in(const std::string& country) const {
        for (const auto& name : found_.names) {
            if (!name.within) continue;
            const Town* best = nullptr;
            for (const auto& town : name.towns) {
                if (!country.empty() && town.country != country) continue;
                if (best == nullptr || weight_of(town) > weight_of(*best)) best = &town;
            }
            if (best != nullptr) return best;
        }
        return nullptr;
    }

    [[nodiscard]] PlaceReading within(const std::string& country, const std::string& what) const {
        PlaceReading reading{country, std::nullopt, fmt::format("'{}' lies in {}", what, country)};
        if (const auto* town = town_in(country)) {
            reading.town = town->place;
            reading.reason +=
                fmt::format("; the town is {}, GeoNames {}", town->place.name, town->place.geonames);
        }
        return reading;
    }

    /// A country that the phrase names. Towns of a state that is no more lie in another one today.
    [[nodiscard]] PlaceReading read_within(const Hit& land) const {
        const auto& entry = *land.entry;
        const auto country = country_of(entry.code);
        if (!lexicon_.is_state(country)) return {};
        const auto other = tables_.words.namesake(country);
        if (!other.empty() && town_in(country) == nullptr && town_in(other) != nullptr)
            return within(other, entry.name);
        auto reading = within(country, entry.name);
        if (!reading.town && entry.to) {
            if (const auto* town = town_in("")) reading.town = town->place;
        }
        return reading;
    }

    /// How much speaks for each country in which a name of the phrase lies.
    [[nodiscard]] std::map<std::string, double> weigh_countries() const {
        std::map<std::string, double> weights;
        for (const auto& name : found_.names) {
            std::map<std::string, double> of_name;
            for (const auto& town : name.towns) {
                auto& best = of_name[town.country];
                best = std::max(best, weight_of(town));
            }
            if (name.entry != nullptr) {
                auto& listed = of_name[country_of(name.entry->code)];
                listed += listed > 0 ? k_listed : k_region;
                if (name.entry->kind == EntryKind::capital) listed += k_capital;
            }
            for (const auto& [country, weight] : of_name) weights[country] += weight;
        }
        for (auto& [country, weight] : weights) weight += known_of(country);
        return weights;
    }

    /// What the event and the text add.
    [[nodiscard]] double known_of(const std::string& country) const {
        if (country == context_.beside) return k_beside;
        if (contains(context_.elsewhere, country)) return 0;
        const bool party = contains(context_.parties, country);
        const auto times = times_named(country);
        if (!party && times == 0) return 0;
        if (is_only(country)) return k_known + k_party + k_only;
        const auto weight =
            k_known + (party ? k_party : 0) + k_named * static_cast<double>(std::min(times, k_most_namings));
        return tables_.words.is(lower_ascii(country), PlaceWord::qualified) ? weight / 2 : weight;
    }

    [[nodiscard]] std::size_t times_named(const std::string& country) const {
        if (context_.named == nullptr) return 0;
        const auto found = context_.named->find(country);
        return found == context_.named->end() ? 0 : found->second;
    }

    [[nodiscard]] bool is_only(const std::string& country) const {
        const auto other = [&](const std::string& code) {
            return code != country && lexicon_.is_state(code) && !contains(context_.elsewhere, code);
        };
        if (std::ranges::any_of(context_.parties, other)) return false;
        return context_.named == nullptr ||
               std::ranges::none_of(*context_.named, [&](const auto& item) { return other(item.first); });
    }

    [[nodiscard]] PlaceReading read_names() const {
        const auto weights = weigh_countries();
        const auto best = std::ranges::max_element(weights, {}, [](const auto& item) { return item.second; });
        const auto& name = found_.names.front();
        auto reading = within(best->first, name.text);
        if (const auto past = tables_.words.state_on(best->first, day_); past != best->first) {
            reading.country = past;
            reading.reason += fmt::format(", then {}", past);
        }
        if (!reading.town && name.entry != nullptr && name.entry->to) {
            if (const auto* town = town_in("")) reading.town = town->place;
        }
        return reading;
    }

    /// A group or body with land of its own.
    [[nodiscard]] PlaceReading read_body() const {
        for (const auto& hit : found_.hits) {
            const auto& entry = *hit.entry;
            if (entry.kind != EntryKind::group && entry.kind != EntryKind::organisation) continue;
            const auto country = country_of(entry.code);
            if (lexicon_.is_state(country))
                return {country, std::nullopt, fmt::format("'{}' lies in {}", entry.name, country)};
        }
        return {};
    }

    const std::vector<TextWord>& words_;
    const Lexicon& lexicon_;
    const PlaceTables& tables_;
    std::optional<Day> day_;
    const PlaceContext& context_;
    PlaceNames found_;
};

}  // namespace

Result<PlaceTables> PlaceTables::load(const std::string& data_dir) {
    auto towns = TownTable::load(data_dir);
    if (!towns) return towns.error();
    auto words = PlaceWords::load(data_dir);
    if (!words) return words.error();
    return PlaceTables{std::move(towns).value(), std::move(words).value()};
}

PlaceReading read_place(const std::vector<TextWord>& words, const Lexicon& lexicon, const PlaceTables& tables,
                        std::optional<Day> day, const PlaceContext& context) {
    return PhraseReader{words, lexicon, tables, day, context}.read();
}

std::vector<std::string> countries_named(const std::vector<TextWord>& words, const Lexicon& lexicon,
                                         std::optional<Day> day) {
    std::vector<std::string> countries;
    for (const auto& hit : lexicon.scan(words, day, Wanted::places)) {
        const auto country = country_of(hit.entry->code);
        if (is_land(*hit.entry) && lexicon.is_state(country) &&
            std::ranges::find(countries, country) == countries.end())
            countries.push_back(country);
    }
    return countries;
}

}  // namespace dragoman
