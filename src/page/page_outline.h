#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <string>
#include <vector>

#include "page/html_tree.h"

namespace dragoman {

/// How a line of text stands on the page.
enum class LineKind { paragraph, heading, item };

/// A run of text between two block borders, white space collapsed.
struct PageLine {
    std::string text;
    std::size_t link_bytes = 0;  ///< bytes of the text that lie inside links
    std::size_t element = 0;     ///< the block element it stands in: an index into PageOutline::elements
    LineKind kind = LineKind::paragraph;

    [[nodiscard]] double link_share() const {
        return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
    }
};

/// One element of the page; those below it follow it up to `end`.
struct PageElement {
    const xmlNode* node = nullptr;
    std::size_t parent = 0;
    std::size_t end = 0;
};

/// A page as a flat list of its block elements, in document order, and of its lines of visible text.
struct PageOutline {
    std::vector<PageElement> elements;  ///< the first is the root and its own parent
    std::vector<PageLine> lines;
};

/// Lays the tree out. Leaves out what shows no text of its own: scripts, styles, forms' controls, embedded
/// media, inline elements hidden by attribute. Two <br> in a row end a line, one is a space.
PageOutline outline_page(const HtmlTree& tree);

}  // namespace dragoman
