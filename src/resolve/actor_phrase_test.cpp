#include "resolve/actor_phrase.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace dragoman {
namespace {

class ActorPhrase : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        const std::string data = DRAGOMAN_SOURCE_DIR "/data";
        const auto countries = CountryTable::load(data);
        ASSERT_TRUE(countries.ok());
        auto lexicon = Lexicon::load(data, countries.value());
        ASSERT_TRUE(lexicon.ok()) << lexicon.error().to_line();
        lexicon_ = std::make_unique<Lexicon>(std::move(lexicon).value());
    }
    static void TearDownTestSuite() { lexicon_.reset(); }

    static ActorReading read(std::string_view phrase, std::string_view day = "2015-07-02") {
        return read_actor_phrase(lexicon_->reader().read(phrase, Span{0, phrase.size()}), *lexicon_,
                                 parse_day(day));
    }
    static std::string codes(std::string_view phrase, std::string_view day = "2015-07-02") {
        return fmt::format("{}", fmt::join(read(phrase, day).codes, "+"));
    }

    inline static std::unique_ptr<Lexicon> lexicon_;
};

TEST_F(ActorPhrase, NamesDemonymsAndSeats) {
    EXPECT_EQ(codes("Cuba"), "CUB");
    EXPECT_EQ(codes("Cuban"), "CUB");
    EXPECT_EQ(codes("Havana"), "CUB");
    EXPECT_EQ(codes("the Kremlin"), "RUS.GOV");
    EXPECT_EQ(codes("the Kremlin", "1962-10-20"), "SUN.GOV");
    EXPECT_EQ(codes("the U.S."), "USA");
    EXPECT_EQ(codes("C\u00f4te d\u2019Ivoire"), "CIV");
}

TEST_F(ActorPhrase, CaseTellsNamesFromWords) {
    EXPECT_EQ(codes("a turkey"), "");
    EXPECT_EQ(codes("us"), "");
    EXPECT_EQ(codes("Kim Jong Un"), "PRK.GOV");
    EXPECT_EQ(codes("the UN"), "UNO");
}

TEST_F(ActorPhrase, SectorsComeFromTheHead) {
    EXPECT_EQ(codes("Cuban government officials"), "CUB.GOV");
    EXPECT_EQ(codes("Peru's Foreign Ministry"), "PER.GOV");
    EXPECT_EQ(codes("Malian police officials"), "MLI.COP");
    EXPECT_EQ(codes("Malian army officers"), "MLI.MIL");
    EXPECT_EQ(codes("the Chilean opposition leader"), "CHL.OPP");
    EXPECT_EQ(codes("the former Peruvian president"), "PER.ELI");
    EXPECT_EQ(codes("members of the Kenyan parliament"), "KEN.LEG");
    EXPECT_EQ(codes("UN peacekeepers"), "UNO.MIL");
    EXPECT_EQ(codes("European Union diplomats"), "EUR");
    EXPECT_EQ(codes("Ghanaian rebel forces"), "GHA.REB");
    EXPECT_EQ(codes("Ghanaian government forces"), "GHA.MIL");
    EXPECT_EQ(codes("Peruvian border patrol agents"), "PER.COP");
    EXPECT_EQ(codes("Peruvian military intelligence"), "PER.SPY");
    EXPECT_EQ(read("anti-government groups").sector, "REB");
    EXPECT_EQ(read("anti-government protesters").sector, "CVL");
}

TEST_F(ActorPhrase, SeveralAreJoinedButPlacesAndAddresseesAreNot) {
    EXPECT_EQ(codes("France and Germany"), "FRA+DEU");
    EXPECT_EQ(codes("the Egyptian, German and Iranian embassies"), "EGY.GOV+DEU.GOV+IRN.GOV");
    EXPECT_EQ(codes("the Swiss embassy in Lima"), "CHE.GOV");
    EXPECT_EQ(codes("Norway's ambassador to Ghana"), "NOR.GOV");
    EXPECT_EQ(codes("the ambassador to Ghana"), "");
    EXPECT_EQ(codes("both Koreas"), "KOR+PRK");
    EXPECT_EQ(codes("Turkey-backed rebels"), "");
    EXPECT_EQ(codes("the US-led coalition"), "USA.MIL");
}

