#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "event/act_table.h"

namespace dragoman {

/// One row of data/ledger/rules.tsv: what an actual event of that act changes in the state of a pair.
struct Rule {
    enum class Pair : std::uint8_t { ordered, reversed, unordered };
    enum class Kind : std::uint8_t { level, statement, last, list };
    enum class Detail : std::uint8_t { none, actor, place, quantity };

    std::string act;
    Pair pair = Pair::ordered;
    std::string field;  ///< "recognition"
    Kind kind = Kind::level;
    std::string sets;             ///< "on", "off", "reduced": acts that set the same confirm each other
    std::string value;            ///< "recognised"; empty: only ends what stood before
    bool state_recipient = true;  ///< the other side must act for its state too
    Detail detail = Detail::none;
    std::string text;  ///< "{A} recognises {R}"
};

/// The rules in the order of the file.
class RuleTable {
  public:
    /// Errors name the file and the act: a word that no column knows, an act that `acts` does not hold.
    static Result<RuleTable> load(const std::string& path, const ActTable& acts);

    [[nodiscard]] const std::vector<Rule>& all() const { return rules_; }
    /// The rules of an act; most acts have none, some two.
    [[nodiscard]] std::vector<const Rule*> of(std::string_view act) const;
    /// Place of a field's first rule: fields are shown in this order.
    [[nodiscard]] std::size_t order_of(std::string_view field) const;

  private:
    std::vector<Rule> rules_;
};

}  // namespace dragoman
