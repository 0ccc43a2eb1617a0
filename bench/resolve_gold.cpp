/// How well spans are resolved: takes a coded key (JSON Lines of the codebook's checker), keeps its triggers
/// and spans, hides every value, resolves them again and prints an answer for the scorer.
///
/// usage: resolve_gold DATA_DIR KEY.jsonl [--reasons] > ANSWER.jsonl
/// With --reasons every argument also carries its reason and the key's value. Time per sentence goes to
/// standard error.
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "event/act_table.h"
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

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: resolve_gold DATA_DIR KEY.jsonl [--reasons]\n";
        return 2;
    }
    const std::string data_dir = argv[1];
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
        dragoman::Document document{article_of(key), {}};
        std::vector<dragoman::Mention> mentions;
        for (const auto& sentence : key.at("sentences")) {
            const std::string text = sentence.at("text");
            const auto base = document.article.text.size();
            const ByteIndex bytes{text};
            for (const auto& event : sentence.at("events")) {
                mentions.push_back(mention_of(event, document.sentences.size(), base, bytes, acts.value()));
            }
            document.article.text += text + '\n';
            document.sentences.push_back({base, base + text.size()});
        }
        const auto start = std::chrono::steady_clock::now();
        const auto events = resolver->resolve(document, mentions, acts.value());
        spent += std::chrono::steady_clock::now() - start;
        sentences += document.sentences.size();
        std::cout << answer_of(document, events, acts.value(), argc > 3 && argv[3] == "--reasons"sv).dump()
                  << '\n';
    }
    std::cerr << fmt::format("{} sentences, {:.1f} microseconds each\n", sentences,
                             std::chrono::duration<double, std::micro>(spent).count() /
                                 static_cast<double>(std::max<std::size_t>(sentences, 1)));
    return 0;
}
