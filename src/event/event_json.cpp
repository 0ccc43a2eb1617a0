#include "event/event_json.h"

#include <array>
#include <cmath>

#include "base/utf8.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

/// Four digits are all that a probability is worth, and they keep files alike across machines.
double rounded(double score) {
    return std::round(score * 1e4) / 1e4;
}

void put_span(Json& object, const std::optional<Span>& span, const CodePointIndex& index) {
    object["start"] = span ? Json(index.at(span->begin)) : Json(nullptr);
    object["end"] = span ? Json(index.at(span->end)) : Json(nullptr);
}

Json span_to_json(const Span& span, const CodePointIndex& index, std::string_view text) {
    Json object;
    put_span(object, span, index);
    object["text"] = span.of(text);
    return object;
}

Json town_to_json(const std::optional<NamedPlace>& town) {
    if (!town) return nullptr;
    return {{"name", town->name}, {"lat", town->lat}, {"lon", town->lon}, {"geonames", town->geonames}};
}

Json argument_to_json(const CodedArgument& argument, const CodePointIndex& index, std::string_view text) {
    Json object;
    object["role"] = std::string(1, role_letter(argument.role));
    object["text"] = argument.span ? Json(argument.span->of(text)) : Json(nullptr);
    put_span(object, argument.span, index);
    object["value"] = argument.value;
    if (argument.role == Role::place) object["place"] = town_to_json(argument.town);
    object["reason"] = argument.reason;
    object["score"] = rounded(argument.score);
    return object;
}

Json document_to_json(const Article& article) {
    Json object;
    object["id"] = article.id;
    object["title"] = article.title;
    object["publisher"] = article.publisher;
    object["date"] = article.date ? Json(format_day(*article.date)) : Json(nullptr);
    object["url"] = article.url;
    return object;
}

}  // namespace

std::string plover_type_of(const Act& act, Status status) {
    constexpr std::array<std::string_view, 5> k_cooperative = {"CONSULT", "SUPPORT", "COOPERATE", "AID",
                                                               "CONCEDE"};
    const bool ahead = status == Status::planned || status == Status::possible;
    if (ahead && std::ranges::find(k_cooperative, act.plover_type) != k_cooperative.end()) return "AGREE";
    return act.plover_type;
}

Json event_to_json(const CodedDocument& coded, const Event& event, const ActTable& acts,
                   const CodePointIndex& index) {
    const auto& article = coded.document.article;
    const auto& act = acts[event.act];
    Json object;
    object["document"] = document_to_json(article);
    object["act"] = act.name;
    object["plover_type"] = plover_type_of(act, event.status);
    object["plover_mode"] = act.plover_mode;
    object["cameo"] = act.cameo;
    object["status"] = to_string(event.status);
    object["score"] = rounded(event.score);
    object["status_score"] = rounded(event.status_score);
    object["trigger"] = span_to_json(event.trigger, index, article.text);
    object["arguments"] = Json::array();
    for (const auto& argument : event.arguments) {
        object["arguments"].push_back(argument_to_json(argument, index, article.text));
    }
    object["sentence"] = span_to_json(coded.document.sentences[event.sentence], index, article.text);
    return object;
}

Json coding_to_json(const CodedDocument& coded, const ActTable& acts) {
    const CodePointIndex index{coded.document.article.text};
    Json object;
    object["id"] = coded.document.article.id;
    object["events"] = Json::array();
    for (const auto& event : coded.events) {
        Json line;
        line["act"] = acts[event.act].name;
        line["status"] = to_string(event.status);
        line["score"] = rounded(event.score);
        put_span(line["trigger"], event.trigger, index);
        line["args"] = Json::array();
        for (const auto& argument : event.arguments) {
            Json part;
            part["role"] = std::string(1, role_letter(argument.role));
            put_span(part, argument.span, index);
            part["value"] = argument.value;
            line["args"].push_back(std::move(part));
        }
        object["events"].push_back(std::move(line));
    }
    return object;
}

Json refusal_to_json(const CodedDocument& coded, const Refusal& refusal, const ActTable& acts,
                     const CodePointIndex& index) {
    const auto& article = coded.document.article;
    Json object;
    object["document"] = document_to_json(article);
    object["no_event"] = refusal.act ? "below the threshold" : "nothing looks like an act";
    if (refusal.act) {
        object["act"] = acts[*refusal.act].name;
        object["score"] = rounded(refusal.score);
        object["trigger"] = span_to_json(refusal.trigger, index, article.text);
    }
    object["sentence"] = span_to_json(coded.document.sentences[refusal.sentence], index, article.text);
    return object;
}

}  // namespace dragoman
