#include "page/json_lines.h"

#include <nlohmann/json.hpp>
#include <string>

#include "base/file.h"
#include "page/article_id.h"
#include "page/date_text.h"

namespace dragoman {
namespace {

constexpr std::string_view k_unknown = "?";  // as the codebook writes a date that nobody knows

using nlohmann::json;

/// Parses an object without what is nested in it, which may be as deep and large as its sender likes.
json parse_flat(std::string_view text) {
    const auto keep_flat = [](int depth, json::parse_event_t event, json&) {
        const bool opens =
            event == json::parse_event_t::object_start || event == json::parse_event_t::array_start;
        return !opens || depth == 0;
    };
    return json::parse(text, keep_flat, false);
}

/// The value as text: a string's content, a number's digits, else nothing.
std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    return found->is_number() ? found->dump() : std::string{};
}

}  // namespace

Result<Article> read_json_article(std::string_view json_text, std::string_view place) {
    const auto refuse = [place](std::string message) {
        return Error{ErrorKind::malformed, std::move(message), std::string{place}};
    };
    const auto object = parse_flat(json_text);
    if (object.is_discarded()) return refuse("is not valid JSON (in UTF-8)");
    if (!object.is_object()) return refuse("is not a JSON object");
    Article article;
    article.text = text_of(object, "text");
    if (trim(article.text).empty()) return refuse("has no \"text\"");
    article.id = text_of(object, "id");
    if (article.id.empty()) article.id = id_of_text(article.text);
    article.title = text_of(object, "title");
    article.url = text_of(object, "url");
    article.publisher = text_of(object, "publisher");
    if (article.publisher.empty()) article.publisher = text_of(object, "source");
    const auto date = text_of(object, "date");
    article.date = find_day(date);
    const bool given = !date.empty() && date != k_unknown;
    if (given && !article.date) return refuse("has a \"date\" that cannot be read: " + date.substr(0, 40));
    return article;
}

}  // namespace dragoman
