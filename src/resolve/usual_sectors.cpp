#include "resolve/usual_sectors.h"

#include "base/file.h"

namespace dragoman {

Result<UsualSectors> UsualSectors::load(const std::string& data_dir) {
    const auto path = data_dir + "/actors/usual_sectors.tsv";
    const auto table = read_tsv(path, {"act", "role", "sector"});
    if (!table) return table.error();
    UsualSectors usual;
    for (const auto& row : table.value().rows) {
        const auto role = row[1].size() == 1 ? parse_role(row[1].front()) : std::nullopt;
        if (!role) return Error{ErrorKind::malformed, "no role is called '" + row[1] + "'", path};
        usual.sectors_.emplace(std::pair{row[0], *role}, row[2]);
    }
    return usual;
}

std::string UsualSectors::of(const Act& act, Role role) const {
    const auto found = sectors_.find({act.name, role});
    return found == sectors_.end() ? std::string{} : found->second;
}

}  // namespace dragoman
