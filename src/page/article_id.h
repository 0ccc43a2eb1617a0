#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The id of an article whose source gives none: "sha256:" and the first 16 hexadecimal digits of its text's
/// hash.
std::string id_of_text(std::string_view text);

}  // namespace dragoman
