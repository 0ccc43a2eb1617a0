#pragma once

#include <cstddef>
#include <vector>

#include "page/page_outline.h"

namespace dragoman {

/// Finds the lines of the article on a page: indexes into outline.lines, ascending; empty if the page holds
/// no prose.
///
/// In the spirit of Readability (Arc90, 2009) and Trafilatura (Barbaresi, ACL 2021), but plain: the text that
/// counts is prose, that is lines long enough to be sentences and mostly outside links. Elements marked as
/// boilerplate fall away, unless they hold half of the page's prose (wrappers are often named after what they
/// also hold). The article is then the element that an author marked as its body, or else the lowest one that
/// holds nearly all remaining prose.
std::vector<std::size_t> find_main_lines(const PageOutline& outline);

}  // namespace dragoman
