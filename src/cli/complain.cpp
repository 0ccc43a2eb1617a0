#include "cli/complain.h"

#include <iostream>

namespace dragoman {

void complain(const Error& error) {
    std::cerr << "dragoman: " << error.to_line() << '\n';
}

int fail(const Error& error) {
    complain(error);
    const bool usage = error.kind == ErrorKind::usage || error.kind == ErrorKind::unknown_name;
    return usage ? k_wrong_usage : k_nothing_done;
}

Result<std::optional<Day>> day_option(const std::string& text, const std::string& option) {
    if (text.empty()) return std::optional<Day>{};
    const auto day = parse_day(text);
    if (!day) {
        return Error{ErrorKind::usage, "'" + text + "' is not a day; write it as in 2015-07-02", option};
    }
    return day;
}

}  // namespace dragoman
