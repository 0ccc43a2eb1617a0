#pragma once

#include <string_view>

#include "base/result.h"
#include "text/article.h"

namespace dragoman {

/// Reads one article from a JSON object {"id", "date", "title", "url", "publisher" or "source", "text"};
/// other keys and nested values are ignored. Only "text" must be there. It is kept byte for byte, as offsets
/// count into it, and the title is not put before it. A number is as good an id as a string. The date is any
/// that find_day reads. Errors: malformed (no JSON object, no text, a date that cannot be read); `place` is
/// "file:line".
Result<Article> read_json_article(std::string_view json, std::string_view place);

}  // namespace dragoman
