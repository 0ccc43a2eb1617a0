#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/sorted_table.h"
#include "event/event.h"

namespace dragoman {

/// A town of GeoNames.
struct Town {
    NamedPlace place;
    std::string country;      ///< "CUB"
    int thousands = 0;        ///< of people
    bool other_name = false;  ///< found by a name that is not its usual one ("Saigon")
};

/// The towns of the world with 15,000 people or more, by every name they have.
class TownTable {
  public:
    /// Reads towns.tsv and town_names.tsv of data_dir/places. Errors name file and line.
    static Result<TownTable> load(const std::string& data_dir);

    /// The towns of that name: words as WordReader makes them, in lower case, joined by spaces.
    [[nodiscard]] std::vector<Town> named(const std::string& key) const;

  private:
    TownTable(SortedTable towns, SortedTable names) : towns_(std::move(towns)), names_(std::move(names)) {}

    SortedTable towns_;
    SortedTable names_;
};

}  // namespace dragoman
