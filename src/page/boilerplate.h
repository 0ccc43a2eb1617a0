#pragma once

#include <libxml/tree.h>

#include <string_view>

#include "page/page_outline.h"

namespace dragoman {

/// True if the element's name, role or state says that it is no part of the article: navigation, aside,
/// footer, caption, form, what is hidden.
bool is_boilerplate_element(const xmlNode* node);

/// True if a word of the element's class or id says so: share bar, comments, related stories, cookie notice
/// and the like. Whole words count, not parts of words.
bool is_named_boilerplate(const xmlNode* node);

/// True for what lies over a page or runs along its edge and may be longer than the article: cookie notices,
/// dialogs.
bool is_overlay(const xmlNode* node);

/// True if the element's attributes say that it holds the body of an article.
bool is_marked_body(const xmlNode* node);

/// True for a line that a site adds to its articles ("Read more: ...", "Share this", "Advertisement").
bool is_boilerplate_line(const PageLine& line);

}  // namespace dragoman
