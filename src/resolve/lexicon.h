#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "resolve/country_table.h"
#include "resolve/word_classes.h"
#include "resolve/words.h"

namespace dragoman {

/// What kind of name an entry of the dictionary is; where two kinds share a name, the lower one is taken.
enum class EntryKind : std::uint8_t {
    group,
    organisation,
    country,
    leader,
    demonym,
    capital,
    city,
    office,
    sector
};

/// One name of the dictionary and what it stands for.
struct Entry {
    EntryKind kind = EntryKind::sector;
    std::string name;  ///< as the data file writes it
    std::string code;  ///< "CUB", "USA.MIL", "KOR+PRK"; of a sector word the sector alone, "GOV"; of a name
                       ///< that means no actor ("Latin America") empty
    int weight = 0;    ///< of a sector word: 3 decides over all, 1 only if nothing else is there
    std::optional<Day> from;         ///< first day on which it holds
    std::optional<Day> to;           ///< last day
    std::string office;              ///< of a leader
    std::vector<std::string> forms;  ///< its words, in the data's case
};

/// How a day lies to the time in which an entry holds.
enum class Validity : std::uint8_t { holds, over, not_yet };
Validity validity_at(const Entry& entry, std::optional<Day> day);

/// What names are looked for: "Brussels" the actor is a body, the place is in Belgium.
enum class Wanted : std::uint8_t { actors, places };

/// A name found in a text: words [first, first + count).
struct Hit {
    std::size_t first = 0;
    std::size_t count = 0;
    const Entry* entry = nullptr;

    [[nodiscard]] std::size_t end() const { return first + count; }
};

/// All names and sector words, looked up by their words: a hash over word sequences, longest first.
class Lexicon {
  public:
    /// Reads the tables of data_dir/actors. Errors name file and line.
    static Result<Lexicon> load(const std::string& data_dir, const CountryTable& countries);

    /// The names in a text, longest match first from the left, not overlapping. Where a name changed hands,
    /// the entry that holds on `day`; without a day, one that is still open.
    [[nodiscard]] std::vector<Hit> scan(const std::vector<TextWord>& words, std::optional<Day> day,
                                        Wanted wanted = Wanted::actors) const;

    /// Persons in office of that surname on `day`.
    [[nodiscard]] std::vector<const Entry*> leaders_named(const std::string& surname,
                                                          std::optional<Day> day) const;

    /// A word of a name in the one spelling under which names are looked up, in lower case: "Sergey" ->
    /// "sergei".
    [[nodiscard]] std::string spelling_of(std::string_view word) const;

    /// "KOR" and "GOV" -> "KOR.GOV". A code that has a sector keeps it; of bodies above states only the
    /// United Nations takes one, for its soldiers and police.
    [[nodiscard]] std::string with_sector(const std::string& code, const std::string& sector) const;

    /// Whether it is the code of a country, not of a body above states.
    [[nodiscard]] bool is_state(const std::string& code) const { return states_.contains(code); }

    [[nodiscard]] const WordClasses& classes() const { return classes_; }
    [[nodiscard]] const WordReader& reader() const { return reader_; }

  private:
    Lexicon(WordReader reader, WordClasses classes)
        : reader_(std::move(reader)), classes_(std::move(classes)) {}

    Result<void> load_spellings(const std::string& folder);
    Result<void> load_countries(const CountryTable& countries);
    Result<void> load_bodies(const std::string& file, EntryKind kind);
    Result<void> load_groups(const std::string& folder);
    Result<void> load_leaders(const std::string& folder);
    Result<void> load_cities(const std::string& folder);
    Result<void> load_sectors(const std::string& folder);
    Result<void> load_no_actors(const std::string& folder);
    void add(Entry entry);
    void add_names(std::string_view names, EntryKind kind, const std::string& code,
                   const Entry& pattern = {});
    [[nodiscard]] const Entry* match(const std::vector<TextWord>& words, std::size_t first, std::size_t count,
                                     const std::string& key, std::optional<Day> day, Wanted wanted) const;

    WordReader reader_;
    WordClasses classes_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::vector<std::size_t>>
        by_words_;                                          // key: spellings of its words, joined by ' '
    std::unordered_map<std::string, std::size_t> longest_;  // first word -> most words of a name
    std::unordered_map<std::string, std::vector<std::size_t>> by_surname_;  // one spelling
    std::unordered_map<std::string, std::string> spellings_;                // a word's one spelling
    std::unordered_set<std::string> states_;                                // codes that take any sector
};

}  // namespace dragoman
