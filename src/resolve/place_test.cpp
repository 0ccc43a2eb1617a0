#include "resolve/place.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/file.h"
#include "resolve/border_place.h"

namespace dragoman {
namespace {

class Place : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        const std::string data = DRAGOMAN_SOURCE_DIR "/data";
        auto countries = CountryTable::load(data);
        ASSERT_TRUE(countries.ok());
        auto lexicon = Lexicon::load(data, countries.value());
        ASSERT_TRUE(lexicon.ok()) << lexicon.error().to_line();
        auto tables = PlaceTables::load(data);
        ASSERT_TRUE(tables.ok()) << tables.error().to_line();
        countries_ = std::make_unique<CountryTable>(std::move(countries).value());
        lexicon_ = std::make_unique<Lexicon>(std::move(lexicon).value());
        tables_ = std::make_unique<PlaceTables>(std::move(tables).value());
    }
    static void TearDownTestSuite() {
        tables_.reset();
        lexicon_.reset();
        countries_.reset();
    }

    static std::vector<TextWord> words(std::string_view phrase) {
        return lexicon_->reader().read(phrase, Span{0, phrase.size()});
    }
    /// "LBN Tripoli 266826"; a country alone if no town is named.
    static std::string place(std::string_view phrase, const PlaceContext& context = {},
                             std::string_view day = "2015-07-02") {
        const auto found = read_place(words(phrase), *lexicon_, *tables_, parse_day(day), context);
        if (!found.town) return found.country;
        return fmt::format("{} {} {}", found.country, found.town->name, found.town->geonames);
    }
    static std::string border(std::string_view phrase, std::vector<std::string> parties,
                              const std::map<std::string, std::size_t>& named = {}) {
        const auto side = read_border(words(phrase), {std::move(parties), named, parse_day("2015-07-02")},
                                      *lexicon_, *countries_, tables_->words);
        return side ? fmt::format("[{}]", *side) : "no border";
    }

    inline static std::unique_ptr<CountryTable> countries_;
    inline static std::unique_ptr<Lexicon> lexicon_;
    inline static std::unique_ptr<PlaceTables> tables_;
};

TEST_F(Place, ATownHasItsPlaceOnTheMap) {
    const auto havana = read_place(words("Havana"), *lexicon_, *tables_, parse_day("2015-07-02"));
    EXPECT_EQ(havana.country, "CUB");
    ASSERT_TRUE(havana.town);
    EXPECT_EQ(havana.town->geonames, 3553478);
    EXPECT_NEAR(havana.town->lat, 23.13, 0.01);
    EXPECT_NEAR(havana.town->lon, -82.38, 0.01);
    EXPECT_NE(havana.reason.find("Havana, GeoNames 3553478"), std::string::npos) << havana.reason;
}

TEST_F(Place, OtherNamesAndSpellingsAreTheSameTown) {
    EXPECT_EQ(place("Bombay"), "IND Mumbai 1275339");
    EXPECT_EQ(place("Raqqah"), place("Raqqa"));
    EXPECT_EQ(place("the port of Chi\u0219in\u0103u"), place("Kishinev"));
    EXPECT_EQ(place("downtown Puntarenas"), place("Puntarenas, Costa Rica"));
}

TEST_F(Place, ACountryNamedWithTheTownDecides) {
    EXPECT_EQ(place("Tripoli, Lebanon"), "LBN Tripoli 266826");
    EXPECT_EQ(place("Tripoli, Libya"), "LBY Tripoli 2210247");
    EXPECT_EQ(place("the Lebanese port city of Tripoli"), "LBN Tripoli 266826");
    EXPECT_EQ(place("Hyderabad, Pakistan").substr(0, 13), "PAK Hyderabad");
    EXPECT_EQ(place("Cordoba in Spain").substr(0, 3), "ESP");
    EXPECT_EQ(place("Cambridge, Canada").substr(0, 13), "CAN Cambridge");
    EXPECT_EQ(place("Goma, Democratic Republic of the Congo").substr(0, 8), "COD Goma");
}

TEST_F(Place, ElseTheEventAndTheTextDecideElseThePeople) {
    const std::map<std::string, std::size_t> named{{"PAK", 6}};
    EXPECT_EQ(place("Tripoli"), "LBY Tripoli 2210247");
    EXPECT_EQ(place("Tripoli", {{}, {}, "LBN", nullptr}), "LBN Tripoli 266826");
    EXPECT_EQ(place("Hyderabad").substr(0, 3), "IND");
    EXPECT_EQ(place("Hyderabad", {{"PAK"}, {}, "", &named}).substr(0, 3), "PAK");
    EXPECT_EQ(place("Alexandria").substr(0, 3), "EGY");
    EXPECT_EQ(place("Victoria", {{"SYC"}, {}, "", nullptr}).substr(0, 3), "SYC");
}

