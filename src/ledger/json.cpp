#include "ledger/json.h"

namespace dragoman {
namespace {

using Json = nlohmann::ordered_json;

Json day_or_null(const std::optional<Day>& day) {
    return day ? Json(format_day(*day)) : Json(nullptr);
}

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json to_json(const RowCounts& counts) {
    return {{"new", counts.created},
            {"unchanged", counts.unchanged},
            {"replaced", counts.replaced},
            {"removed", counts.removed}};
}

Json to_json(const Span& span) {
    return {{"begin", span.begin}, {"end", span.end}};
}

Json to_json(const ArgumentRow& argument) {
    return {{"role", std::string{role_letter(argument.role)}},
            {"words", text_or_null(argument.words)},
            {"span", argument.span ? to_json(*argument.span) : Json(nullptr)},
            {"value", argument.value},
            {"reason", argument.reason},
            {"score", argument.score}};
}

}  // namespace

Json to_json(const StoreSummary& summary) {
    return {{"documents", to_json(summary.documents)},
            {"reports", to_json(summary.reports)},
            {"events", to_json(summary.events)}};
}

Json to_json(const Evidence& evidence) {
    auto arguments = Json::array();
    for (const auto& argument : evidence.arguments) arguments.push_back(to_json(argument));
    return {{"report", evidence.report},
            {"document", evidence.document},
            {"title", evidence.title},
            {"publisher", evidence.publisher},
            {"url", evidence.url},
            {"date", day_or_null(evidence.date)},
            {"model", evidence.model},
            {"sentence_number", evidence.sentence_number},
            {"sentence", to_json(evidence.sentence)},
            {"sentence_text", evidence.sentence_text},
            {"act", evidence.act},
            {"status", to_string(evidence.status)},
            {"score", evidence.score},
            {"status_score", evidence.status_score},
            {"trigger", to_json(evidence.trigger)},
            {"trigger_text", evidence.trigger_text},
            {"arguments", std::move(arguments)},
            {"leads", evidence.leads},
            {"link_reason", evidence.link_reason}};
}

Json to_json(const PairState& state) {
    return {{"field", state.field},
            {"from", state.from},
            {"to", state.to},
            {"directed", state.directed},
            {"value", state.value},
            {"detail", text_or_null(state.detail)},
            {"text", text_or_null(state.text)},
            {"claim", state.claim},
            {"status", to_string(state.status)},
            {"known", to_string(state.known)},
            {"since", text_or_null(state.since)},
            {"since_day", day_or_null(state.since_day)},
            {"reported", day_or_null(state.reported)},
            {"until", text_or_null(state.until)},
            {"until_day", day_or_null(state.until_day)},
            {"event", text_or_null(state.event)},
            {"until_event", text_or_null(state.until_event)},
            {"confirmed_by", text_or_null(state.confirmed_by)}};
}

Json to_json(const EventRow& event) {
    return {{"event", event.id},
            {"act", event.act},
            {"status", to_string(event.status)},
            {"actors", event.actors},
            {"recipients", event.recipients},
            {"time", text_or_null(event.time_value)},
            {"first_day", day_or_null(event.period.first)},
            {"last_day", day_or_null(event.period.last)},
            {"known", to_string(event.known)},
            {"day", day_or_null(event.day)},
            {"reported", day_or_null(event.reported)},
            {"place", text_or_null(event.place)},
            {"quantity", text_or_null(event.quantity)},
            {"reports", event.reports},
            {"documents", event.documents},
            {"confidence", event.confidence}};
}

Json to_json(const StateRow& row) {
    auto json = to_json(row.state);
    json["confidence"] = row.confidence;
    json["reports"] = row.reports;
    json["documents"] = row.documents;
    json["evidence"] = row.evidence ? to_json(*row.evidence) : Json(nullptr);
    return json;
}

Json to_json(const TimelineRow& row) {
    auto json = to_json(row.event);
    json["evidence"] = to_json(row.evidence);
    return json;
}

Json to_json(const EventDossier& dossier) {
    auto json = to_json(dossier.event);
    json["evidence"] = to_json(dossier.reports);
    json["states"] = to_json(dossier.states);
    return json;
}

Json to_json(const PairRow& row) {
    return {{"a", row.a},
            {"b", row.b},
            {"events", row.events},
            {"first_day", day_or_null(row.first_day)},
            {"last_day", day_or_null(row.last_day)},
            {"relations", row.relations}};
}

}  // namespace dragoman
