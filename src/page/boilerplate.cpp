#include "page/boilerplate.h"

#include <algorithm>
#include <array>
#include <string>

#include "page/ascii.h"

namespace dragoman {
namespace {

// The vocabulary of markup, English by the custom of the web whatever the page's language.

constexpr auto k_names = std::to_array<std::string_view>(
    {"aside", "button", "caption", "dialog", "figcaption", "footer", "form", "menu", "nav"});
constexpr auto k_roles = std::to_array<std::string_view>({"alert", "alertdialog", "banner", "complementary",
                                                          "contentinfo", "dialog", "menu", "menubar",
                                                          "navigation", "search", "tablist", "toolbar"});
constexpr auto k_words = std::to_array<std::string_view>(
    {"ad",           "ads",        "advert",      "advertisement",   "advertising", "adsbygoogle",
     "author",       "authors",    "bio",         "breadcrumb",      "breadcrumbs", "byline",
     "caption",      "comment",    "comments",    "copyright",       "credit",      "crumbs",
     "disqus",       "disclaimer", "donate",      "donation",        "footer",      "login",
     "masthead",     "menu",       "nav",         "navbar",          "navigation",  "newsletter",
     "outbrain",     "pager",      "pagination",  "paywall",         "popular",     "print",
     "promoted",     "recirc",     "recommended", "recommendations", "related",     "respond",
     "share",        "sharebar",   "sharedaddy",  "sharing",         "sidebar",     "signin",
     "signup",       "skip",       "social",      "sponsor",         "sponsored",   "subscribe",
     "subscription", "taboola",    "tags",        "taglist",         "teaser",      "teasers",
     "toc",          "toolbar",    "trending"});
constexpr auto k_overlay_words = std::to_array<std::string_view>(
    {"consent", "cookie", "cookies", "gdpr", "modal", "onetrust", "popup", "promo"});
constexpr auto k_body_words =
    std::to_array<std::string_view>({"articlebody", "articlecontent", "articletext", "entrycontent",
                                     "postbody", "postcontent", "storybody", "storycontent", "storytext"});
constexpr auto k_line_starts = std::to_array<std::string_view>(
    {"advertisement", "also read", "click here", "continue reading", "follow us", "read also", "read more",
     "related:", "share this", "sign up", "subscribe", "all rights reserved", "copyright",
     "photo:", "image:", "see also", "you may also like"});

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::ranges::find(words, word) != words.end();
}

/// Calls with every word of a class or id attribute, split at marks and at lowerUpper, in lower case,
/// until the call says true.
template <class Predicate>
bool any_word(std::string_view attribute, Predicate accepts) {
    std::string word;
    char before = ' ';
    for (const char c : attribute) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool camel = upper && before >= 'a' && before <= 'z';
        if ((camel || !is_alnum(c)) && !word.empty()) {
            if (accepts(word)) return true;
            word.clear();
        }
        if (is_alnum(c)) word += to_lower(c);
        before = c;
    }
    return !word.empty() && accepts(word);
}

template <std::size_t Size>
bool has_name_among(const xmlNode* node, const std::array<std::string_view, Size>& words) {
    const auto is_word = [&words](const std::string& word) { return is_one_of(word, words); };
    return any_word(attribute_of(node, "class"), is_word) || any_word(attribute_of(node, "id"), is_word);
}

std::string letters_of(std::string_view attribute) {
    std::string letters;
    for (const char c : attribute) {
        if (is_alnum(c) || is_space(c)) letters += to_lower(c);
    }
    return letters;
}

}  // namespace

bool is_boilerplate_element(const xmlNode* node) {
    return is_one_of(name_of(node), k_names) || is_hidden(node) ||
           is_one_of(attribute_of(node, "role"), k_roles) || attribute_of(node, "aria-hidden") == "true";
}

bool is_named_boilerplate(const xmlNode* node) {
    return has_name_among(node, k_words) || is_overlay(node);
}

bool is_overlay(const xmlNode* node) {
    return name_of(node) == "dialog" || has_name_among(node, k_overlay_words);
}

bool is_marked_body(const xmlNode* node) {
    if (attribute_of(node, "itemprop").find("articleBody") != std::string::npos) return true;
    const auto words = letters_of(attribute_of(node, "class")) + ' ' + letters_of(attribute_of(node, "id"));
    return any_word(words, [](const std::string& word) { return is_one_of(word, k_body_words); });
}

bool is_boilerplate_line(const PageLine& line) {
    if (line.text.size() > 200) return false;
    const auto lower = to_lower(line.text);
    return std::ranges::any_of(k_line_starts,
                               [&lower](std::string_view start) { return lower.starts_with(start); });
}

}  // namespace dragoman
