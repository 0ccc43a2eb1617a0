#include "ledger/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "ledger/json.h"
#include "ledger/test_support.h"

namespace dragoman {
namespace {

using test::Invented;
using test::LedgerTest;
using test::numbered;
using test::state_lines;
using test::store;

constexpr auto k_actual = Status::actual;

class Store : public LedgerTest {};

Invented visit_page(const std::string& id, const std::string& date, const std::string& time = "") {
    Invented page{id, date};
    page.sentence("Minister Solis visited Oslo, " + id + " says.");
    std::vector<test::Words> arguments{{'A', "Minister Solis", "PER.GOV"}, {'R', "Oslo", "NOR"}};
    if (!time.empty()) arguments.push_back({'T', "~", time});
    page.event("visit", "visited", k_actual, arguments);
    return page;
}

/// Thirty pages about few countries and close days, so that many reports meet.
std::vector<CodedDocument> many_pages() {
    std::vector<CodedDocument> pages;
    std::mt19937 random{7};
    const auto pick = [&](const std::vector<std::string>& words) { return words[random() % words.size()]; };
    const std::vector<std::string> countries{"NOR", "PER", "PER.GOV", "ECU", "NOR+PER", "UNK"};
    const std::vector<std::string> times{"",     "",           "2015-03-05", "2015-03",
                                         "2015", "2015-05-20", "/2015-04",   "2014/2016"};
    const std::vector<std::string> acts{"visit",           "meet",        "attack", "has-relations",
                                        "sever-relations", "open-mission"};
    for (int i = 0; i < 30; ++i) {
        Invented page{numbered("page", i), i % 7 == 0 ? "" : numbered("2015-03-", 10 + i % 15)};
        for (int j = 0; j < 4; ++j) {
            page.sentence(numbered("Sentence ", j) + " of the page.");
            std::vector<test::Words> arguments{{'A', "Sentence", pick(countries)},
                                               {'R', "the page", pick(countries)}};
            if (const auto time = pick(times); !time.empty()) arguments.push_back({'T', "~", time});
            page.event(pick(acts), "of", random() % 4 == 0 ? Status::planned : k_actual, arguments,
                       0.5 + 0.1 * static_cast<double>(random() % 5));
        }
        pages.push_back(page);
    }
    return pages;
}

TEST_F(Store, does_not_depend_on_the_order_of_documents) {
    auto pages = many_pages();
    std::string first;
    std::mt19937 random{11};
    for (int round = 0; round < 5; ++round) {
        auto ledger = open(numbered("round", round));
        if (round == 4) {
            ASSERT_TRUE(ledger.store(pages, "test-model").ok());  // all at once
        } else {
            for (const auto& page : pages) store(ledger, page);
        }
        const auto dump = ledger.dump().value();
        if (round == 0) first = dump;
        ASSERT_EQ(dump, first) << "round " << round;
        std::shuffle(pages.begin(), pages.end(), random);
    }
    EXPECT_GT(std::ranges::count(first, '\n'), 400);
    EXPECT_NE(first.find("contains"), std::string::npos);  // reports did meet
}

TEST_F(Store, same_page_twice_changes_nothing) {
    auto ledger = open();
    const auto pages = many_pages();
    for (const auto& page : pages) store(ledger, page);
    const auto before = ledger.dump().value();
    for (const auto& page : pages) {
        const auto again = store(ledger, page);
        EXPECT_EQ(again.documents, (RowCounts{0, 1, 0, 0}));
        EXPECT_EQ(again.reports, (RowCounts{0, 4, 0, 0}));
        EXPECT_EQ(again.events.created + again.events.replaced + again.events.removed, 0U);
    }
    EXPECT_EQ(ledger.dump().value(), before);
}

TEST_F(Store, another_text_under_the_same_id_replaces_the_old_reading) {
    auto ledger = open();
    store(ledger, visit_page("other", "2015-07-04", "2015-07-01"));
    EXPECT_EQ(store(ledger, visit_page("page", "2015-07-02", "2015-07-01")).documents,
              (RowCounts{1, 0, 0, 0}));
    Invented corrected{"page", "2015-07-02"};
    corrected.sentence("Correction: Minister Solis never came to Oslo; she called.")
        .event("call", "called", k_actual, {{'A', "Minister Solis", "PER.GOV"}, {'R', "Oslo", "NOR"}});
    const auto summary = store(ledger, corrected);
    EXPECT_EQ(summary.documents, (RowCounts{0, 0, 1, 0}));
    EXPECT_EQ(summary.reports, (RowCounts{1, 0, 0, 1}));
    EXPECT_EQ(summary.events, (RowCounts{1, 0, 1, 0}));  // the visit keeps its other report

    auto fresh = open("fresh");
    store(fresh, corrected);
    store(fresh, visit_page("other", "2015-07-04", "2015-07-01"));
    EXPECT_EQ(ledger.dump().value(), fresh.dump().value());
}

TEST_F(Store, another_models_reading_replaces_the_old_one) {
    auto ledger = open();
    store(ledger, visit_page("page", "2015-07-02"));
    const auto summary = ledger.store(visit_page("page", "2015-07-02"), "better-model").value();
    EXPECT_EQ(summary.documents, (RowCounts{0, 0, 1, 0}));
    EXPECT_EQ(summary.reports, (RowCounts{0, 1, 0, 0}));
    EXPECT_EQ(summary.events, (RowCounts{0, 1, 0, 0}));
}

TEST_F(Store, refuses_a_document_that_contradicts_itself_and_keeps_nothing_of_it) {
    auto ledger = open();
    const auto before = ledger.dump().value();
    CodedDocument page = visit_page("page", "2015-07-02");
    page.events.push_back(page.events.front());
    page.events.back().trigger = {5, 5000};
    const auto result = ledger.store(page, "test-model");
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().to_line(), "page: has a trigger outside the text");
    EXPECT_EQ(ledger.dump().value(), before);
}

TEST_F(Store, two_reports_of_one_event_are_both_its_evidence) {
    auto ledger = open();
    store(ledger, visit_page("one", "2015-07-02", "2015-06"));
    store(ledger, visit_page("two", "2015-07-03", "2015-06-23"));
    store(ledger, visit_page("three", "2015-06-25"));
    const auto rows = ledger.timeline("NOR", "PER").value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].event.time_value, "2015-06-23");
    EXPECT_EQ(format_day(rows[0].event.reported.value()), "2015-06-25");
    const auto dossier = ledger.why(rows[0].event.id).value();
    ASSERT_EQ(dossier.reports.size(), 3U);
    EXPECT_TRUE(dossier.reports[0].leads);
    EXPECT_EQ(dossier.reports[0].document, "two");
    EXPECT_EQ(dossier.reports[0].sentence_text, "Minister Solis visited Oslo, two says.");
    EXPECT_EQ(dossier.reports[0].arguments.at(0).words, "Minister Solis");
    EXPECT_EQ(dossier.reports[0].arguments.at(0).reason, "because of PER.GOV");
    EXPECT_NE(dossier.reports[2].link_reason.find("2015-06 contains 2015-06-23"), std::string::npos);
    ASSERT_EQ(dossier.states.size(), 1U);
    EXPECT_EQ(dossier.states[0].text, "last visit from PER to NOR");
}

