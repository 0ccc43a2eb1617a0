#include "resolve/country_table.h"

#include <gtest/gtest.h>

#include <set>

#include "base/file.h"

namespace dragoman {
namespace {

CountryTable load() {
    auto table = CountryTable::load(DRAGOMAN_SOURCE_DIR "/data");
    EXPECT_TRUE(table.ok());
    return std::move(table).value();
}

TEST(CountryTable, FindsCodesNamesDemonymsAndCapitals) {
    const auto table = load();
    for (const auto* name :
         {"KOR", "kor", "South Korea", "south korean", "Seoul", " the Republic of Korea "}) {
        const auto code = table.find(name);
        ASSERT_TRUE(code.ok()) << name;
        EXPECT_EQ(code.value(), "KOR") << name;
    }
    EXPECT_EQ(table.find("european union").value(), "EUR");
    EXPECT_EQ(table.find("Czechia").value(), "CZE");
    EXPECT_EQ(table.find("Georgia").value(), "GEO");
}

TEST(CountryTable, SuggestsTheNearestNames) {
    const auto table = load();
    const auto code = table.find("Urugay");
    ASSERT_FALSE(code.ok());
    EXPECT_EQ(code.error().kind, ErrorKind::unknown_name);
    EXPECT_NE(code.error().message.find("Uruguay (URY)"), std::string::npos) << code.error().message;
    EXPECT_FALSE(table.find("").ok());
    EXPECT_FALSE(table.find(std::string(100000, 'x')).ok());
}

TEST(CountryTable, KnowsNamesKindsAndNeighbours) {
    const auto table = load();
    EXPECT_EQ(table.name_of("TLS"), "East Timor");
    EXPECT_EQ(table.name_of("XXX"), "XXX");
    EXPECT_TRUE(table.is_of_kind("CUB", "caribbean"));
    EXPECT_FALSE(table.is_of_kind("CHE", "island"));
    EXPECT_TRUE(table.are_neighbours("PER", "COL"));
    EXPECT_TRUE(table.is_state("SUN"));
    EXPECT_FALSE(table.is_state("NATO"));
}

// A dictionary with a wrong row is refused, not half read.
TEST(CountryTable, EveryGroupLeaderAndTownHasAKnownCountry) {
    const auto table = load();
    const std::string folder = DRAGOMAN_SOURCE_DIR "/data/actors/";
    const auto known = [&](const std::string& codes) {
        for (const auto code : split_fields(codes, '+')) {
            const auto country = code.substr(0, code.find('.'));
            const std::set<std::string_view> others{"IMG", "UNK"};
            if (!table.knows_code(country) && !others.contains(country)) return false;
        }
        return true;
    };
    const auto groups = read_tsv(folder + "groups.tsv", {"code", "names", "from", "to"});
    ASSERT_TRUE(groups.ok());
    for (const auto& row : groups->rows) EXPECT_TRUE(known(row[0])) << row[0];
    const auto leaders =
        read_tsv(folder + "leaders.tsv", {"name", "surname", "country", "office", "from", "to"});
    ASSERT_TRUE(leaders.ok());
    for (const auto& row : leaders->rows) EXPECT_TRUE(known(row[2])) << row[0];
    const auto cities = read_tsv(folder + "cities.tsv", {"name", "country"});
    ASSERT_TRUE(cities.ok());
    for (const auto& row : cities->rows) EXPECT_TRUE(known(row[1])) << row[0];
}

}  // namespace
}  // namespace dragoman
