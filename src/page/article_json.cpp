#include "page/article_json.h"

#include <nlohmann/json.hpp>

namespace dragoman {

std::string article_to_json(const Article& article) {
    using nlohmann::ordered_json;
    const ordered_json date = article.date ? ordered_json(format_day(*article.date)) : ordered_json(nullptr);
    const ordered_json object = {{"id", article.id},
                                 {"date", date},
                                 {"title", article.title},
                                 {"url", article.url},
                                 {"publisher", article.publisher},
                                 {"text", article.text}};
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace dragoman
