#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"

namespace dragoman {

/// What a page's JSON-LD (schema.org) says of its article; empty where it says nothing.
struct JsonLd {
    std::string headline;
    std::string date_published;
    std::string publisher;
    std::string article_body;
};

/// Most bytes of one script that are read.
inline constexpr std::size_t k_longest_json_ld = std::size_t{1} << 20;

/// Takes from one <script type="application/ld+json"> what `known` does not have yet. Reads the objects whose
/// @type names an article or a posting (NewsArticle, ReportageNewsArticle, BlogPosting ...) or a web page,
/// the latter for the date only; broken JSON adds nothing.
void read_json_ld(std::string_view script, JsonLd& known);

}  // namespace dragoman