TEST_F(Place, ACountryOrProvinceIsNoTown) {
    EXPECT_EQ(place("Cuba"), "CUB");
    EXPECT_EQ(place("the Iranian capital"), "IRN");
    EXPECT_EQ(place("Georgia"), "GEO");
    EXPECT_EQ(place("Savannah, Georgia").substr(0, 12), "USA Savannah");
    EXPECT_EQ(place("Luhansk oblast"), "UKR");
    EXPECT_EQ(place("the province of Kandahar"), "AFG");
    EXPECT_EQ(place("the road to Goma"), "COD");
    EXPECT_EQ(place("the south of Lebanon"), "LBN");
}

TEST_F(Place, PartOfAnotherNameIsNoTown) {
    EXPECT_EQ(place("Jackson Atoll"), "");
    EXPECT_EQ(place("Nowhere International Airport"), "");
    EXPECT_EQ(place("Beirut International Airport").substr(0, 10), "LBN Beirut");
    EXPECT_EQ(place("Guantanamo Bay"), "CUB");
    EXPECT_EQ(place("Smallplace, Goma"), "COD");
}

TEST_F(Place, WatersAndRegionsLieInNoCountry) {
    EXPECT_EQ(place("the South China Sea"), "");
    EXPECT_EQ(place("the Gulf of Aden"), "");
    EXPECT_EQ(place("Lake Chad"), "");
    EXPECT_EQ(place("the Korean Peninsula"), "");
    EXPECT_EQ(place("Central America"), "");
    EXPECT_EQ(place("the sea off Wonsan"), "");
    EXPECT_EQ(place("the Black Sea port of Poti").substr(0, 8), "GEO Poti");
    EXPECT_EQ(place("the West Bank"), "PSE");
    EXPECT_EQ(place("Brussels").substr(0, 3), "BEL");
}

TEST_F(Place, AnOccupierIsNotThePlace) {
    EXPECT_EQ(place("the Moscow-held islands"), "");
    EXPECT_EQ(place("the Russian embassy in Vienna").substr(0, 10), "AUT Vienna");
    EXPECT_EQ(place("the Afghan town of Kunduz").substr(0, 10), "AFG Kunduz");
}

TEST_F(Place, ATownLiesInTheStateOfItsDay) {
    EXPECT_EQ(place("Kharkov", {}, "1986-04-27").substr(0, 3), "SUN");
    EXPECT_EQ(place("Kharkov", {}, "1996-04-27").substr(0, 3), "UKR");
    EXPECT_EQ(place("Novi Sad", {}, "1999-04-27").substr(0, 3), "YUG");
}

TEST_F(Place, ABorderActIsOnTheSideOfTheParty) {
    EXPECT_EQ(border("the Syrian border", {"TUR"}), "[TUR]");
    EXPECT_EQ(border("its border with Croatia", {"SVN", "HRV"}), "[SVN]");
    EXPECT_EQ(border("Thailand's border with Myanmar", {"MMR"}), "[THA]");
    EXPECT_EQ(border("the Lebanese border with Israel", {}), "[LBN]");
    EXPECT_EQ(border("the Gambian border", {}, {{"SEN", 2}, {"FRA", 9}}), "[SEN]");
    EXPECT_EQ(border("the border of Finland", {"RUS"}), "[FIN]");
    EXPECT_EQ(border("the Peru-Chile border", {"CHL"}), "[CHL]");
    EXPECT_EQ(border("the Peru-Chile border", {"CHL", "PER"}), "[]");
    EXPECT_EQ(border("the border", {"CHL"}), "[]");
}

TEST_F(Place, WhatIsAtABorderIsNoBorder) {
    EXPECT_EQ(border("the border town of Poipet", {}), "no border");
    EXPECT_EQ(border("the Chilean side of the border", {}), "no border");
    EXPECT_EQ(border("its southern border", {}), "no border");
    EXPECT_EQ(border("Lima", {}), "no border");
}

TEST_F(Place, EveryTownOfTheFileHasItsNameForKeyAndNumbersThatCanBeRead) {
    const auto table = read_tsv(DRAGOMAN_SOURCE_DIR "/data/places/towns.tsv",
                                {"key", "name", "country", "lat", "lon", "geonames", "thousands"});
    ASSERT_TRUE(table);
    for (const auto& row : table->rows) {
        std::vector<std::string> key;
        for (const auto& word : words(row[1])) key.push_back(lower_ascii(word.form));
        EXPECT_EQ(fmt::format("{}", fmt::join(key, " ")), row[0]);
        const auto towns = tables_->towns.named(row[0]);
        EXPECT_TRUE(std::ranges::any_of(towns, [&](const Town& town) {
            return std::to_string(town.place.geonames) == row[5];
        })) << row[0];
    }
}

}  // namespace
}  // namespace dragoman
