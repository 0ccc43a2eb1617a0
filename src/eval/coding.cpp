#include "eval/coding.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "base/file.h"
#include "base/json_message.h"
#include "base/utf8.h"

namespace dragoman {
namespace {

using nlohmann::json;

std::size_t code_points(std::string_view text) {
    return CodePointIndex{text}.at(text.size());
}

Span read_span(const json& object, std::size_t base) {
    return {base + object.at("start").get<std::size_t>(), base + object.at("end").get<std::size_t>()};
}

/// A field that may be missing or null, as text.
std::string optional_text(const json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

KeyArgument read_argument(const json& object, std::size_t base) {
    KeyArgument argument;
    argument.role = object.at("role").get<std::string>().at(0);
    const auto start = object.find("start");
    if (start != object.end() && !start->is_null()) argument.span = read_span(object, base);
    argument.value = optional_text(object, "value");
    return argument;
}

KeyEvent read_event(const json& object, std::size_t base, std::size_t sentence) {
    KeyEvent event;
    event.act = object.at("act").get<std::string>();
    event.status = object.at("status").get<std::string>();
    event.trigger = read_span(object.at("trigger"), base);
    event.sentence = sentence;
    if (const auto score = object.find("score"); score != object.end()) event.score = score->get<double>();
    for (const auto& argument : object.at("args")) event.arguments.push_back(read_argument(argument, base));
    return event;
}

KeyDocument read_document(const json& object) {
    KeyDocument document;
    document.id = object.at("id").get<std::string>();
    document.date = optional_text(object, "date");
    document.title = optional_text(object, "title");
    std::size_t base = 0;
    for (const auto& sentence : object.at("sentences")) {
        document.starts.push_back(base);
        for (const auto& event : sentence.at("events")) {
            document.events.push_back(read_event(event, base, document.sentences.size()));
        }
        document.sentences.push_back(sentence.at("text").get<std::string>());
        base += code_points(document.sentences.back()) + 1;
    }
    return document;
}

/// Calls `take` with each line's JSON; what it throws becomes an error that names the line.
template <class Take>
Result<void> for_each_line(std::string_view lines, const std::string& place, const Take& take) {
    std::size_t number = 0;
    for (const auto line : split_lines(lines)) {
        ++number;
        if (trim(line).empty()) continue;
        try {
            take(json::parse(line));
        } catch (const std::exception& problem) {
            return Error{ErrorKind::malformed,
                         fmt::format("is not a coded document: {}", plain_json_message(problem.what())),
                         fmt::format("{}:{}", place, number)};
        }
    }
    return {};
}

}  // namespace

std::string KeyDocument::text() const {
    std::string joined;
    for (const auto& sentence : sentences) joined += (joined.empty() ? "" : "\n") + sentence;
    return joined;
}

Result<std::vector<KeyDocument>> parse_key(std::string_view lines, const std::string& place) {
    std::vector<KeyDocument> key;
    const auto read =
        for_each_line(lines, place, [&](const json& object) { key.push_back(read_document(object)); });
    if (!read) return read.error();
    if (key.empty()) return Error{ErrorKind::malformed, "holds no coded document", place};
    return key;
}

Result<Answer> parse_answer(std::string_view lines, const std::string& place) {
    Answer answer;
    const auto read = for_each_line(lines, place, [&](const json& object) {
        if (object.contains("sentences")) {
            auto document = read_document(object);
            answer[document.id] = std::move(document.events);
            return;
        }
        std::vector<KeyEvent> events;
        for (const auto& event : object.at("events")) events.push_back(read_event(event, 0, 0));
        answer[object.at("id").get<std::string>()] = std::move(events);
    });
    if (!read) return read.error();
    return answer;
}

}  // namespace dragoman
