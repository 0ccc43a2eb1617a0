#include "ledger/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/file.h"
#include "base/hash.h"
#include "ledger/identity.h"

namespace dragoman {
namespace {

bool fits(const Span& span, const Document& document) {
    return span.begin <= span.end && span.end <= document.article.text.size();
}

std::optional<std::string> fault_of(const Event& event, const Document& document, const ActTable& acts) {
    if (event.sentence >= document.sentences.size()) return "an event of a sentence that does not exist";
    if (static_cast<std::size_t>(event.act) >= acts.size()) return "an event with an act that does not exist";
    if (!fits(event.trigger, document)) return "a trigger outside the text";
    for (const auto& argument : event.arguments) {
        if (argument.span && !fits(*argument.span, document)) return "an argument outside the text";
    }
    return std::nullopt;
}

std::optional<std::string> fault_of(const CodedDocument& coded, const ActTable& acts) {
    const auto& document = coded.document;
    if (document.article.id.empty()) return "a document without an id";
    for (const auto& sentence : document.sentences) {
        if (!fits(sentence, document)) return "a sentence outside the text";
    }
    for (const auto& event : coded.events) {
        if (auto fault = fault_of(event, document, acts)) return fault;
    }
    return std::nullopt;
}

std::vector<std::string> codes_of(const Event& event, Role role, const PartyTable& parties) {
    std::vector<std::string> codes;
    for (const auto& argument : event.arguments) {
        if (argument.role != role) continue;
        for (const auto code : split_fields(argument.value, '+')) {
            if (parties.is_somebody(code)) codes.emplace_back(code);
        }
    }
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
}

void fill_time(Report& report) {
    for (const auto& argument : report.event->arguments) {
        if (argument.role != Role::time) continue;
        const auto period = parse_period(argument.value);
        if (!period || (!period->first && !period->last)) continue;
        report.time_value = argument.value;
        report.stated = *period;
        return;
    }
}

std::string_view words_of(const CodedArgument& argument, const Document& document) {
    return argument.span ? document.text_of(*argument.span) : std::string_view{};
}

void fill_place(Report& report, const Document& document) {
    for (const auto& argument : report.event->arguments) {
        if (argument.role != Role::place || !report.place.empty()) continue;
        report.place = words_of(argument, document);
    }
    const bool is_recipient =
        std::ranges::any_of(report.event->arguments, [&](const CodedArgument& argument) {
            return argument.role == Role::recipient && words_of(argument, document) == report.place;
        });
    if (!is_recipient) report.city = report.place;
}

void fill_quantity(Report& report) {
    const auto& arguments = report.event->arguments;
    const auto quantity = std::ranges::find(arguments, Role::quantity, &CodedArgument::role);
    if (quantity != arguments.end()) report.quantity = quantity->value;
}

/// Everything of an event in one text that no other event gives: lengths stand before texts.
std::string canonical(const Event& event, const std::string& act) {
    std::string out;
    auto add = std::back_inserter(out);
    fmt::format_to(add, "{} {} {} {}-{} {} {}\n", event.sentence, act, event.score, event.trigger.begin,
                   event.trigger.end, to_string(event.status), event.status_score);
    for (const auto& argument : event.arguments) {
        out += role_letter(argument.role);
        if (argument.span) fmt::format_to(add, " {}-{}", argument.span->begin, argument.span->end);
        fmt::format_to(add, " {} {}:{} {}:{}\n", argument.score, argument.value.size(), argument.value,
                       argument.reason.size(), argument.reason);
    }
    return out;
}

std::string canonical(const Document& document, const std::string& model) {
    const auto& article = document.article;
    std::string out;
    for (const auto& field : {article.id, article.title, article.url, article.publisher,
                              article.date ? format_day(*article.date) : std::string{}, model}) {
        fmt::format_to(std::back_inserter(out), "{}:{}\n", field.size(), field);
    }
    for (const auto& sentence : document.sentences) {
        fmt::format_to(std::back_inserter(out), "{}-{}\n", sentence.begin, sentence.end);
    }
    return out;
}

/// Ids that depend on the document, the trigger and the act; were a coder to give the same twice, on their
/// number too.
class ReportIds {
  public:
    std::string next(const std::string& document, const Event& event, const std::string& act) {
        auto key = fmt::format("{}\n{}\n{}\n{}", document, event.trigger.begin, event.trigger.end, act);
        if (const auto before = seen_[key]++; before > 0) key += fmt::format("\n{}", before);
        return make_id('r', key);
    }

  private:
    std::map<std::string, int> seen_;
};

}  // namespace

std::string make_id(char letter, std::string_view key) {
    constexpr std::size_t k_digits = 12;
    return fmt::format("{}{}", letter, std::string_view{sha256_hex(key)}.substr(0, k_digits));
}

Result<ReadingRecord> make_reading(const CodedDocument& coded, const std::string& model, const ActTable& acts,
                                   const PartyTable& parties) {
    const auto& article = coded.document.article;
    if (const auto fault = fault_of(coded, acts))
        return Error{ErrorKind::malformed, "has " + *fault, article.id};
    ReadingRecord reading;
    reading.text_sha = sha256_hex(article.text);
    auto whole = canonical(coded.document, model) + reading.text_sha;
    ReportIds ids;
    for (const auto& event : coded.events) {
        const auto& act = acts[event.act];
        Report report;
        report.event = &event;
        report.act = act.name;
        report.id = ids.next(article.id, event, act.name);
        report.actors = codes_of(event, Role::actor, parties);
        report.recipients = codes_of(event, Role::recipient, parties);
        fill_time(report);
        fill_place(report, coded.document);
        fill_quantity(report);
        report.block = identity_block(act, event.status, report.actors, report.recipients, article.id,
                                      event.sentence, parties);
        report.sha = sha256_hex(canonical(event, act.name));
        whole += report.sha;
        reading.reports.push_back(std::move(report));
    }
    reading.sha = sha256_hex(whole);
    return reading;
}

}  // namespace dragoman
