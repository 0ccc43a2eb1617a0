#pragma once

#include <string_view>

namespace dragoman {

/// What nlohmann-json complains of, without the "[json.exception.out_of_range.403] " before it. A view into
/// `message`.
inline std::string_view plain_json_message(std::string_view message) {
    const auto tag = message.find("] ");
    return tag == std::string_view::npos ? message : message.substr(tag + 2);
}

}  // namespace dragoman