TEST_F(Store, why_takes_the_beginning_of_an_id) {
    auto ledger = open();
    for (int i = 1; i <= 20; ++i) {
        store(ledger, visit_page(numbered("p", i), "2015-07-02", numbered("19", 10 + i)));
    }
    const auto id = ledger.timeline("NOR", "PER").value().front().event.id;
    EXPECT_EQ(id.size(), 13U);
    EXPECT_EQ(ledger.why(id.substr(0, 9)).value().event.id, id);
    EXPECT_EQ(ledger.why("e").error().kind, ErrorKind::usage);
    EXPECT_EQ(ledger.why("").error().kind, ErrorKind::usage);
    EXPECT_EQ(ledger.why("ezzz").error().kind, ErrorKind::not_found);
    EXPECT_EQ(ledger.why("' OR 1=1 --").error().kind, ErrorKind::not_found);
}

TEST_F(Store, pairs_are_counted_with_their_relations) {
    auto ledger = open();
    store(ledger, visit_page("one", "2015-07-02", "2015-06-23"));
    store(ledger, Invented{"two", "2016-01-01"}
                      .sentence("Oslo and Paris each restored relations with Lima in 1950.")
                      .event("restore-relations", "restored", k_actual,
                             {{'A', "Oslo", "NOR"},
                              {'A', "Paris", "FRA"},
                              {'R', "Lima", "PER"},
                              {'T', "in 1950", "1950"}}));
    const auto pairs = ledger.pairs().value();
    ASSERT_EQ(pairs.size(), 2U);  // not France and Norway
    EXPECT_EQ(
        to_json(pairs[1]).dump(),
        R"({"a":"NOR","b":"PER","events":2,"first_day":"1950-12-31","last_day":"2015-06-23","relations":"restored"})");
    EXPECT_EQ(pairs[0].a, "FRA");
}

TEST_F(Store, timeline_keeps_to_its_days) {
    auto ledger = open();
    store(ledger, visit_page("one", "2015-07-02", "2001-01-01"));
    store(ledger, visit_page("two", "2015-07-02", "2002-01-01"));
    store(ledger, visit_page("three", ""));
    EXPECT_EQ(ledger.timeline("NOR", "PER").value().size(), 3U);
    const auto rows = ledger.timeline("PER", "NOR", parse_day("2002-01-01"), parse_day("2002-01-01")).value();
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].evidence.document, "two");
    EXPECT_EQ(ledger.timeline("NOR", "NOR").error().kind, ErrorKind::usage);
    EXPECT_EQ(ledger.state("", "NOR").error().kind, ErrorKind::usage);
}

}  // namespace
}  // namespace dragoman
