#pragma once

#include <string_view>

#include "base/result.h"
#include "text/article.h"

namespace dragoman {

/// Takes plain text as an article. The text is kept as it is, but for a leading UTF-8 byte order mark, which
/// is dropped, and invalid bytes, which become U+FFFD: offsets into valid text without a mark hold. The first
/// line that is not blank is the title if it is at most 200 bytes long and ends without a full stop; it stays
/// in the text too. Lines are not joined: text that is wrapped at a fixed width has its sentences cut at the
/// line ends. Errors: malformed (nothing but white space); `place` names the text in them.
Result<Article> read_plain_text(std::string_view bytes, std::string_view place);

}  // namespace dragoman
