#include "page/plain_text.h"

#include <string>

#include "base/file.h"
#include "base/utf8.h"
#include "page/article_id.h"
#include "page/charset.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_title = 200;

/// U+3002 is the full stop of Chinese and Japanese.
bool is_title(std::string_view line) {
    return line.size() <= k_longest_title && !line.ends_with('.') && !line.ends_with("\xE3\x80\x82");
}

}  // namespace

Result<Article> read_plain_text(std::string_view bytes, std::string_view place) {
    Article article;
    article.text = repair_utf8(drop_utf8_mark(bytes));
    const auto content = trim(article.text);
    if (content.empty()) return Error{ErrorKind::malformed, "holds no text", std::string{place}};
    const auto first_line = trim(content.substr(0, content.find('\n')));
    if (is_title(first_line)) article.title = first_line;
    article.id = id_of_text(article.text);
    return article;
}

}  // namespace dragoman
