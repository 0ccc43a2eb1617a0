/// How well spans are resolved: takes a coded key (JSON Lines of the codebook's checker), keeps its triggers
/// and spans, hides every value, resolves them again and prints an answer for the scorer.
///
/// usage: resolve_gold DATA_DIR KEY.jsonl [--reasons | --choices] > ANSWER.jsonl
/// With --reasons every argument also carries its reason. With --choices it prints instead every choice of
/// the resolver among those whom a text names, for train/choice.py. Time per sentence goes to standard error.
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/utf8.h"
#include "event/act_table.h"
#include "resolve/party_resolver.h"
#include "resolve/resolver.h"

namespace {

using nlohmann::json;
using namespace std::string_view_literals;

/// Bytes of the code points of a text: at(n) is where the nth begins.
class ByteIndex {
  public:
    explicit ByteIndex(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); at += dragoman::decode_utf8(text, at).size)
            starts_.push_back(at);
        starts_.push_back(text.size());
    }
    [[nodiscard]] std::size_t at(std::size_t point) const { return starts_.at(point); }

  private:
    std::vector<std::size_t> starts_;
};

/// The corpus names sources as slugs ("us-state-department-..."); a page would carry the publisher's real
/// name.
std::string publisher_of(std::string source) {
    if (source.starts_with("us-state-department")) return "U.S. Department of State";
    return source;
}

dragoman::Article article_of(const json& key) {
    dragoman::Article article;
    article.id = key.at("id");
    article.title = key.value("title", "");
    article.publisher = publisher_of(key.value("source", ""));
    article.date = dragoman::parse_day(key.value("date", ""));
    return article;
}

dragoman::Mention mention_of(const json& event, std::size_t sentence, std::size_t base,
                             const ByteIndex& bytes, const dragoman::ActTable& acts) {
    const auto span_of = [&](const json& item) {
        return dragoman::Span{base + bytes.at(item.at("start")), base + bytes.at(item.at("end"))};
    };
    dragoman::Mention mention;
    mention.sentence = sentence;
    mention.act = acts.find(event.at("act").get<std::string>()).value();
    mention.trigger = span_of(event.at("trigger"));
    mention.status = dragoman::parse_status(event.at("status").get<std::string>()).value_or(mention.status);
    for (const auto& item : event.at("args")) {
        dragoman::Argument argument;
        const auto role = dragoman::parse_role(item.at("role").get<std::string>().front());
        if (!role) continue;
        argument.role = *role;
        argument.score = 1;
        if (!item.at("start").is_null()) argument.span = span_of(item);
        mention.arguments.push_back(argument);
    }
    return mention;
}

json answer_of(const dragoman::Document& document, const std::vector<dragoman::Event>& events,
               const dragoman::ActTable& acts, bool reasons) {
    const dragoman::CodePointIndex points{document.article.text};
    auto out = json::array();
    for (const auto& event : events) {
        auto arguments = json::array();
        for (const auto& argument : event.arguments) {
            json item{{"role", std::string(1, dragoman::role_letter(argument.role))},
                      {"start", nullptr},
                      {"end", nullptr},
                      {"value", argument.value}};
            if (argument.span) {
                item["start"] = points.at(argument.span->begin);
                item["end"] = points.at(argument.span->end);
            }
            if (reasons) item["reason"] = argument.reason;
            arguments.push_back(std::move(item));
        }
        out.push_back(
            {{"act", acts[event.act].name},
             {"status", dragoman::to_string(event.status)},
             {"trigger", {{"start", points.at(event.trigger.begin)}, {"end", points.at(event.trigger.end)}}},
             {"args", std::move(arguments)}});
    }
    return {{"id", document.article.id}, {"events", std::move(out)}};
}

