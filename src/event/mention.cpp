#include "event/mention.h"

#include <algorithm>
#include <array>

namespace dragoman {
namespace {

constexpr std::array<std::string_view, k_status_count> k_status_names = {"actual", "planned", "possible",
                                                                         "alleged", "denied"};
constexpr std::string_view k_role_letters = "ARPTQB";

}  // namespace

std::string_view to_string(Status status) {
    return k_status_names[static_cast<std::size_t>(status)];
}

std::optional<Status> parse_status(std::string_view name) {
    const auto found = std::ranges::find(k_status_names, name);
    if (found == k_status_names.end()) return std::nullopt;
    return static_cast<Status>(found - k_status_names.begin());
}

char role_letter(Role role) {
    return k_role_letters[static_cast<std::size_t>(role)];
}

std::optional<Role> parse_role(char letter) {
    const auto place = k_role_letters.find(letter);
    if (place == std::string_view::npos) return std::nullopt;
    return static_cast<Role>(place);
}

}  // namespace dragoman
