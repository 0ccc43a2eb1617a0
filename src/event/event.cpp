#include "event/event.h"

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "event/code.h"

namespace dragoman {

std::vector<std::string> countries_of(const Event& event, Role role) {
    std::vector<std::string> countries;
    for (const auto& argument : event.arguments) {
        if (argument.role != role) continue;
        for (const auto code : split_fields(argument.value, '+')) {
            auto country = country_of(code);
            if (!country.empty() && country != "UNK") countries.push_back(std::move(country));
        }
    }
    std::ranges::sort(countries);
    countries.erase(std::unique(countries.begin(), countries.end()), countries.end());
    return countries;
}

}  // namespace dragoman
