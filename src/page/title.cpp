#include "page/title.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/file.h"
#include "page/ascii.h"

namespace dragoman {

/// All bytes beyond ASCII count as letters but the typographic marks (U+20xx).
std::string title_letters(std::string_view title) {
    std::string out;
    for (std::size_t at = 0; at < title.size(); ++at) {
        if (title.substr(at).starts_with("\xE2\x80")) {
            at += 2;
        } else if (is_alnum(title[at]) || static_cast<unsigned char>(title[at]) >= 0x80) {
            out += to_lower(title[at]);
        }
    }
    return out;
}

namespace {

constexpr auto k_separators = std::to_array<std::string_view>(
    {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xB7 ", " \xE2\x80\xA2 "});
constexpr std::size_t k_longest_site_name = 40;

std::set<std::string> words_of(std::string_view title) {
    std::set<std::string> words;
    for (const auto field : split_fields(title, ' ')) {
        if (auto word = title_letters(field); !word.empty()) words.insert(std::move(word));
    }
    return words;
}

/// Where the last separator of the title stands, and how long it is.
struct Cut {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
};

Cut last_cut(std::string_view title) {
    Cut last;
    for (const auto separator : k_separators) {
        const auto at = title.rfind(separator);
        if (at == std::string_view::npos) continue;
        if (last.size == 0 || at > last.at) last = {at, separator.size()};
    }
    return last;
}

Cut first_cut(std::string_view title) {
    Cut first;
    for (const auto separator : k_separators) {
        const auto at = title.find(separator);
        if (at < first.at) first = {at, separator.size()};
    }
    return first;
}

/// "The Example Post" for "example post", and "Example Post: World" for "Example Post".
bool is_site_name(std::string_view part, std::string_view publisher) {
    const auto name = title_letters(publisher);
    const auto text = title_letters(part);
    if (name.empty() || text.empty()) return false;
    return text == name || text.starts_with(name) || text.ends_with(name) ||
           (text.size() >= 3 && name.find(text) != std::string::npos);
}

}  // namespace

bool same_title(std::string_view left, std::string_view right) {
    const auto bare_left = title_letters(left);
    return !bare_left.empty() && bare_left == title_letters(right);
}

double shared_words(std::string_view left, std::string_view right) {
    const auto of_left = words_of(left);
    const auto of_right = words_of(right);
    if (of_left.empty() || of_right.empty()) return 0;
    const auto shared =
        std::ranges::count_if(of_left, [&](const auto& word) { return of_right.contains(word); });
    return 2.0 * static_cast<double>(shared) / static_cast<double>(of_left.size() + of_right.size());
}

std::string clean_title(std::string_view title, std::string_view publisher) {
    title = trim(title);
    while (true) {
        const auto last = last_cut(title);
        if (last.size == 0) return std::string{title};
        const auto front = trim(title.substr(0, last.at));
        const auto back = trim(title.substr(last.at + last.size));
        const bool bar = title.substr(last.at, last.size) == " | ";
        const bool names_site =
            is_site_name(back, publisher) || (bar && publisher.empty() && back.size() <= k_longest_site_name);
        if (names_site && !front.empty()) {
            title = front;
            continue;
        }
        const auto first = first_cut(title);
        if (!is_site_name(title.substr(0, first.at), publisher)) return std::string{title};
        return std::string{trim(title.substr(first.at + first.size))};
    }
}

}  // namespace dragoman
