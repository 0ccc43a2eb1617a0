#include "page/page_outline.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dragoman {
namespace {

constexpr auto k_block_names = std::to_array<std::string_view>(
    {"address", "article", "aside",  "blockquote", "body",  "button",  "caption",  "center",
     "dd",      "details", "dialog", "div",        "dl",    "dt",      "fieldset", "figcaption",
     "figure",  "footer",  "form",   "h1",         "h2",    "h3",      "h4",       "h5",
     "h6",      "header",  "hgroup", "hr",         "html",  "legend",  "li",       "main",
     "menu",    "nav",     "ol",     "p",          "pre",   "section", "summary",  "table",
     "tbody",   "td",      "tfoot",  "th",         "thead", "tr",      "ul"});
static_assert(std::ranges::is_sorted(k_block_names));
constexpr auto k_silent_names = std::to_array<std::string_view>(
    {"applet", "audio",  "canvas", "datalist", "embed",    "frameset", "head",   "iframe",
     "input",  "map",    "math",   "noscript", "object",   "optgroup", "option", "progress",
     "script", "select", "style",  "svg",      "template", "textarea", "title",  "video"});
static_assert(std::ranges::is_sorted(k_silent_names));

template <std::size_t Size>
bool is_one_of(std::string_view name, const std::array<std::string_view, Size>& names) {
    return std::ranges::binary_search(names, name);
}

class Outliner {
  public:
    PageOutline run(const xmlNode* root) {
        const auto* node = root;
        while (node != nullptr) {
            if (enter(node) && node->children != nullptr) {
                node = node->children;
                continue;
            }
            leave(node);
            while (node != root && node->next == nullptr) {
                node = node->parent;
                leave(node);
            }
            node = node == root ? nullptr : node->next;
        }
        end_line();
        return std::move(outline_);
    }

  private:
    /// True if the node's children are to be visited.
    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE) return add_text(reinterpret_cast<const char*>(node->content)), false;
        const auto name = name_of(node);
        if (name.empty() || is_one_of(name, k_silent_names)) return false;
        if (name == "br") return add_break(), false;
        const bool is_block = is_one_of(name, k_block_names);
        if (is_block) open_block(node);
        if (!is_block && is_hidden(node)) return false;
        if (name == "a") ++open_links_;
        return true;
    }

    void leave(const xmlNode* node) {
        if (!open_.empty() && outline_.elements[open_.back()].node == node) {
            end_line();
            outline_.elements[open_.back()].end = outline_.elements.size();
            open_.pop_back();
        }
        if (name_of(node) == "a" && open_links_ > 0) --open_links_;
    }

    void open_block(const xmlNode* node) {
        end_line();
        const auto parent = open_.empty() ? 0 : open_.back();
        open_.push_back(outline_.elements.size());
        outline_.elements.push_back({node, parent, 0});
    }

    void add_text(std::string_view text) {
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) breaks_ = 0;
        raw_ += text;
        if (open_links_ > 0) link_bytes_ += collapse_space(text).size();
    }

    void add_break() {
        if (++breaks_ >= 2) end_line();
        raw_ += ' ';
    }

    void end_line() {
        auto text = collapse_space(raw_);
        if (!text.empty() && !open_.empty()) {
            outline_.lines.push_back({std::move(text), link_bytes_, open_.back(), kind_here()});
        }
        raw_.clear();
        link_bytes_ = 0;
    }

    [[nodiscard]] LineKind kind_here() const {
        for (auto at = open_.rbegin(); at != open_.rend() && at - open_.rbegin() < 3; ++at) {
            const auto name = name_of(outline_.elements[*at].node);
            if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
                return LineKind::heading;
            if (name == "li" || name == "dt" || name == "dd") return LineKind::item;
        }
        return LineKind::paragraph;
    }

    PageOutline outline_;
    std::vector<std::size_t> open_;
    std::string raw_;
    std::size_t link_bytes_ = 0;
    std::size_t open_links_ = 0;
    std::size_t breaks_ = 0;
};

}  // namespace

PageOutline outline_page(const HtmlTree& tree) {
    if (tree.root() == nullptr) return {};
    return Outliner{}.run(tree.root());
}

}  // namespace dragoman
