#include "page/html_tree.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include <algorithm>

#include "base/utf8.h"
#include "page/ascii.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_name = 100;  // libxml2 cuts longer names in two
constexpr std::size_t k_scan_factor = 16;

/// libxml2 compares every attribute of a tag with all before it, so that a tag with a million of them would
/// take hours. This walks over every place where a tag may begin, by libxml2's own rules, and blanks the '<'
/// of such tags.
class TagTamer {
  public:
    explicit TagTamer(std::string& page) : page_(page) {}

    /// False if there are too many attributes, or tags overlap so much that even the walk would take too
    /// long.
    bool run() {
        for (auto open = page_.find('<'); open != std::string::npos; open = page_.find('<', open + 1)) {
            if (open + 1 >= page_.size() || !is_letter(page_[open + 1])) continue;
            const auto count = count_attributes(open);
            if (count > HtmlTree::k_max_attributes) page_[open] = ' ';
            attributes_ += count;
            scanned_ += at_ - open;
            if (attributes_ > HtmlTree::k_max_all_attributes) return false;
            if (scanned_ > k_scan_factor * (page_.size() + k_scan_factor)) return false;
        }
        return true;
    }

  private:
    static bool begins_name(char c) { return is_letter(c) || c == '_' || c == ':' || c == '.'; }
    static bool is_name(char c) { return begins_name(c) || is_digit(c) || c == '-'; }

    [[nodiscard]] bool at_end() const {
        return at_ >= page_.size() || page_[at_] == '>' || page_.compare(at_, 2, "/>") == 0;
    }

    std::size_t count_attributes(std::size_t open) {
        at_ = open + 1;
        skip_name();
        std::size_t count = 0;
        for (skip_space(); !at_end() && count <= HtmlTree::k_max_attributes; skip_space()) {
            if (!begins_name(page_[at_])) {
                while (!at_end() && !is_space(page_[at_])) ++at_;
                continue;
            }
            ++count;
            skip_name();
            skip_space();
            if (at_ < page_.size() && page_[at_] == '=') skip_value();
        }
        return count;
    }

    void skip_name() {
        const auto last = std::min(page_.size(), at_ + k_longest_name);
        while (at_ < last && is_name(page_[at_])) ++at_;
    }

    void skip_space() {
        while (at_ < page_.size() && is_space(page_[at_])) ++at_;
    }

    void skip_value() {
        ++at_;
        skip_space();
        if (at_ >= page_.size()) return;
        const char quote = page_[at_];
        if (quote == '"' || quote == '\'') {
            at_ = std::min(page_.find(quote, at_ + 1), page_.size() - 1) + 1;
        } else {
            while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
        }
    }

    std::string& page_;
    std::size_t at_ = 0;
    std::size_t scanned_ = 0;
    std::size_t attributes_ = 0;
};

/// Called by libxml2 for every element; `data` is its parser.
void start_element(void* data, const xmlChar* name, const xmlChar** attributes) {
    auto* parser = static_cast<xmlParserCtxt*>(data);
    if (parser->nameNr <= HtmlTree::k_max_depth) return xmlSAX2StartElement(data, name, attributes);
    *static_cast<bool*>(parser->_private) = true;
    xmlStopParser(parser);
}

void append_space(std::string& out, bool& pending) {
    if (pending && !out.empty()) out += ' ';
    pending = false;
}

/// Spaces that split words, and the invisible characters that should split nothing.
bool is_wide_space(char32_t c) {
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}
bool is_invisible(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c < 0x20 && c != '\t' && c != '\n') ||
           c == 0x7F;
}

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string page, std::string_view place) {
    const auto refuse = [place](std::string message) {
        return Error{ErrorKind::too_large, std::move(message), std::string{place}};
    };
    const auto tags = static_cast<std::size_t>(std::ranges::count(page, '<'));
    if (tags > k_max_tags) return refuse(fmt::format("has over {} tags", k_max_tags));
    if (!TagTamer{page}.run())
        return refuse("has too many attributes, or tags that run into each other without end");
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> parser{htmlNewParserCtxt(),
                                                                              htmlFreeParserCtxt};
    bool too_deep = false;
    parser->_private = &too_deep;
    parser->sax->startElement = start_element;
    parser->options |=
        XML_PARSE_HUGE;  // or else libxml2 stops at depth 256 and at 10 MB of text, without a word
    constexpr int k_options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                              HTML_PARSE_NONET | HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC |
                              HTML_PARSE_COMPACT;
    HtmlTree tree{htmlCtxtReadMemory(parser.get(), page.data(), static_cast<int>(page.size()), nullptr,
                                     "UTF-8", k_options)};
    if (too_deep) return refuse(fmt::format("elements are nested deeper than {}", k_max_depth));
    return tree;
}

const xmlNode* HtmlTree::root() const {
    return document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
}

std::string_view name_of(const xmlNode* node) {
    if (node->type != XML_ELEMENT_NODE) return {};
    return reinterpret_cast<const char*>(node->name);
}

std::string attribute_of(const xmlNode* node, const char* name) {
    if (node->type != XML_ELEMENT_NODE) return {};
    const std::unique_ptr<xmlChar, decltype(xmlFree)> value{
        xmlGetNoNsProp(node, reinterpret_cast<const xmlChar*>(name)), xmlFree};
    return value ? reinterpret_cast<const char*>(value.get()) : std::string{};
}

bool is_hidden(const xmlNode* node) {
    if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
    auto style = attribute_of(node, "style");
    std::erase(style, ' ');
    return style.find("display:none") != std::string::npos;
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool enter) {
    if (enter && node->children != nullptr && node->type == XML_ELEMENT_NODE) return node->children;
    while (node != root && node->next == nullptr) node = node->parent;
    return node == root ? nullptr : node->next;
}

std::string text_in(const xmlNode* node, std::size_t limit) {
    std::string text;
    for (const auto* inner = node; inner != nullptr && text.size() < limit; inner = next_node(inner, node)) {
        const bool is_text = inner->type == XML_TEXT_NODE || inner->type == XML_CDATA_SECTION_NODE;
        if (is_text) text += reinterpret_cast<const char*>(inner->content);
    }
    return text;
}

std::string collapse_space(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [value, size] = decode_utf8(text, at);
        if (value == ' ' || value == '\t' || value == '\n' || value == '\r' || is_wide_space(value)) {
            pending = true;
        } else if (!is_invisible(value)) {
            append_space(out, pending);
            out.append(text.substr(at, size));
        }
        at += size;
    }
    return out;
}

}  // namespace dragoman
