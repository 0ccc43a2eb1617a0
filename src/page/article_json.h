#pragma once

#include <string>

#include "text/article.h"

namespace dragoman {

/// One line of JSON without a line end: {"id", "date", "title", "url", "publisher", "text"} in this order,
/// the date as "2015-07-02" or null. read_json_article reads it back to an equal article.
std::string article_to_json(const Article& article);

}  // namespace dragoman
