#include "cli/event_printer.h"

#include <fmt/format.h>

#include <vector>

#include "cli/table.h"
#include "event/event_json.h"

namespace dragoman {
namespace {

constexpr std::size_t k_sentence_width = 70;

std::string joined_values(const Event& event, Role role, std::string_view separator) {
    std::string joined;
    for (const auto& argument : event.arguments) {
        if (argument.role != role) continue;
        if (!joined.empty()) joined += separator;
        joined += argument.value;
    }
    return joined;
}

std::string parties_of(const Event& event) {
    auto actors = joined_values(event, Role::actor, ", ");
    const auto recipients = joined_values(event, Role::recipient, ", ");
    if (recipients.empty()) return actors;
    return actors + (actors.empty() ? "> " : " > ") + recipients;
}

/// One block a document: its heading, then a line for each event.
class TablePrinter : public EventPrinter {
  public:
    TablePrinter(bool explain, const ActTable& acts, std::ostream& out)
        : explain_(explain), acts_(acts), out_(out) {}

    void print(const CodedDocument& coded) override {
        const auto& article = coded.document.article;
        const auto& heading = article.title.empty() ? article.id : article.title;
        out_ << fmt::format("{}  {}\n", article.date ? format_day(*article.date) : "no date   ", heading);
        if (explain_) {
            print_explained(coded);
        } else {
            print_lines(coded);
        }
        if (coded.events.empty()) out_ << "  no event\n";
        out_ << '\n';
    }

  private:
    [[nodiscard]] std::vector<std::string> line_of(const CodedDocument& coded, const Event& event) const {
        const auto sentence = coded.document.text_of(coded.document.sentences[event.sentence]);
        return {"  " + acts_[event.act].name,
                std::string{to_string(event.status)},
                parties_of(event),
                joined_values(event, Role::time, ", "),
                joined_values(event, Role::quantity, ", "),
                fmt::format("{:.2f}", event.score),
                shorten(sentence, k_sentence_width)};
    }

    void print_lines(const CodedDocument& coded) {
        std::vector<std::vector<std::string>> rows;
        rows.reserve(coded.events.size());
        for (const auto& event : coded.events) rows.push_back(line_of(coded, event));
        out_ << format_table(rows);
    }

    void print_explained(const CodedDocument& coded) {
        auto event = coded.events.begin();
        auto refusal = coded.refusals.begin();
        for (std::size_t s = 0; s < coded.document.sentences.size(); ++s) {
            out_ << "  " << coded.document.text_of(coded.document.sentences[s]) << '\n';
            for (; event != coded.events.end() && event->sentence == s; ++event) explain(coded, *event);
            for (; refusal != coded.refusals.end() && refusal->sentence == s; ++refusal)
                explain(coded, *refusal);
        }
    }

    void explain(const CodedDocument& coded, const Event& event) {
        out_ << fmt::format("    {} \"{}\" {:.2f}, {} {:.2f}\n", acts_[event.act].name,
                            coded.document.text_of(event.trigger), event.score, to_string(event.status),
                            event.status_score);
        for (const auto& argument : event.arguments) {
            const auto words = argument.span ? fmt::format("\"{}\"", coded.document.text_of(*argument.span))
                                             : std::string{"not said here"};
            out_ << fmt::format("      {} {} = {}  ({})\n", role_letter(argument.role), words,
                                argument.value.empty() ? "-" : argument.value, argument.reason);
        }
    }

    void explain(const CodedDocument& coded, const Refusal& refusal) {
        if (!refusal.act) {
            out_ << "    no event: nothing looks like an act\n";
            return;
        }
        out_ << fmt::format("    no event: {} \"{}\" has only {:.2f}\n", acts_[*refusal.act].name,
                            coded.document.text_of(refusal.trigger), refusal.score);
    }

    bool explain_;
    const ActTable& acts_;
    std::ostream& out_;
};

class JsonPrinter : public EventPrinter {
  public:
    JsonPrinter(bool explain, const ActTable& acts, std::ostream& out)
        : explain_(explain), acts_(acts), out_(out) {}

    void print(const CodedDocument& coded) override {
        const CodePointIndex index{coded.document.article.text};
        for (const auto& event : coded.events)
            out_ << event_to_json(coded, event, acts_, index).dump() << '\n';
        if (!explain_) return;
        for (const auto& refusal : coded.refusals)
            out_ << refusal_to_json(coded, refusal, acts_, index).dump() << '\n';
    }

  private:
    bool explain_;
    const ActTable& acts_;
    std::ostream& out_;
};

class CodingPrinter : public EventPrinter {
  public:
    CodingPrinter(const ActTable& acts, std::ostream& out) : acts_(acts), out_(out) {}

    void print(const CodedDocument& coded) override { out_ << coding_to_json(coded, acts_).dump() << '\n'; }

  private:
    const ActTable& acts_;
    std::ostream& out_;
};

}  // namespace

std::unique_ptr<EventPrinter> make_printer(const std::string& format, bool explain, const ActTable& acts,
                                           std::ostream& out) {
    if (format == "jsonl") return std::make_unique<JsonPrinter>(explain, acts, out);
    if (format == "coding-jsonl") return std::make_unique<CodingPrinter>(acts, out);
    return std::make_unique<TablePrinter>(explain, acts, out);
}

}  // namespace dragoman
