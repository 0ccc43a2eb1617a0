#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The country part of a code: "KOR.GOV" -> "KOR".
std::string country_of(std::string_view code);

}  // namespace dragoman
