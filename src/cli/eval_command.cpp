#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/home.h"
#include "cli/load_engine.h"
#include "cli/progress.h"
#include "cli/table.h"
#include "eval/coding.h"
#include "eval/evaluate.h"
#include "eval/figures_json.h"
#include "eval/reliability.h"
#include "event/event_json.h"

namespace dragoman {
namespace {

constexpr std::size_t k_batch_documents = 256;
constexpr std::size_t k_sentence_width = 100;

Result<Article> article_of(const KeyDocument& document, const std::string& place) {
    Article article;
    article.id = document.id;
    article.title = document.title;
    article.text = document.text();
    if (document.date.empty() || document.date == "?") return article;
    const auto day = parse_day(document.date);
    if (!day) {
        return Error{ErrorKind::malformed,
                     fmt::format("{} has the date '{}', not YYYY-MM-DD", document.id, document.date), place};
    }
    article.date = *day;
    return article;
}

/// What the engine says of the key's texts, in the exchange form.
Result<std::string> code_texts(const std::vector<KeyDocument>& key, const std::string& place,
                               const Engine& engine) {
    Progress progress{key.size()};
    std::string lines;
    for (std::size_t at = 0; at < key.size(); at += k_batch_documents) {
        std::vector<Article> articles;
        for (std::size_t i = at; i < std::min(key.size(), at + k_batch_documents); ++i) {
            auto article = article_of(key[i], place);
            if (!article) return article.error();
            articles.push_back(std::move(article).value());
        }
        for (const auto& coded : engine.code(std::move(articles))) {
            lines += coding_to_json(coded, engine.acts()).dump() + "\n";
        }
        progress.show(std::min(key.size(), at + k_batch_documents), "documents");
    }
    progress.clear();
    return lines;
}

Result<Answer> answer_of(const EvalOptions& options, const std::vector<KeyDocument>& key,
                         const std::string& home) {
    if (!options.answer.empty()) {
        const auto bytes = read_file(options.answer);
        if (!bytes) return bytes.error();
        return parse_answer(bytes.value(), options.answer);
    }
    const auto engine = load_engine(home, options);
    if (!engine) return engine.error();
    const auto lines = code_texts(key, options.key, *engine.value());
    if (!lines) return lines.error();
    return parse_answer(lines.value(), "what was coded");
}

using Row = std::vector<std::string>;

std::string percent(double value) {
    return fmt::format("{:.1f}", 100 * value);
}

Row row_of(const std::string& name, const Ratio& ratio) {
    return {name, percent(ratio.f1()), percent(ratio.precision()), percent(ratio.recall()),
            fmt::format("{}", ratio.expected)};
}

Row row_of(const std::string& name, double share, std::size_t count) {
    return {name, percent(share), "", "", fmt::format("{}", count)};
}

void print_figures(const Figures& figures) {
    const auto found = figures.find.hits;
    std::cout << format_table(
        {{"%", "F1", "precision", "recall", "of"},
         row_of("find", figures.find),
         row_of("type", figures.type),
         row_of("act", figures.act),
         row_of("tuple", figures.tuple),
         row_of("interstate", figures.interstate),
         row_of("tuple, status", figures.tuple_status),
         row_of("role", figures.role),
         row_of("place", figures.place),
         row_of("quantity", figures.quantity),
         row_of("status, mean F1", figures.status_macro_f1(), found),
         row_of("status right", figures.status_accuracy(), found),
         row_of("country right", figures.country.precision(), figures.country.expected),
         row_of("code right", figures.code.precision(), figures.code.expected),
         row_of("date right", figures.date_strict.precision(), figures.date_strict.expected),
         row_of("month right", figures.date_loose.precision(), figures.date_loose.expected)});
}

void print_reliability(const Reliability& reliability) {
    std::vector<Row> table = {{"score", "events", "mean score", "right"}};
    for (std::size_t i = 0; i < reliability.bins.size(); ++i) {
        const auto& bin = reliability.bins[i];
        if (bin.count == 0) continue;
        table.push_back({fmt::format(".{}", i), fmt::format("{}", bin.count), percent(bin.mean_score()),
                         percent(bin.accuracy())});
    }
    std::cout << "\nwhat a score means (expected calibration error " << percent(reliability.error) << ")\n"
              << format_table(table);
}

void print_acts(const Figures& figures) {
    std::vector<Row> table = {{"act", "F1", "precision", "recall", "of"}};
    table.reserve(1 + figures.by_act.size());
    for (const auto& [act, ratio] : figures.by_act) table.push_back(row_of(act, ratio));
    std::cout << '\n' << format_table(table);
}

void print_misses(const std::vector<Miss>& misses) {
    std::vector<Row> table;
    table.reserve(misses.size());
    for (const auto& miss : misses) {
        table.push_back({miss.in_key ? "missed" : "wrong", miss.document, miss.act, miss.trigger,
                         shorten(miss.sentence, k_sentence_width)});
    }
    std::cout << '\n' << format_table(table);
}

nlohmann::ordered_json misses_to_json(const std::vector<Miss>& misses) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& miss : misses) {
        list.push_back({{"what", miss.in_key ? "missed" : "wrong"},
                        {"document", miss.document},
                        {"act", miss.act},
                        {"trigger", miss.trigger},
                        {"sentence", miss.sentence}});
    }
    return list;
}

void print_json(const Evaluation& evaluation, const EvalOptions& options) {
    auto json = figures_to_json(evaluation.figures, options.by_act);
    if (!evaluation.judged.empty()) {
        json["reliability"] = reliability_to_json(reliability_of(evaluation.judged));
    }
    if (options.errors) json["errors"] = misses_to_json(evaluation.misses);
    std::cout << json.dump() << '\n';
}

}  // namespace

int run_eval(const EvalOptions& options) {
    const auto home = find_home();
    if (!home) return fail(home.error());
    const auto acts = ActTable::load(home.value() + "/data/acts.tsv");
    if (!acts) return fail(acts.error());
    const auto bytes = read_file(options.key);
    if (!bytes) return fail(bytes.error());
    const auto key = parse_key(bytes.value(), options.key);
    if (!key) return fail(key.error());
    const auto answer = answer_of(options, key.value(), home.value());
    if (!answer) return fail(answer.error());
    const auto evaluation = evaluate(key.value(), answer.value(), acts.value());
    if (options.json) {
        print_json(evaluation, options);
        return k_done;
    }
    print_figures(evaluation.figures);
    if (!evaluation.judged.empty()) print_reliability(reliability_of(evaluation.judged));
    if (options.by_act) print_acts(evaluation.figures);
    if (options.errors) print_misses(evaluation.misses);
    const auto unanswered = std::ranges::count_if(
        key.value(), [&](const KeyDocument& document) { return !answer->contains(document.id); });
    if (unanswered > 0) std::cerr << fmt::format("{} documents were not answered\n", unanswered);
    return k_done;
}

}  // namespace dragoman
