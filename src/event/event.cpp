#include "event/event.h"

#include <algorithm>

#include "base/file.h"

namespace dragoman {

std::vector<std::string> countries_of(const Event& event, Role role) {
    std::vector<std::string> countries;
    for (const auto& argument : event.arguments) {
        if (argument.role != role) continue;
        for (const auto code : split_fields(argument.value, '+')) {
            const auto country = code.substr(0, code.find('.'));
            if (!country.empty() && country != "UNK") countries.emplace_back(country);
        }
    }
    std::ranges::sort(countries);
    countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
    return countries;
}

}  // namespace dragoman
