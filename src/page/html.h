#pragma once

#include <string_view>

#include "base/result.h"
#include "text/article.h"

namespace dragoman {

/// Reads the article of a news page: its text is the headline as first line, then one line for each
/// paragraph, heading and list item of the body. No network, no recursion; time and memory are linear in the
/// size of the page. `place` names the page in errors. Errors: malformed (no text to be found), too_large
/// (over k_page_limit bytes, or tags, attributes or depth over the limits of HtmlTree). The same bytes give
/// the same article.
Result<Article> read_html(std::string_view bytes, std::string_view place);

/// Most bytes of one page or one line of JSON.
inline constexpr std::size_t k_page_limit = std::size_t{32} << 20;

}  // namespace dragoman
