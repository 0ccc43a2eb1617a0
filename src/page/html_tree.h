#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace dragoman {

/// A parsed page. The nodes belong to libxml2; all their text is valid UTF-8.
class HtmlTree {
  public:
    /// Parses a page that is valid UTF-8 without NUL bytes, as leniently as libxml2 does; nothing is fetched.
    /// So that time and memory stay linear in the size, a page is refused (too_large) that has over
    /// k_max_tags '<', k_max_all_attributes attributes or elements nested deeper than k_max_depth, and a tag
    /// with over k_max_attributes attributes is read as text.
    static Result<HtmlTree> parse(std::string page, std::string_view place);

    static constexpr std::size_t k_max_tags = 500'000;
    static constexpr std::size_t k_max_attributes = 256;
    static constexpr std::size_t k_max_all_attributes = 1'000'000;
    static constexpr int k_max_depth = 1'000;

    /// The root element, or null if the page has none.
    [[nodiscard]] const xmlNode* root() const;

  private:
    struct Free {
        void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    };
    explicit HtmlTree(xmlDoc* document) : document_(document) {}

    std::unique_ptr<xmlDoc, Free> document_;
};

/// The name of an element in lower case, empty for any other node. Valid as long as the tree.
std::string_view name_of(const xmlNode* node);

/// The value of an attribute, empty if it is not there. `name` is in lower case.
std::string attribute_of(const xmlNode* node, const char* name);

/// True if the element's own attributes (hidden, style="display: none") say that it is not shown.
bool is_hidden(const xmlNode* node);

/// The node that follows in document order, without going below `node` if `enter` is false;
/// null when `root` and what it holds is done.
const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool enter = true);

/// The text in the node, white space as it stands; no more nodes are added once it has `limit` bytes.
std::string text_in(const xmlNode* node, std::size_t limit);

/// White space of all kinds (no-break and zero-width ones too) at the ends dropped, each run within made one
/// space.
std::string collapse_space(std::string_view text);

}  // namespace dragoman