TEST_F(ActorPhrase, GroupsAndLeadersChangeWithTheDay) {
    EXPECT_EQ(codes("Taliban fighters", "2015-07-02"), "AFG.REB");
    EXPECT_EQ(codes("the Taliban", "2022-01-01"), "AFG.GOV");
    EXPECT_EQ(codes("Barack Obama", "2015-07-02"), "USA.GOV");
    EXPECT_EQ(codes("forces loyal to Muammar Gaddafi", "2011-03-01"), "LBY.MIL");
    EXPECT_EQ(codes("Muammar Gaddafi's forces", "2011-03-01"), "LBY.MIL");
    EXPECT_EQ(codes("the Sandinista army", "1985-03-01"), "NIC.MIL");
    EXPECT_EQ(codes("Fatah"), "PSE.PTY");
    EXPECT_EQ(codes("Fatah gunmen"), "PSE.REB");
    EXPECT_EQ(codes("a Sinn Fein MP"), "GBR.LEG");
    EXPECT_EQ(codes("the Italian Red Cross"), "ITA.SOC");
    EXPECT_EQ(codes("the Red Cross"), "REDCROSS");
}

TEST_F(ActorPhrase, WhoIsOutOfOfficeIsFormerOnlyIfThePhraseSaysSo) {
    EXPECT_EQ(codes("Barack Obama", "2019-07-02"), "USA.GOV");  // mostly told of their time in office
    EXPECT_EQ(codes("former president Barack Obama", "2019-07-02"), "USA.ELI");
    EXPECT_EQ(codes("the former US Secretary of State"), "USA.ELI");
    EXPECT_EQ(codes("Barack Obama, the former president", "2019-07-02"), "USA.ELI");
    EXPECT_EQ(codes("Senator Hillary Clinton", "2005-07-02"), "USA.LEG");
}

TEST_F(ActorPhrase, SomeOfAPeopleAreCiviliansThePeopleIsItsState) {
    EXPECT_EQ(codes("Cubans"), "CUB.CVL");
    EXPECT_EQ(codes("three Cubans"), "CUB.CVL");
    EXPECT_EQ(codes("at least 30 Cubans"), "CUB.CVL");
    EXPECT_EQ(codes("a Cuban"), "CUB.CVL");
    EXPECT_EQ(codes("12 Portuguese"), "PRT.CVL");
    EXPECT_EQ(codes("the Cubans"), "CUB");
    EXPECT_EQ(codes("the Irish"), "IRL");
    EXPECT_EQ(codes("the Rohingya"), "MMR.CVL");
    EXPECT_EQ(codes("Rohingya refugees"), "MMR.REF");
}

TEST_F(ActorPhrase, ANameThatIsNotTheActorIsPassedOver) {
    EXPECT_EQ(codes("a South American president"), "");
    EXPECT_EQ(codes("a Vietnam War veteran"), "");
    EXPECT_EQ(codes("a Peruvian ally"), "");
    EXPECT_EQ(codes("ethnic Cubans"), "");
    EXPECT_EQ(read("ethnic Cubans").sector, "CVL");
    EXPECT_EQ(codes("NATO ally Turkey"), "TUR");
    EXPECT_EQ(codes("NATO allies"), "NATO");
    EXPECT_EQ(codes("those hurt by Ghana's tariffs"), "");
    EXPECT_EQ(codes("a group led by Ghana"), "GHA.REB");
    EXPECT_EQ(codes("the Secretary General of NATO, Jens Stoltenberg", "2010-07-02"), "NATO");
    EXPECT_EQ(codes("a Peruvian-Chilean singer"), "PER.CVL");
    EXPECT_EQ(codes("US-Japanese forces"), "USA.MIL+JPN.MIL");
}

TEST_F(ActorPhrase, NamesAreKnownInSeveralSpellings) {
    EXPECT_EQ(codes("Sergey Lavrov"), "RUS.GOV");
    EXPECT_EQ(codes("Sergei Lavrov"), "RUS.GOV");
    EXPECT_EQ(codes("Hizbullah"), codes("Hezbollah"));
}

TEST_F(ActorPhrase, WhatPointsBackIsTold) {
    EXPECT_EQ(read("it").pointing, WordClass::thing);
    EXPECT_EQ(read("the two countries").pointing, WordClass::pair);
    EXPECT_EQ(read("two of the soldiers").pointing, WordClass::none);
    EXPECT_EQ(read("the island nation").pointing, WordClass::state);
    EXPECT_TRUE(read("its troops").possessive);
    EXPECT_EQ(read("its troops").sector, "MIL");
    EXPECT_EQ(read("Mr Orellano").name, "Orellano");
    EXPECT_EQ(read("Mr Orellano").given, "");
    EXPECT_EQ(read("Tomas Orellano").given, "tomas");
    EXPECT_EQ(read("Kwon Young-se").name, "Kwon");
    EXPECT_EQ(read("Hundreds of students").name, "");
    EXPECT_EQ(read("").codes.size(), 0U);
}

TEST_F(ActorPhrase, ABodyIsNotTheTownOfItsSeat) {
    EXPECT_EQ(codes("Brussels"), "EUR");
}

}  // namespace
}  // namespace dragoman
