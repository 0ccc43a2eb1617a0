#include "ledger/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "ledger/test_support.h"

namespace dragoman {
namespace {

IdentityReport report(const std::string& id, const std::string& document, const std::string& date,
                      const std::string& time = "") {
    IdentityReport made{id, document, parse_day(date), {}, time, 0.9};
    if (!time.empty()) made.stated = parse_period(time).value();
    return made;
}

/// Ids of the groups' members, the leading one first, the rest sorted: "b+a+c".
std::set<std::string> groups_of(const std::vector<IdentityReport>& reports) {
    std::set<std::string> groups;
    for (const auto& group : group_reports(reports)) {
        std::vector<std::string> ids;
        for (const auto member : group.members) ids.push_back(reports[member].id);
        std::sort(ids.begin() + 1, ids.end());
        std::string joined;
        for (const auto& id : ids) joined += (joined.empty() ? "" : "+") + id;
        groups.insert(joined);
        EXPECT_EQ(group.members.size(), group.reasons.size());
    }
    return groups;
}

TEST(identity, equal_and_containing_times_join_the_most_exact) {
    EXPECT_EQ(
        groups_of({report("a", "1", "2015-07-02", "1949"), report("b", "2", "2016-01-01", "1949-07"),
                   report("c", "3", "2017-01-01", "1949-07-12"), report("d", "4", "2017-01-01", "1949-07")}),
        (std::set<std::string>{"c+a+b+d"}));
}

TEST(identity, a_time_that_contains_two_events_stays_apart) {
    EXPECT_EQ(groups_of({report("a", "1", "2015-12-01", "2015-03-05"),
                         report("b", "2", "2015-12-01", "2015-05"), report("c", "3", "2016-01-01", "2015")}),
              (std::set<std::string>{"a", "b", "c"}));
}

TEST(identity, wide_and_half_open_periods_join_only_their_equals) {
    EXPECT_EQ(
        groups_of({report("a", "1", "2015-12-01", "2003-05-01"),
                   report("b", "2", "2015-12-01", "/2015-07-05"), report("c", "3", "2016-01-01", "200X"),
                   report("d", "4", "2016-01-01", "/2015-07-05")}),
        (std::set<std::string>{"a", "b+d", "c"}));
}

TEST(identity, untimed_report_prefers_its_own_text_then_the_last_week) {
    // a2 stands in the text of a1; b was published five days after it, c half a year later, d within a week
    // of c.
    EXPECT_EQ(groups_of({report("a1", "1", "2015-07-02", "2015-06-01"), report("a2", "1", "2015-07-02"),
                         report("b", "2", "2015-06-06"), report("c", "3", "2016-01-10"),
                         report("d", "4", "2016-01-17"), report("e", "5", "2016-01-18")}),
              (std::set<std::string>{"a1+a2+b", "c+d", "e"}));
}

TEST(identity, untimed_reports_without_any_date_join_only_in_their_text) {
    EXPECT_EQ(groups_of({report("a", "1", ""), report("b", "1", ""), report("c", "2", "")}),
              (std::set<std::string>{"a+b", "c"}));
}

TEST(identity, block_takes_state_parties_and_leaves_groups_as_they_are) {
    const auto parties = PartyTable::load(test::k_data_dir + "/ledger/parties.tsv").value();
    const auto block = [&](std::string_view name, Status status, const std::vector<std::string>& actors,
                           const std::vector<std::string>& recipients) {
        const auto& act = test::acts()[test::acts().find(name).value()];
        return identity_block(act, status, actors, recipients, "doc", 4, parties);
    };
    EXPECT_EQ(block("recognize", Status::actual, {"CUB"}, {"KOR.GOV"}), "recognize actual CUB>KOR");
    EXPECT_EQ(block("attack", Status::alleged, {"AFG.REB"}, {"AFG.MIL"}), "attack alleged AFG.REB>AFG");
    EXPECT_EQ(block("meet", Status::actual, {"KOR"}, {"CUB.GOV"}),
              block("meet", Status::actual, {"CUB", "KOR.MIL"}, {}));
    EXPECT_EQ(block("attack", Status::actual, {}, {"IRQ.CVL"}), "attack actual >IRQ.CVL @doc#4");
    EXPECT_EQ(block("meet", Status::actual, {"KOR"}, {}), "meet actual KOR @doc#4");
    EXPECT_NE(block("visit", Status::planned, {"KOR"}, {"CUB"}),
              block("visit", Status::actual, {"KOR"}, {"CUB"}));
}

}  // namespace
}  // namespace dragoman
