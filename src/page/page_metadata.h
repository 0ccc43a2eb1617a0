#pragma once

#include <optional>
#include <string>

#include "base/day.h"
#include "page/html_tree.h"
#include "page/page_outline.h"

namespace dragoman {

/// What a page says about itself outside its text; empty where it says nothing.
struct PageMetadata {
    std::string title;  ///< the h1 if JSON-LD headline, og:title or <title> bear it out, else these in this
                        ///< order; without the site's name
    std::string url;    ///< link rel=canonical, og:url; absolute
    std::string publisher;  ///< og:site_name, JSON-LD publisher
    std::optional<Day>
        date;  ///< JSON-LD, meta tags, itemprop, <time>, the address, a date written by the headline
    std::string json_body;  ///< JSON-LD articleBody
};

/// Gathers the metadata of a page.
PageMetadata read_metadata(const HtmlTree& tree, const PageOutline& outline);

}  // namespace dragoman
