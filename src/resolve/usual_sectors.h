#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/result.h"
#include "event/act_table.h"
#include "event/mention.h"

namespace dragoman {

/// What kind of actor a participant usually is that its sentence leaves out: who demonstrates are civilians.
class UsualSectors {
  public:
    /// Reads data_dir/actors/usual_sectors.tsv. Errors name the file.
    static Result<UsualSectors> load(const std::string& data_dir);

    /// "CVL"; empty if the act does not tell.
    [[nodiscard]] std::string of(const Act& act, Role role) const;

  private:
    std::map<std::pair<std::string, Role>, std::string> sectors_;  // by act and role
};

}  // namespace dragoman
