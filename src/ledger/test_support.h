#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"

namespace dragoman::test {

inline const std::string k_data_dir = std::string{DRAGOMAN_SOURCE_DIR} + "/data";

inline const ActTable& acts() {
    static const auto table = ActTable::load(k_data_dir + "/acts.tsv");
    return table.value();
}

/// "page7"
inline std::string numbered(std::string_view stem, int number) {
    return fmt::format("{}{}", stem, number);
}

/// An argument as the codebook writes it: role letter, words of the sentence ("~" for none), value.
struct Words {
    char role;
    std::string_view words;
    std::string value;
};

/// Builds an invented document sentence by sentence.
class Invented {
  public:
    explicit Invented(const std::string& id, const std::string& date = "") {
        article().id = id;
        article().title = "Title of " + id;
        article().publisher = "The Test Herald";
        article().url = "https://example.org/" + id;
        article().date = parse_day(date);
    }

    Invented& sentence(const std::string& text) {
        auto& all = article().text;
        coded_.document.sentences.push_back({all.size(), all.size() + text.size()});
        all += text + "\n";
        return *this;
    }

    /// An event of the latest sentence.
    Invented& event(std::string_view act, std::string_view trigger, Status status,
                    const std::vector<Words>& arguments, double score = 0.9) {
        Event event;
        event.sentence = coded_.document.sentences.size() - 1;
        event.act = acts().find(act).value();
        event.score = score;
        event.trigger = find(trigger);
        event.status = status;
        event.status_score = 1;
        for (const auto& [role, words, value] : arguments) {
            CodedArgument argument;
            argument.role = parse_role(role).value();
            if (words != "~") argument.span = find(words);
            argument.value = value;
            argument.reason = "because of " + value;
            argument.score = 0.8;
            event.arguments.push_back(argument);
        }
        coded_.events.push_back(event);
        return *this;
    }

    operator const CodedDocument&() const { return coded_; }

  private:
    Article& article() { return coded_.document.article; }

    Span find(std::string_view words) {
        const auto begin = article().text.find(words, coded_.document.sentences.back().begin);
        EXPECT_NE(begin, std::string::npos) << words;
        return {begin, begin + words.size()};
    }

    CodedDocument coded_;
};

/// Gives every test a folder of its own, gone afterwards.
class LedgerTest : public testing::Test {
  protected:
    LedgerTest() {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() /
                  ("dragoman_ledger_" + std::to_string(getpid()) + "_" + info->name());
        std::filesystem::create_directories(folder_);
    }
    ~LedgerTest() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }

    [[nodiscard]] std::string path(const std::string& name = "ledger.db") const {
        return (folder_ / name).string();
    }

    [[nodiscard]] static Result<Ledger> try_open(const std::string& path,
                                                 OpenMode mode = OpenMode::read_write) {
        return Ledger::open(path, mode, k_data_dir, acts());
    }
    [[nodiscard]] Ledger open(const std::string& name = "ledger.db") const {
        auto ledger = try_open(path(name));
        EXPECT_TRUE(ledger.ok()) << (ledger.ok() ? "" : ledger.error().to_line());
        return std::move(ledger).value();
    }

    std::filesystem::path folder_;
};

inline StoreSummary store(Ledger& ledger, const CodedDocument& document) {
    const auto summary = ledger.store(document, "test-model");
    EXPECT_TRUE(summary.ok()) << (summary.ok() ? "" : summary.error().to_line());
    return summary.value();
}

/// "recognition CUB>KOR recognised 1949-07..", one for each row, claims in brackets.
inline std::vector<std::string> lines_of(const std::vector<StateRow>& rows) {
    std::vector<std::string> lines;
    for (const auto& row : rows) {
        const auto& state = row.state;
        auto line =
            state.field + " " + state.from + (state.directed ? ">" : "-") + state.to + " " + state.value;
        if (!state.detail.empty()) line += " (" + state.detail + ")";
        if (!state.since.empty()) line += " " + state.since + ".." + state.until;
        if (state.claim) line = "[" + std::string{to_string(state.status)} + " " + line + "]";
        lines.push_back(line);
    }
    return lines;
}

inline std::vector<std::string> state_lines(Ledger& ledger, const std::string& a, const std::string& b,
                                            const std::string& on = "") {
    const auto rows = ledger.state(a, b, parse_day(on));
    EXPECT_TRUE(rows.ok());
    return lines_of(rows.value());
}

}  // namespace dragoman::test
