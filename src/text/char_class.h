#pragma once

#include <unicode/uchar.h>

#include <string_view>

namespace dragoman {

// Classes of code points by Unicode's character database.
inline bool is_space(char32_t c) {
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}
inline bool is_lower(char32_t c) {
    return u_islower(static_cast<UChar32>(c)) != 0;
}
inline bool is_upper(char32_t c) {
    return u_isupper(static_cast<UChar32>(c)) != 0;
}
inline bool is_digit(char32_t c) {
    return u_isdigit(static_cast<UChar32>(c)) != 0;
}
inline bool is_alpha(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) != 0;
}
inline bool is_alnum(char32_t c) {
    return u_isalnum(static_cast<UChar32>(c)) != 0;
}
inline bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

}  // namespace dragoman
