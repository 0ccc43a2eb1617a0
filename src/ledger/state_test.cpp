#include "ledger/state.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/file.h"
#include "ledger/test_support.h"

namespace dragoman {
namespace {

using test::Invented;
using test::LedgerTest;
using test::lines_of;
using test::state_lines;
using test::store;
using Lines = std::vector<std::string>;

constexpr auto k_actual = Status::actual;

class PairStates : public LedgerTest {};

Invented history() {
    Invented page{"history", "2015-07-02"};
    page.sentence("Havana recognised Seoul in July 1949 and gave it money during the war of 1950-53.")
        .event("recognize", "recognised", k_actual,
               {{'A', "Havana", "CUB"}, {'R', "Seoul", "KOR.GOV"}, {'T', "in July 1949", "1949-07"}})
        .event("aid-economic", "gave", k_actual,
               {{'A', "Havana", "CUB"}, {'R', "it", "KOR.GOV"}, {'T', "1950-53", "1950/1953"}})
        .sentence("Ties were cut in 1959.")
        .event("sever-relations", "cut", k_actual,
               {{'A', "~", "CUB"}, {'R', "~", "KOR"}, {'T', "in 1959", "1959"}})
        .sentence("Today the two have no relations.")
        .event("no-relations", "relations", k_actual, {{'A', "the two", "KOR+CUB"}})
        .sentence("Seoul hopes to open relations with Havana.")
        .event("establish-relations", "open", Status::possible,
               {{'A', "Seoul", "KOR"}, {'R', "Havana", "CUB"}});
    return page;
}

TEST_F(PairStates, tell_what_held_on_a_day) {
    auto ledger = open();
    store(ledger, history());
    EXPECT_EQ(state_lines(ledger, "KOR", "CUB", "1949-01-01"), (Lines{"relations CUB-KOR none stated"}));
    EXPECT_EQ(state_lines(ledger, "CUB", "KOR", "1955-01-01"),
              (Lines{"relations CUB-KOR none stated", "recognition CUB>KOR recognised 1949-07..",
                     "aid CUB>KOR economic 1950/1953.."}));
    EXPECT_EQ(
        state_lines(ledger, "KOR", "CUB"),
        (Lines{"recognition CUB>KOR recognised 1949-07..", "relations CUB-KOR severed 1959..",
               "aid CUB>KOR economic 1950/1953..", "[possible relations CUB-KOR established 2015-07-02..]"}));
}

TEST_F(PairStates, carry_their_evidence) {
    auto ledger = open();
    store(ledger, history());
    const auto rows = ledger.state("KOR", "CUB").value();
    const auto severed =
        std::ranges::find(rows, "relations", [](const StateRow& row) { return row.state.field; });
    ASSERT_NE(severed, rows.end());
    EXPECT_EQ(severed->evidence->sentence_text, "Ties were cut in 1959.");
    EXPECT_EQ(severed->evidence->trigger_text, "cut");
    EXPECT_EQ(severed->evidence->publisher, "The Test Herald");
    EXPECT_EQ(severed->state.known, Known::stated);
    EXPECT_FALSE(severed->state.confirmed_by.empty());  // by the sentence of 2015
    EXPECT_DOUBLE_EQ(severed->confidence, 0.9);
}

TEST_F(PairStates, statement_sets_relations_unless_a_dated_event_says_otherwise) {
    auto ledger = open();
    store(ledger,
          Invented{"one", "2015-07-02"}
              .sentence("Oslo and Lima have relations.")
              .event("has-relations", "relations", k_actual, {{'A', "Oslo", "NOR"}, {'A', "Lima", "PER"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "PER", "2015-07-01"), (Lines{"relations NOR-PER none stated"}));
    EXPECT_EQ(state_lines(ledger, "NOR", "PER"), (Lines{"relations NOR-PER stated 2015-07-02.."}));
    store(ledger, Invented{"two", "2016-01-01"}
                      .sentence("Oslo cut its ties with Lima in 1990.")
                      .event("sever-relations", "cut", k_actual,
                             {{'A', "Oslo", "NOR"}, {'R', "Lima", "PER"}, {'T', "in 1990", "1990"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "PER"),
              (Lines{"relations NOR-PER severed 1990..", "[actual relations NOR-PER stated 2015-07-02..]"}));
}

TEST_F(PairStates, plan_is_pending_until_it_happens) {
    auto ledger = open();
    store(ledger, Invented{"plan", "2015-06-01"}
                      .sentence("Oslo will open an embassy in Quito this year.")
                      .event("open-mission", "open", Status::planned,
                             {{'A', "Oslo", "NOR"},
                              {'R', "~", "ECU"},
                              {'P', "Quito", "ECU"},
                              {'T', "this year", "2015"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "ECU"),
              (Lines{"relations ECU-NOR none stated", "[planned mission NOR>ECU open (Quito) 2015..]"}));
    store(ledger, Invented{"deed", "2015-09-02"}
                      .sentence("Oslo opened its embassy in Quito on Tuesday.")
                      .event("open-mission", "opened", k_actual,
                             {{'A', "Oslo", "NOR"},
                              {'R', "~", "ECU"},
                              {'P', "Quito", "ECU"},
                              {'T', "on Tuesday", "2015-09-01"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "ECU"),
              (Lines{"relations ECU-NOR none stated", "mission NOR>ECU open (Quito) 2015-09-01.."}));
    EXPECT_EQ(
        state_lines(ledger, "NOR", "ECU", "2015-08-01"),
        (Lines{"relations ECU-NOR none stated", "[planned mission NOR>ECU open (Quito) 2015..2015-09-01]"}));
    EXPECT_EQ(ledger.timeline("NOR", "ECU").value().size(), 2U);  // two events, not one
}

TEST_F(PairStates, missions_are_told_apart_by_city_and_outlive_relations) {
    auto ledger = open();
    const auto mission = [&](const std::string& act, const std::string& city, const std::string& day) {
        store(ledger,
              Invented{act + city + day, day}
                  .sentence("Oslo acts in " + city + ".")
                  .event(act, "acts", k_actual,
                         {{'A', "Oslo", "NOR"}, {'R', "~", "ECU"}, {'P', city, "ECU"}, {'T', "~", day}}));
    };
    mission("open-mission", "Quito", "1990-01-01");
    mission("open-mission", "Cuenca", "1995-01-01");
    mission("close-mission", "Cuenca", "2001-01-01");
    mission("close-mission", "Loja", "2002-01-01");  // of which no opening was read
    store(ledger, Invented{"cut", "2005-01-01"}
                      .sentence("Oslo cut ties with Quito.")
                      .event("sever-relations", "cut", k_actual,
                             {{'A', "Oslo", "NOR"}, {'R', "Quito", "ECU"}, {'T', "~", "2005-01-01"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "ECU"),
              (Lines{"relations ECU-NOR severed 2005-01-01..", "mission NOR>ECU open (Quito) 1990-01-01..",
                     "mission NOR>ECU closed (Cuenca) 2001-01-01..",
                     "mission NOR>ECU closed (Loja) 2002-01-01.."}));
    EXPECT_EQ(state_lines(ledger, "NOR", "ECU", "1999-01-01"),
              (Lines{"relations ECU-NOR none stated", "mission NOR>ECU open (Quito) 1990-01-01..",
                     "mission NOR>ECU open (Cuenca) 1995-01-01..2001-01-01"}));
}

TEST_F(PairStates, only_who_acts_for_a_state_changes_it) {
    auto ledger = open();
    store(
        ledger,
        Invented{"rebels", "2015-01-01"}
            .sentence("Rebels of Andor attacked troops of Belmar, and Belmar recognised the rebels of Andor.")
            .event("attack", "attacked", k_actual, {{'A', "Rebels", "AND.REB"}, {'R', "troops", "BEL.MIL"}})
            .event("recognize", "recognised", k_actual,
                   {{'A', "Belmar", "BEL"}, {'R', "the rebels", "AND.REB"}}));
    EXPECT_EQ(state_lines(ledger, "AND", "BEL"), (Lines{"relations AND-BEL none stated"}));
    EXPECT_EQ(ledger.timeline("AND", "BEL").value().size(), 2U);
}

TEST_F(PairStates, envoys_expelled_are_those_of_the_other_side) {
    auto ledger = open();
    store(ledger, Invented{"envoy", "2015-01-01"}
                      .sentence("Oslo sent Ambassador Lund to Lima in 2010.")
                      .event("accredit-envoy", "sent", k_actual,
                             {{'A', "Oslo", "NOR"}, {'R', "Lima", "PER"}, {'T', "in 2010", "2010"}})
                      .sentence("Lima expelled him in 2012.")
                      .event("expel-envoy", "expelled", k_actual,
                             {{'A', "Lima", "PER"}, {'R', "him", "NOR.GOV"}, {'T', "in 2012", "2012"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "PER"),
              (Lines{"relations NOR-PER none stated", "envoy NOR>PER expelled 2012.."}));
}

TEST_F(PairStates, last_visit_and_figures_show_who_and_how_much) {
    auto ledger = open();
    store(ledger,
          Invented{"visits", "2015-07-02"}
              .sentence("Minister Solis of Peru visited Oslo in 2011, and Deputy Rojas came in March 2015.")
              .event("visit", "visited", k_actual,
                     {{'A', "Minister Solis", "PER.GOV"}, {'R', "Oslo", "NOR"}, {'T', "in 2011", "2011"}})
              .event("visit", "came", k_actual,
                     {{'A', "Deputy Rojas", "PER.LEG"}, {'R', "~", "NOR"}, {'T', "in March 2015", "2015-03"}})
              .sentence("Trade of the two countries stood at $57 million in 2014.")
              .event("trade-figure", "Trade", k_actual,
                     {{'A', "the two countries", "NOR+PER"},
                      {'Q', "$57 million", "money 57000000 USD"},
                      {'T', "in 2014", "2014"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "PER"),
              (Lines{"relations NOR-PER none stated", "visit PER>NOR visit (Deputy Rojas) 2015-03..",
                     "trade NOR-PER figure (money 57000000 USD) 2014.."}));
    EXPECT_EQ(state_lines(ledger, "NOR", "PER", "2012-01-01"),
              (Lines{"relations NOR-PER none stated", "visit PER>NOR visit (Minister Solis) 2011.."}));
}

TEST_F(PairStates, actual_event_of_a_running_period_counts_from_its_report) {
    auto ledger = open();
    store(ledger, Invented{"year", "2015-07-02"}
                      .sentence("This year Oslo recognised Andor.")
                      .event("recognize", "recognised", k_actual,
                             {{'A', "Oslo", "NOR"}, {'R', "Andor", "AND"}, {'T', "This year", "2015"}}));
    EXPECT_EQ(state_lines(ledger, "NOR", "AND", "2015-07-02").size(), 2U);
    EXPECT_EQ(state_lines(ledger, "NOR", "AND", "2015-07-01").size(), 1U);
}

TEST(rules, agree_with_the_ledger_column_of_the_acts) {
    const auto rules = RuleTable::load(test::k_data_dir + "/ledger/rules.tsv", test::acts());
    ASSERT_TRUE(rules.ok()) << rules.error().to_line();
    for (std::size_t i = 0; i < test::acts().size(); ++i) {
        const auto& act = test::acts()[static_cast<ActId>(i)];
        if (act.ledger.empty()) continue;
        // "relations:on" sets the field relations to on; "visit" only names a field; "measure:trade" measures
        // one.
        const auto words = split_fields(act.ledger, ':');
        const bool measures = words.front() == "measure";
        const auto field = measures ? words.back() : words.front();
        const auto found = rules->of(act.name);
        EXPECT_TRUE(std::ranges::any_of(found, [&](const Rule* rule) {
            return rule->field == field && (measures || words.size() == 1 || rule->sets == words.back());
        })) << act.name;
    }
}

}  // namespace
}  // namespace dragoman
