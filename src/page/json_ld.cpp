#include "page/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace dragoman {
namespace {

using nlohmann::json;

constexpr int k_deepest = 32;

std::string text_of(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool names_type(const json& object, std::string_view part) {
    const auto type = object.find("@type");
    if (type == object.end()) return false;
    const auto matches = [part](const json& name) {
        return name.is_string() && name.get_ref<const std::string&>().find(part) != std::string::npos;
    };
    return matches(*type) || (type->is_array() && std::ranges::any_of(*type, matches));
}

void set_if_empty(std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
}

void read_article(const json& object, JsonLd& known) {
    set_if_empty(known.headline, text_of(object, "headline"));
    set_if_empty(known.date_published, text_of(object, "datePublished"));
    set_if_empty(known.article_body, text_of(object, "articleBody"));
    const auto publisher = object.find("publisher");
    if (publisher == object.end()) return;
    const auto& first = publisher->is_array() && !publisher->empty() ? publisher->front() : *publisher;
    set_if_empty(known.publisher, first.is_string()   ? first.get<std::string>()
                                  : first.is_object() ? text_of(first, "name")
                                                      : std::string{});
}

}  // namespace

void read_json_ld(std::string_view script, JsonLd& known) {
    if (script.size() > k_longest_json_ld) return;
    const auto shallow = [](int depth, json::parse_event_t, json&) { return depth <= k_deepest; };
    // Raw line ends and tabs inside strings are a frequent slip; outside of strings a space is as good.
    std::string cleaned{script};
    std::ranges::replace_if(
        cleaned, [](char c) { return c >= 0 && c < ' '; }, ' ');
    const auto root = json::parse(cleaned, shallow, false, true);
    if (root.is_discarded()) return;
    std::vector<const json*> objects{
        &root};  // grows while it is read: parents before children, in their order
    for (std::size_t at = 0; at < objects.size(); ++at) {
        const auto& value = *objects[at];
        if (value.is_structured()) {
            for (const auto& child : value) objects.push_back(&child);
        }
    }
    for (const auto* object : objects) {
        if (!object->is_object()) continue;
        if (names_type(*object, "Article") || names_type(*object, "Posting")) read_article(*object, known);
    }
    for (const auto* object : objects) {
        if (!object->is_object() || !names_type(*object, "WebPage")) continue;
        set_if_empty(known.date_published, text_of(*object, "datePublished"));
    }
}

}  // namespace dragoman
