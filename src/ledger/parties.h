#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dragoman {

/// Codes joined by '+', sorted, each once.
std::string join_codes(std::vector<std::string> codes);

/// The reverse; nothing for an empty text.
std::vector<std::string> split_codes(std::string_view joined);

/// Who acts for a state: the sectors and the stateless codes of data/ledger/parties.tsv.
class PartyTable {
  public:
    /// Errors name file and line.
    static Result<PartyTable> load(const std::string& path);

    /// Whether the code names somebody in particular: not empty, not UNK, not "an NGO".
    [[nodiscard]] bool is_somebody(std::string_view code) const;
    /// Whether the party acts for its state: "KOR" and "KOR.GOV" do, "AFG.REB" does not.
    [[nodiscard]] bool acts_for_state(std::string_view code) const;
    /// The code by which reports are compared: "KOR" for all that act for the state, "AFG.REB" as it is.
    [[nodiscard]] std::string identity_of(std::string_view code) const;

  private:
    std::set<std::string, std::less<>> state_sectors_;
    std::set<std::string, std::less<>> nobodies_;
};

}  // namespace dragoman
