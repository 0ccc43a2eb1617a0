#include "page/page_metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "page/ascii.h"
#include "page/date_text.h"
#include "page/json_ld.h"
#include "page/title.h"

namespace dragoman {
namespace {

constexpr auto k_date_metas = std::to_array<const char*>({"article:published_time",
                                                          "article:published",
                                                          "og:published_time",
                                                          "og:article:published_time",
                                                          "datepublished",
                                                          "parsely-pub-date",
                                                          "sailthru.date",
                                                          "cxenseparse:recs:publishtime",
                                                          "citation_publication_date",
                                                          "pubdate",
                                                          "publishdate",
                                                          "publish-date",
                                                          "publish_date",
                                                          "publication_date",
                                                          "w-published-date",
                                                          "dc.date.issued",
                                                          "dcterms.created",
                                                          "dcterms.issued",
                                                          "dcterms.date",
                                                          "dc.date",
                                                          "dc.date.created",
                                                          "date"});
constexpr std::size_t k_longest_date_line = 150;
constexpr std::size_t k_longest_title = 500;
constexpr std::size_t k_least_headline_letters = 20;
constexpr std::size_t k_most_times = 32;
constexpr std::size_t k_lines_after_headline = 15;
constexpr std::size_t k_lines_before_headline = 4;

/// The elements of a page that metadata is read from, in one walk.
struct Gathered {
    std::map<std::string, std::string>
        metas;  // property, name or itemprop in lower case; the first of each counts
    JsonLd json_ld;
    std::string canonical;
    std::string title;
    std::vector<std::string> published;  // itemprop=datePublished
    std::vector<std::string> times;      // <time datetime>
};

void gather_meta(const xmlNode* node, Gathered& out) {
    for (const auto* key : {"property", "name", "itemprop"}) {
        const auto name = to_lower(attribute_of(node, key));
        const auto content = collapse_space(attribute_of(node, "content"));
        if (!name.empty() && !content.empty()) out.metas.emplace(name, content);
    }
}

std::string date_attribute(const xmlNode* node) {
    for (const auto* name : {"datetime", "content"}) {
        auto value = attribute_of(node, name);
        if (!value.empty()) return value;
    }
    return text_in(node, k_longest_date_line);
}

void gather(const xmlNode* node, Gathered& out) {
    const auto name = name_of(node);
    if (name.empty()) return;
    if (name == "meta") return gather_meta(node, out);
    if (name == "title" && out.title.empty()) {
        out.title = collapse_space(text_in(node, k_longest_title));
    } else if (name == "link" && to_lower(attribute_of(node, "rel")) == "canonical" &&
               out.canonical.empty()) {
        out.canonical = attribute_of(node, "href");
    } else if (name == "script" && to_lower(attribute_of(node, "type")).starts_with("application/ld+json")) {
        read_json_ld(text_in(node, k_longest_json_ld + 1), out.json_ld);
    } else if (attribute_of(node, "itemprop").find("datePublished") != std::string::npos) {
        if (out.published.size() < k_most_times) out.published.push_back(date_attribute(node));
    } else if (name == "time" && out.times.size() < k_most_times) {
        out.times.push_back(date_attribute(node));
    }
}

Gathered gather_all(const HtmlTree& tree) {
    Gathered out;
    for (const auto* node = tree.root(); node != nullptr; node = next_node(node, tree.root()))
        gather(node, out);
    return out;
}

std::string meta_of(const Gathered& gathered, const char* name) {
    const auto found = gathered.metas.find(name);
    return found == gathered.metas.end() ? std::string{} : found->second;
}

std::string absolute_url(const Gathered& gathered) {
    for (const auto& url : {gathered.canonical, meta_of(gathered, "og:url")}) {
        if (url.starts_with("https://") || url.starts_with("http://")) return url;
    }
    return {};
}

/// The heading of the page that shares most words with what the page's head calls the article; empty if none
/// shares enough. An h1 needs less likeness than the lower headings, which old pages use for their headlines.
std::string heading_of(const PageOutline& outline, const std::vector<std::string>& head_titles,
                       std::string_view publisher) {
    std::string best;
    double most = 0;
    for (const auto& line : outline.lines) {
        if (line.kind != LineKind::heading || same_title(line.text, publisher)) continue;
        const double least = name_of(outline.elements[line.element].node) == "h1" ? 0.5 : 0.75;
        for (const auto& title : head_titles) {
            const double share = shared_words(line.text, title);
            if (share < least || share <= most) continue;
            most = share;
            best = line.text;
        }
    }
    return best;
}

/// A headline that stands in the page without heading markup, found by the page's <title>, which adds the
/// site's name behind it, before it, or before it with a colon; empty if there is none.
std::string unmarked_headline(const PageOutline& outline, const std::string& head_title) {
    const auto whole = title_letters(head_title);
    const auto colon = head_title.find(": ");
    auto tail = colon == std::string::npos ? std::string{} : head_title.substr(colon + 2);
    const auto tail_letters = title_letters(tail);
    for (const auto& line : outline.lines) {
        if (line.text.size() > k_longest_title) continue;
        const auto letters = title_letters(line.text);
        if (letters.size() >= k_least_headline_letters &&
            (whole.starts_with(letters) || whole.ends_with(letters))) {
            return line.text;
        }
        if (tail_letters.size() >= k_least_headline_letters && letters.starts_with(tail_letters)) return tail;
    }
    return {};
}

std::string first_heading(const PageOutline& outline) {
    const auto found = std::ranges::find(outline.lines, LineKind::heading, &PageLine::kind);
    return found == outline.lines.end() ? std::string{} : found->text;
}

/// The line where the article's headline stands, alone or with a byline behind it; nothing if it stands
/// nowhere.
std::optional<std::size_t> headline_line(const PageOutline& outline, std::string_view title) {
    const auto letters = title_letters(title);
    for (const bool in_heading : {true, false}) {
        for (std::size_t i = 0; i < outline.lines.size(); ++i) {
            const auto& line = outline.lines[i];
            if (in_heading && line.kind != LineKind::heading) continue;
            const bool leads = !in_heading && letters.size() >= k_least_headline_letters &&
                               line.text.size() <= k_longest_title &&
                               title_letters(line.text).starts_with(letters);
            if (leads || same_title(line.text, title)) return i;
        }
    }
    return std::nullopt;
}

/// The first date written out below the headline, else the nearest above it.
std::optional<Day> day_near_headline(const PageOutline& outline, std::string_view title) {
    const auto headline = headline_line(outline, title);
    if (!headline) return std::nullopt;
    const auto read = [&outline](std::size_t i) {
        const auto& text = outline.lines[i].text;
        return text.size() > k_longest_date_line ? std::nullopt : find_day(text);
    };
    const auto last = std::min(outline.lines.size(), *headline + 1 + k_lines_after_headline);
    for (auto i = *headline + 1; i < last; ++i) {
        if (const auto day = read(i)) return day;
    }
    for (auto i = *headline; i > 0 && i + k_lines_before_headline > *headline; --i) {
        if (const auto day = read(i - 1)) return day;
    }
    return std::nullopt;
}

/// Where the h1 bears out what the page's head says, it is the headline as readers see it; heads are also
/// written for search engines.
std::string title_of(const Gathered& gathered, const PageOutline& outline, const std::string& publisher) {
    std::vector<std::string> head_titles = {collapse_space(gathered.json_ld.headline),
                                            meta_of(gathered, "og:title"), gathered.title};
    for (auto& title : head_titles) {
        title = title.size() > k_longest_title ? std::string{} : clean_title(title, publisher);
    }
    auto heading = heading_of(outline, head_titles, publisher);
    if (!heading.empty()) return heading;
    auto unmarked = unmarked_headline(outline, collapse_space(gathered.title));
    if (!unmarked.empty()) return unmarked;
    const auto given = std::ranges::find_if_not(head_titles, &std::string::empty);
    return given == head_titles.end() ? first_heading(outline) : *given;
}

std::optional<Day> first_day(const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
        if (const auto day = find_day(text)) return day;
    }
    return std::nullopt;
}

std::optional<Day> published_day(const Gathered& gathered, const PageOutline& outline,
                                 const PageMetadata& known) {
    if (const auto day = find_day(gathered.json_ld.date_published)) return day;
    for (const auto* name : k_date_metas) {
        if (const auto day = find_day(meta_of(gathered, name))) return day;
    }
    if (const auto day = first_day(gathered.published)) return day;
    if (const auto day = find_day(known.url)) return day;
    if (const auto day = day_near_headline(outline, known.title)) return day;
    return first_day(gathered.times);
}

}  // namespace

PageMetadata read_metadata(const HtmlTree& tree, const PageOutline& outline) {
    const auto gathered = gather_all(tree);
    PageMetadata page;
    page.url = absolute_url(gathered);
    page.publisher = meta_of(gathered, "og:site_name");
    if (page.publisher.empty()) page.publisher = collapse_space(gathered.json_ld.publisher);
    page.json_body = gathered.json_ld.article_body;
    page.title = title_of(gathered, outline, page.publisher);
    page.date = published_day(gathered, outline, page);
    return page;
}

}  // namespace dragoman
