#pragma once

#include <string>
#include <string_view>

namespace dragoman {

/// The page as valid UTF-8 without NUL bytes or byte order mark, whatever charset it came in. Decided by, in
/// this order: a byte order mark; bytes beyond ASCII that are valid UTF-8, but for one in twenty (saved pages
/// often keep the meta tag of the charset they no longer have, and no other charset passes this test by
/// chance); the charset that a meta tag in the first 4096 bytes names (labels read as the WHATWG Encoding
/// Standard does, section 4.2, for the common ones); the guess of uchardet; UTF-8. What cannot be decoded
/// becomes U+FFFD.
std::string page_to_utf8(std::string_view bytes);

/// The bytes without a UTF-8 byte order mark, if one leads them.
std::string_view drop_utf8_mark(std::string_view bytes);

/// The charset that a meta tag in the first 4096 bytes names, in lower case; empty if none does.
std::string declared_charset(std::string_view bytes);

}  // namespace dragoman
