#include "page/html.h"

#include <fmt/format.h>

#include <string>

#include "page/article_id.h"
#include "page/charset.h"
#include "page/html_tree.h"
#include "page/main_text.h"
#include "page/page_metadata.h"
#include "page/page_outline.h"
#include "page/title.h"

namespace dragoman {
namespace {

/// Pages that scripts fill often carry their text in JSON-LD only; it counts if the visible text is this much
/// shorter.
constexpr std::size_t k_hidden_body_factor = 2;

std::string lines_as_text(const PageOutline& outline) {
    std::string text;
    for (const auto line : find_main_lines(outline)) text += outline.lines[line].text + '\n';
    return text;
}

/// The paragraphs of a JSON-LD articleBody, whose line ends may have any form.
std::string paragraphs_of(std::string_view body) {
    std::string text;
    while (!body.empty()) {
        const auto end = body.find_first_of("\r\n");
        auto line = collapse_space(body.substr(0, end));
        if (!line.empty()) text += std::move(line) + '\n';
        body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
    }
    return text;
}

std::string body_of(const PageOutline& outline, const PageMetadata& page) {
    auto visible = lines_as_text(outline);
    if (page.json_body.size() <= k_hidden_body_factor * visible.size()) return visible;
    return paragraphs_of(page.json_body);
}

}  // namespace

Result<Article> read_html(std::string_view bytes, std::string_view place) {
    const auto refuse = [place](ErrorKind kind, std::string message) {
        return Error{kind, std::move(message), std::string{place}};
    };
    if (bytes.size() > k_page_limit)
        return refuse(ErrorKind::too_large, fmt::format("is larger than {} bytes", k_page_limit));
    const auto tree = HtmlTree::parse(page_to_utf8(bytes), place);
    if (!tree) return tree.error();
    const auto outline = outline_page(*tree);
    auto page = read_metadata(*tree, outline);
    const auto body = body_of(outline, page);
    if (body.empty()) return refuse(ErrorKind::malformed, "no article text was found on the page");
    Article article;
    article.text = same_title(body.substr(0, body.find('\n')), page.title) || page.title.empty()
                       ? body
                       : page.title + '\n' + body;
    article.id = id_of_text(article.text);
    article.title = std::move(page.title);
    article.url = std::move(page.url);
    article.publisher = std::move(page.publisher);
    article.date = page.date;
    return article;
}

}  // namespace dragoman