/// The countries of the key's argument of that role and span, as candidates write them; nothing if there is
/// none.
std::optional<std::string> countries_in_key(const json& event, const dragoman::ChoiceRecord& record,
                                            std::size_t base, const ByteIndex& bytes) {
    for (const auto& item : event.at("args")) {
        if (item.at("role").get<std::string>().front() != dragoman::role_letter(record.role)) continue;
        std::optional<dragoman::Span> span;
        if (!item.at("start").is_null())
            span = dragoman::Span{base + bytes.at(item.at("start")), base + bytes.at(item.at("end"))};
        if (span != record.span) continue;
        std::vector<std::string> codes;
        for (const auto code : dragoman::split_fields(item.at("value").get_ref<const std::string&>(), '+'))
            codes.emplace_back(code);
        return dragoman::country_key(codes);
    }
    return std::nullopt;
}

json choice_of(const std::string& document, const dragoman::ChoiceRecord& record,
               const std::string& countries) {
    auto candidates = json::array();
    for (const auto& candidate : record.candidates)
        candidates.push_back({{"countries", candidate.countries}, {"features", candidate.features}});
    return {{"document", document},
            {"countries", countries},
            {"contexts", record.contexts},
            {"candidates", std::move(candidates)}};
}

/// A document of the key with what is needed to find an event's key again.
struct KeyDocument {
    dragoman::Document document;
    std::vector<dragoman::Mention> mentions;
    std::vector<const json*> events;  // of the mentions, in their order
    std::vector<std::size_t> bases;   // bytes before each sentence
    std::vector<ByteIndex> bytes;     // of each sentence
};

KeyDocument read_key(const json& key, const dragoman::ActTable& acts) {
    KeyDocument read{{article_of(key), {}}, {}, {}, {}, {}};
    auto& text = read.document.article.text;
    for (const auto& sentence : key.at("sentences")) {
        const std::string words = sentence.at("text");
        read.bases.push_back(text.size());
        read.bytes.emplace_back(words);
        for (const auto& event : sentence.at("events")) {
            read.mentions.push_back(
                mention_of(event, read.document.sentences.size(), text.size(), read.bytes.back(), acts));
            read.events.push_back(&event);
        }
        read.document.sentences.push_back({text.size(), text.size() + words.size()});
        text += words + '\n';
    }
    return read;
}

void print_choices(const KeyDocument& read, const std::vector<dragoman::ChoiceRecord>& log) {
    for (const auto& record : log) {
        const auto index = static_cast<std::size_t>(record.mention - read.mentions.data());
        const auto sentence = record.mention->sentence;
        const auto countries =
            countries_in_key(*read.events[index], record, read.bases[sentence], read.bytes[sentence]);
        if (countries) std::cout << choice_of(read.document.article.id, record, *countries).dump() << '\n';
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: resolve_gold DATA_DIR KEY.jsonl [--reasons | --choices]\n";
        return 2;
    }
    const std::string data_dir = argv[1];
    const std::string_view mode = argc > 3 ? argv[3] : "";
    const auto acts = dragoman::ActTable::load(data_dir + "/acts.tsv");
    const auto resolver = dragoman::Resolver::load(data_dir);
    if (!acts || !resolver) {
        std::cerr << (acts ? resolver.error() : acts.error()).to_line() << '\n';
        return 1;
    }
    std::ifstream in{argv[2]};
    std::size_t sentences = 0;
    std::chrono::nanoseconds spent{};
    for (std::string line; std::getline(in, line);) {
        const auto key = json::parse(line);
        const auto read = read_key(key, acts.value());
        std::vector<dragoman::ChoiceRecord> log;
        const auto start = std::chrono::steady_clock::now();
        const auto events = resolver->resolve(read.document, read.mentions, acts.value(),
                                              mode == "--choices"sv ? &log : nullptr);
        spent += std::chrono::steady_clock::now() - start;
        sentences += read.document.sentences.size();
        print_choices(read, log);
        if (mode != "--choices"sv)
            std::cout << answer_of(read.document, events, acts.value(), mode == "--reasons"sv).dump() << '\n';
    }
    std::cerr << fmt::format("{} sentences, {:.1f} microseconds each\n", sentences,
                             std::chrono::duration<double, std::micro>(spent).count() /
                                 static_cast<double>(std::max<std::size_t>(sentences, 1)));
    return 0;
}
