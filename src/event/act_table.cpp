#include "event/act_table.h"

#include "base/file.h"

namespace dragoman {

Result<ActTable> ActTable::load(const std::string& path) {
    auto table =
        read_tsv(path, {"act", "plover_type", "plover_mode", "cameo", "symmetric", "ledger", "definition"});
    if (!table) return table.error();
    ActTable acts;
    for (auto& row : table->rows) {
        const auto id = static_cast<ActId>(acts.acts_.size());
        if (!acts.by_name_.emplace(row[0], id).second) {
            return Error{ErrorKind::malformed, "the act '" + row[0] + "' stands twice", path};
        }
        acts.acts_.push_back({row[0], row[1], row[2], row[3], row[4] == "yes", row[5], row[6]});
    }
    return acts;
}

Result<ActId> ActTable::find(std::string_view name) const {
    const auto found = by_name_.find(std::string{name});
    if (found == by_name_.end()) {
        return Error{ErrorKind::unknown_name, "no act is called '" + std::string{name} + "'", ""};
    }
    return found->second;
}

}  // namespace dragoman
