#include "resolve/lexicon.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"

namespace dragoman {
namespace {

/// "1991", "1991-12" or "1991-12-26": the first day of it, or the last one.
std::optional<Day> day_of(std::string_view text, bool last) {
    if (text.size() == 4) return parse_day(std::string{text} + (last ? "-12-31" : "-01-01"));
    return parse_day(text);
}

bool is_acronym(const std::string& form) {
    return form.size() > 1 &&
           std::ranges::all_of(form, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// A capital in the data asks for one in the text; an acronym must be the same.
bool fits_case(const std::string& form, const std::string& wanted) {
    if (is_acronym(wanted)) return form == wanted;
    const bool wants_capital = wanted.front() >= 'A' && wanted.front() <= 'Z';
    return !wants_capital || (form.front() >= 'A' && form.front() <= 'Z');
}

bool fits_case(const std::vector<TextWord>& words, std::size_t first,
               const std::vector<std::string>& wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!fits_case(words[first + i].form, wanted[i])) return false;
    }
    return true;
}

/// "Ehud Olmert": a town's name after a capitalised word that is no sentence start is a surname.
bool may_be_surname(const std::vector<TextWord>& words, std::size_t first, const WordClasses& classes) {
    if (first == 0 || words[first].after_break) return false;
    const auto& before = words[first - 1];
    if (!before.capital() || before.possessive || first == 1 || before.after_break) return false;
    return !classes.is(lower_ascii(before.form), WordClass::direction);
}

/// Among entries of one name: what holds on the day before what does not, dated before undated, lower kind
/// first.
int rank(const Entry& entry, std::optional<Day> day, Wanted wanted) {
    const auto validity = validity_at(entry, day);
    const bool dated = entry.from.has_value() || entry.to.has_value();
    int value = static_cast<int>(entry.kind) * 2;
    const bool place = entry.kind == EntryKind::country || entry.kind == EntryKind::demonym ||
                       entry.kind == EntryKind::capital || entry.kind == EntryKind::city;
    if (wanted == Wanted::places && !place) value += 50;
    if (validity == Validity::holds) return value + (dated && day ? 0 : 1);
    value += validity == Validity::over ? 100 : 200;
    return value;
}

}  // namespace

Validity validity_at(const Entry& entry, std::optional<Day> day) {
    if (!day) return entry.to ? Validity::over : Validity::holds;
    if (entry.to && *day > *entry.to) return Validity::over;
    if (entry.from && *day < *entry.from) return Validity::not_yet;
    return Validity::holds;
}

void Lexicon::add(Entry entry) {
    for (auto& word : reader_.read(entry.name, Span{0, entry.name.size()}))
        entry.forms.push_back(std::move(word.form));
    if (entry.forms.empty()) return;
    std::vector<std::string> spelt;
    spelt.reserve(entry.forms.size());
    for (const auto& form : entry.forms) spelt.push_back(spelling_of(form));
    const auto key = fmt::format("{}", fmt::join(spelt, " "));
    auto& most = longest_[spelt.front()];
    most = std::max(most, entry.forms.size());
    by_words_[key].push_back(entries_.size());
    entries_.push_back(std::move(entry));
}

void Lexicon::add_names(std::string_view names, EntryKind kind, const std::string& code,
                        const Entry& pattern) {
    for (const auto name : split_fields(names, ';')) {
        if (name.empty()) continue;
        auto entry = pattern;
        entry.kind = kind;
        entry.name = name;
        entry.code = code;
        add(std::move(entry));
    }
}

Result<void> Lexicon::load_spellings(const std::string& folder) {
    const auto table = read_tsv(folder + "spellings.tsv", {"spellings"});
    if (!table) return table.error();
    for (const auto& row : table.value().rows) {
        const auto words = split_fields(row[0], ';');
        for (const auto word : words) spellings_.emplace(word, words.front());
    }
    return {};
}

std::string Lexicon::spelling_of(std::string_view word) const {
    auto lower = lower_ascii(word);
    const auto found = spellings_.find(lower);
    return found == spellings_.end() ? lower : found->second;
}

Result<void> Lexicon::load_countries(const CountryTable& countries) {
    for (const auto& country : countries.all()) {
        states_.insert(country.code);
        Entry dates;
        dates.from = day_of(country.from, false);
        dates.to = day_of(country.to, true);
        add_names(country.name, EntryKind::country, country.code, dates);
        add_names(country.names, EntryKind::country, country.code, dates);
        add_names(country.adjectives, EntryKind::demonym, country.code, dates);
        add_names(country.people, EntryKind::demonym, country.code, dates);
        add_names(country.capital, EntryKind::capital, country.code, dates);
        add_names(country.seats, EntryKind::capital, country.code, dates);
    }
    return {};
}

Result<void> Lexicon::load_bodies(const std::string& file, EntryKind kind) {
    const auto table = read_tsv(file, {"code", "names"});
    if (!table) return table.error();
    for (const auto& row : table.value().rows) add_names(row[1], kind, row[0]);
    return {};
}

Result<void> Lexicon::load_groups(const std::string& folder) {
    const auto table = read_tsv(folder + "groups.tsv", {"code", "names", "from", "to"});
    if (!table) return table.error();
    for (const auto& row : table.value().rows) {
        Entry dates;
        dates.from = day_of(row[2], false);
        dates.to = day_of(row[3], true);
        add_names(row[1], EntryKind::group, row[0], dates);
    }
    return {};
}

Result<void> Lexicon::load_leaders(const std::string& folder) {
    const auto table =
        read_tsv(folder + "leaders.tsv", {"name", "surname", "country", "office", "from", "to"});
    if (!table) return table.error();
    for (const auto& row : table.value().rows) {
        Entry entry;
        entry.from = day_of(row[4], false);
        entry.to = day_of(row[5], true);
        entry.office = row[3];
        if (!row[1].empty()) {
            const auto words = reader_.read(row[1], Span{0, row[1].size()});
            if (!words.empty()) by_surname_[spelling_of(words.back().form)].push_back(entries_.size());
        }
        add_names(row[0], EntryKind::leader, row[2], entry);
    }
    return {};
}

Result<void> Lexicon::load_cities(const std::string& folder) {
    const auto table = read_tsv(folder + "cities.tsv", {"name", "country"});
    if (!table) return table.error();
    for (const auto& row : table.value().rows) add_names(row[0], EntryKind::city, row[1]);
    return {};
}

Result<void> Lexicon::load_sectors(const std::string& folder) {
    const auto table = read_tsv(folder + "sectors.tsv", {"words", "sector", "weight"});
    if (!table) return table.error();
    for (const auto& row : table.value().rows) {
        if (row[2] != "1" && row[2] != "2" && row[2] != "3") {
            return Error{ErrorKind::malformed, "the weight of '" + row[0] + "' must be 1, 2 or 3",
                         folder + "sectors.tsv"};
        }
        Entry entry;
        entry.weight = row[2].front() - '0';
        add_names(row[0], EntryKind::sector, row[1], entry);
    }
    return {};
}

Result<void> Lexicon::load_no_actors(const std::string& folder) {
    const auto table = read_tsv(folder + "no_actors.tsv", {"names"});
    if (!table) return table.error();
    for (const auto& row : table.value().rows) add_names(row[0], EntryKind::group, "");
    return {};
}

Result<Lexicon> Lexicon::load(const std::string& data_dir, const CountryTable& countries) {
    auto reader = WordReader::load(data_dir);
    if (!reader) return reader.error();
    auto classes = WordClasses::load(data_dir);
    if (!classes) return classes.error();
    Lexicon lexicon{std::move(reader.value()), std::move(classes.value())};
    const auto folder = data_dir + "/actors/";
    if (auto done = lexicon.load_spellings(folder); !done) return done.error();
    if (auto done = lexicon.load_countries(countries); !done) return done.error();
    if (auto done = lexicon.load_bodies(folder + "organisations.tsv", EntryKind::organisation); !done)
        return done.error();
    if (auto done = lexicon.load_bodies(folder + "offices.tsv", EntryKind::office); !done)
        return done.error();
    if (auto done = lexicon.load_groups(folder); !done) return done.error();
    if (auto done = lexicon.load_leaders(folder); !done) return done.error();
    if (auto done = lexicon.load_cities(folder); !done) return done.error();
    if (auto done = lexicon.load_sectors(folder); !done) return done.error();
    if (auto done = lexicon.load_no_actors(folder); !done) return done.error();
    return lexicon;
}

const Entry* Lexicon::match(const std::vector<TextWord>& words, std::size_t first, std::size_t count,
                            const std::string& key, std::optional<Day> day, Wanted wanted) const {
    const auto found = by_words_.find(key);
    if (found == by_words_.end()) return nullptr;
    const Entry* best = nullptr;
    for (const auto index : found->second) {
        const auto& entry = entries_[index];
        if (!fits_case(words, first, entry.forms)) continue;
        if (entry.kind == EntryKind::city && count == 1 && may_be_surname(words, first, classes_)) continue;
        if (best == nullptr || rank(entry, day, wanted) < rank(*best, day, wanted)) best = &entry;
    }
    return best;
}

std::vector<Hit> Lexicon::scan(const std::vector<TextWord>& words, std::optional<Day> day,
                               Wanted wanted) const {
    std::vector<Hit> hits;
    std::vector<std::string> lower;
    lower.reserve(words.size());
    for (const auto& word : words) lower.push_back(spelling_of(word.form));
    for (std::size_t first = 0; first < words.size();) {
        const auto longest = longest_.find(lower[first]);
        std::size_t most = longest == longest_.end() ? 0 : std::min(longest->second, words.size() - first);
        const Entry* entry = nullptr;
        std::vector<std::string> keys;
        for (std::size_t count = 0; count < most; ++count) {
            keys.push_back(count == 0 ? lower[first] : keys.back() + ' ' + lower[first + count]);
        }
        while (most > 0 && (entry = match(words, first, most, keys[most - 1], day, wanted)) == nullptr)
            --most;
        if (entry != nullptr && !entry->code.empty()) hits.push_back({first, most, entry});
        first += std::max<std::size_t>(most, 1);
    }
    return hits;
}

std::string Lexicon::with_sector(const std::string& code, const std::string& sector) const {
    if (sector.empty() || code.find('.') != std::string::npos) return code;
    if (states_.contains(code) || code == "UNK") return code + "." + sector;
    return code == "UNO" && (sector == "MIL" || sector == "COP") ? code + "." + sector : code;
}

std::vector<const Entry*> Lexicon::leaders_named(const std::string& surname, std::optional<Day> day) const {
    std::vector<const Entry*> leaders;
    const auto found = by_surname_.find(spelling_of(surname));
    if (found == by_surname_.end()) return leaders;
    for (const auto index : found->second) {
        if (validity_at(entries_[index], day) == Validity::holds) leaders.push_back(&entries_[index]);
    }
    return leaders;
}

}  // namespace dragoman
