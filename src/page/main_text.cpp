#include "page/main_text.h"

#include <algorithm>

#include "page/boilerplate.h"

namespace dragoman {
namespace {

constexpr std::size_t k_sentence_bytes = 60;
constexpr std::size_t k_short_sentence_bytes = 25;  // if a full stop ends it
constexpr double k_most_links = 0.5;
constexpr double k_wrapper_share = 0.5;   // of all prose: an element that holds more is no boilerplate
constexpr double k_least_share = 0.05;    // of all prose: if less is left, class names have misled
constexpr double k_body_share = 0.4;      // of all prose: an element marked as body must hold more
constexpr double k_descend_share = 0.85;  // of the parent's prose: a child that holds more takes its place

bool ends_sentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\"") ||
           text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE3\x80\x82");
}

/// Bytes of prose in the line: 0 for what is no sentence.
double prose_of(const PageLine& line) {
    const bool is_sentence = line.text.size() >= k_sentence_bytes ||
                             (line.text.size() >= k_short_sentence_bytes && ends_sentence(line.text));
    if (!is_sentence || line.link_share() > k_most_links) return 0;
    return static_cast<double>(line.text.size() - line.link_bytes);
}

class MainFinder {
  public:
    explicit MainFinder(const PageOutline& outline) : outline_(outline) {}

    std::vector<std::size_t> run() {
        if (outline_.elements.empty()) return {};
        find_headlines();
        drop_boilerplate(true);
        if (prose_[0] < k_least_share * all_prose()) drop_boilerplate(false);
        const auto root = find_root();
        const auto headline = headline_before(root);
        std::vector<std::size_t> lines;
        for (std::size_t i = 0; i < outline_.lines.size(); ++i) {
            const auto& line = outline_.lines[i];
            const bool inside = line.element >= root && line.element < outline_.elements[root].end;
            const bool leads = i > headline && line.element < root && prose_of(line) > 0;
            if ((inside || leads) && !dropped_[line.element] && is_kept(line)) lines.push_back(i);
        }
        trim(lines);
        return lines;
    }

  private:
    [[nodiscard]] double all_prose() const {
        double sum = 0;
        for (const auto& line : outline_.lines) sum += prose_of(line);
        return sum;
    }

    /// Sums the prose that is not dropped, for every element with all below it.
    void weigh() {
        prose_.assign(outline_.elements.size(), 0);
        for (const auto& line : outline_.lines) {
            if (!dropped_[line.element]) prose_[line.element] += prose_of(line);
        }
        for (std::size_t i = outline_.elements.size(); i-- > 1;)
            prose_[outline_.elements[i].parent] += prose_[i];
    }

    /// Class names are only advice: `by_name` false leaves them out.
    void drop_boilerplate(bool by_name) {
        dropped_.assign(outline_.elements.size(), false);
        weigh();
        for (std::size_t i = 1; i < outline_.elements.size(); ++i) {
            const auto& element = outline_.elements[i];
            dropped_[i] = dropped_[element.parent] || (is_marked(element.node, by_name) && !is_wrapper(i));
        }
        weigh();
    }

    static bool is_marked(const xmlNode* node, bool by_name) {
        return is_boilerplate_element(node) || (by_name && is_named_boilerplate(node));
    }

    /// True if the element must be more than its marks say: it holds most of the prose and is no long cookie
    /// notice.
    [[nodiscard]] bool is_wrapper(std::size_t i) const {
        if (prose_[i] < k_wrapper_share * prose_[0]) return false;
        return !is_overlay(outline_.elements[i].node) || holds_headline_[i];
    }

    /// Finds the elements that are, or hold, what only an article's own wrapper holds.
    void find_headlines() {
        holds_headline_.assign(outline_.elements.size(), false);
        for (std::size_t i = outline_.elements.size(); i-- > 1;) {
            const auto& element = outline_.elements[i];
            const auto name = name_of(element.node);
            const bool found =
                name == "h1" || name == "article" || name == "main" || is_marked_body(element.node);
            if (found || holds_headline_[i]) holds_headline_[i] = holds_headline_[element.parent] = true;
        }
    }

    [[nodiscard]] std::size_t find_root() const {
        std::size_t root = 0;
        for (std::size_t i = 1; i < outline_.elements.size(); ++i) {
            if (prose_[i] > k_body_share * prose_[0] && is_marked_body(outline_.elements[i].node)) return i;
        }
        while (true) {
            const auto child = heaviest_child(root);
            if (child == root || prose_[child] < k_descend_share * prose_[root]) return root;
            root = child;
        }
    }

    /// The last line in an h1 before the element: what is between them leads the article in. The number of
    /// lines if there is none.
    [[nodiscard]] std::size_t headline_before(std::size_t root) const {
        auto headline = outline_.lines.size();
        for (std::size_t i = 0; i < outline_.lines.size() && outline_.lines[i].element < root; ++i) {
            if (name_of(outline_.elements[outline_.lines[i].element].node) == "h1") headline = i;
        }
        return headline;
    }

    [[nodiscard]] std::size_t heaviest_child(std::size_t parent) const {
        auto best = parent;
        for (auto i = parent + 1; i < outline_.elements[parent].end; i = outline_.elements[i].end) {
            if (best == parent || prose_[i] > prose_[best]) best = i;
        }
        return best;
    }

    /// Drops what stands around the prose: byline, place, date, tags. A list may end an article, a heading
    /// begin it.
    void trim(std::vector<std::size_t>& lines) const {
        const auto is_prose = [this](std::size_t i) { return prose_of(outline_.lines[i]) > 0; };
        const auto first = std::ranges::find_if(lines, is_prose);
        if (first == lines.end()) return;
        const auto is_kind = [this](std::size_t i, LineKind kind) { return outline_.lines[i].kind == kind; };
        lines.erase(
            std::remove_if(lines.begin(), first, [&](auto i) { return !is_kind(i, LineKind::heading); }),
            first);
        while (!is_prose(lines.back()) && !is_kind(lines.back(), LineKind::item)) lines.pop_back();
    }

    static bool is_kept(const PageLine& line) {
        return line.link_share() < 0.8 && !is_boilerplate_line(line);
    }

    const PageOutline& outline_;
    std::vector<bool> dropped_;
    std::vector<bool> holds_headline_;
    std::vector<double> prose_;
};

}  // namespace

std::vector<std::size_t> find_main_lines(const PageOutline& outline) {
    return MainFinder{outline}.run();
}

}  // namespace dragoman
