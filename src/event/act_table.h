#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace dragoman {

/// One row of data/acts.tsv: an act of the codebook and what other ontologies call it.
struct Act {
    std::string name;         ///< "open-mission"
    std::string plover_type;  ///< "SUPPORT"
    std::string plover_mode;  ///< "visit", or empty
    std::string cameo;        ///< "050", or empty
    bool symmetric = false;   ///< all parties act alike (meet, sign)
    std::string ledger;       ///< what it changes: "relations:on", "visit", or empty
    std::string definition;
};

/// Index of an act in its table.
enum class ActId : std::uint16_t {};

/// The acts in the order of the file. Read once, then shared by const reference.
class ActTable {
  public:
    /// Reads acts.tsv. Errors name file and line.
    static Result<ActTable> load(const std::string& path);

    [[nodiscard]] const Act& operator[](ActId id) const { return acts_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] std::size_t size() const { return acts_.size(); }
    /// The act of that name; an error of kind unknown_name if there is none.
    [[nodiscard]] Result<ActId> find(std::string_view name) const;

  private:
    std::vector<Act> acts_;
    std::unordered_map<std::string, ActId> by_name_;
};

}  // namespace dragoman
