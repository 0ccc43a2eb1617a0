#include "cli/home.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace dragoman {

Result<std::string> find_home() {
    namespace fs = std::filesystem;
    std::vector<fs::path> places;
    if (const char* named = std::getenv("DRAGOMAN_HOME"); named != nullptr && *named != '\0') {
        places.emplace_back(named);
    } else {
        std::error_code status;
        const fs::path program = fs::read_symlink("/proc/self/exe", status).parent_path();
        places = {program.parent_path(), program.parent_path() / "share" / "dragoman"};
    }
    std::string tried;
    for (const auto& place : places) {
        std::error_code status;
        if (fs::exists(place / "data" / "acts.tsv", status)) return place.string();
        tried += (tried.empty() ? "" : ", ") + place.string();
    }
    return Error{ErrorKind::not_found,
                 "cannot find the program's data (data/acts.tsv); looked in " + tried +
                     "; set DRAGOMAN_HOME to the folder that holds data/ and models/",
                 ""};
}

}  // namespace dragoman
