#include "resolve/resolver.h"

#include <gtest/gtest.h>

#include <optional>

namespace dragoman {
namespace {

/// One invented document and the phrases of its acts, given by their words.
class Resolving : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        const std::string data = DRAGOMAN_SOURCE_DIR "/data";
        auto resolver = Resolver::load(data);
        ASSERT_TRUE(resolver.ok()) << resolver.error().to_line();
        resolver_ = std::make_unique<Resolver>(std::move(resolver).value());
        auto acts = ActTable::load(data + "/acts.tsv");
        ASSERT_TRUE(acts.ok());
        acts_ = std::make_unique<ActTable>(std::move(acts).value());
    }
    static void TearDownTestSuite() {
        resolver_.reset();
        acts_.reset();
    }

    void say(const std::string& sentence) {
        const auto begin = document_.article.text.size();
        document_.article.text += sentence + '\n';
        document_.sentences.push_back({begin, begin + sentence.size()});
    }
    /// Adds an act to the last sentence; "~" is a participant that the sentence leaves out.
    void act(const std::string& name, const std::string& trigger,
             const std::vector<std::pair<char, std::string>>& arguments) {
        Mention mention;
        mention.sentence = document_.sentences.size() - 1;
        mention.act = acts_->find(name).value();
        mention.trigger = span_of(trigger);
        for (const auto& [role, words] : arguments) {
            Argument argument;
            argument.role = *parse_role(role);
            argument.score = 1;
            if (words != "~") argument.span = span_of(words);
            mention.arguments.push_back(argument);
        }
        mentions_.push_back(mention);
    }
    /// The value of the nth argument with that role in the last act; "-" if it was left out.
    std::string value(char role, std::size_t nth = 0) {
        const auto events = resolver_->resolve(document_, mentions_, *acts_);
        EXPECT_EQ(events.size(), mentions_.size());
        for (const auto& argument : events.back().arguments) {
            EXPECT_FALSE(argument.reason.empty());
            if (role_letter(argument.role) == role && nth-- == 0) return argument.value;
        }
        return "-";
    }

    Span span_of(const std::string& words) const {
        const auto& sentence = document_.sentences.back();
        const auto at = document_.article.text.find(words, sentence.begin);
        EXPECT_NE(at, std::string::npos) << words;
        return {at, at + words.size()};
    }

    inline static std::unique_ptr<Resolver> resolver_;
    inline static std::unique_ptr<ActTable> acts_;
    Document document_;
    std::vector<Mention> mentions_;
};

TEST_F(Resolving, PronounsPointToStatesAndPersons) {
    say("Ghana closed its embassy in Peru on Monday.");
    act("close-mission", "closed", {{'A', "Ghana"}, {'R', "Peru"}});
    say("It also recalled a trade envoy.");
    act("recall-envoy", "recalled", {{'A', "It"}});
    EXPECT_EQ(value('A'), "GHA");
    say("The Peruvian foreign minister, Delia Orellano, said she would visit Accra.");
    act("visit", "visit", {{'A', "she"}, {'R', "Accra"}});
    EXPECT_EQ(value('A'), "PER.GOV");
    EXPECT_EQ(value('R'), "GHA");
}

TEST_F(Resolving, DescriptionsAndPairs) {
    say("Norway and Cuba signed a fishing pact.");
    act("sign", "signed", {{'A', "Norway"}, {'A', "Cuba"}});
    say("Oslo will lend the Caribbean nation two boats.");
    act("cooperate-economic", "lend", {{'A', "Oslo"}, {'R', "the Caribbean nation"}});
    EXPECT_EQ(value('R'), "CUB");
    say("The two countries trade little.");
    act("trade-figure", "trade", {{'A', "The two countries"}});
    EXPECT_TRUE(value('A') == "NOR+CUB" || value('A') == "CUB+NOR") << value('A');
    say("The two governments agreed to meet again.");
    act("agree", "agreed", {{'A', "The two governments"}});
    EXPECT_EQ(value('A').size(), std::string("NOR.GOV+CUB.GOV").size());
}

TEST_F(Resolving, WhoIsLeftOutIsOfTheKindThatTheActTells) {
    say("Protests went on in Peru for a third day.");
    act("demonstrate", "Protests", {{'A', "~"}, {'P', "Peru"}});
    EXPECT_EQ(value('A'), "PER.CVL");
}

TEST_F(Resolving, EachOtherIsWhoeverActs) {
    say("Chile and Peru accused each other of shelling a customs post in Ghana.");
    act("accuse", "accused", {{'A', "Chile"}, {'A', "Peru"}, {'R', "each other"}});
    EXPECT_EQ(value('R'), "CHL+PER");
}

TEST_F(Resolving, OnePhraseCutInTwoWaysIsOneActor) {
    say("Odum Tarrel, head of the harbour office of Peru, sailed to Ghana, thanking Chile.");
    act("visit", "sailed", {{'A', "Odum Tarrel, head of the harbour office of Peru"}, {'R', "Ghana"}});
    act("endorse", "thanking", {{'A', "Odum Tarrel, head of the"}, {'R', "Chile"}});
    EXPECT_EQ(value('A').substr(0, 3), "PER");
}

TEST_F(Resolving, NamesAreRememberedAndReadBesideTheirTitles) {
    say("Tomas Villarreal-Odum, the defence minister of Uruguay, met officials in Rabat.");
    act("meet", "met", {{'A', "Tomas Villarreal-Odum"}, {'R', "officials"}});
    EXPECT_EQ(value('A'), "URY.GOV");
    EXPECT_EQ(value('R'), "MAR.GOV");
    say("Villarreal-Odum invited them to Montevideo.");
    act("invite", "invited", {{'A', "Villarreal-Odum"}, {'R', "them"}});
    EXPECT_EQ(value('A'), "URY.GOV");
}

TEST_F(Resolving, BareNounsBelongToTheCountryAround) {
    say("Police in Nairobi fired tear gas at protesters on Friday.");
    act("beat", "fired", {{'A', "Police"}, {'R', "protesters"}, {'P', "Nairobi"}});
    EXPECT_EQ(value('A'), "KEN.COP");
    EXPECT_EQ(value('R'), "KEN.CVL");
    EXPECT_EQ(value('P'), "KEN");
}

TEST_F(Resolving, LeftOutPartiesAreSuppliedFromTheText) {
    say("Chile recognised Palau in the same year.");
    act("recognize", "recognised", {{'A', "Chile"}, {'R', "Palau"}});
    say("Relations were severed in 1999.");
    act("sever-relations", "severed", {{'A', "~"}, {'R', "~"}, {'T', "in 1999"}});
    EXPECT_EQ(value('A'), "CHL");
    EXPECT_EQ(value('R'), "PLW");
    EXPECT_EQ(value('T'), "1999");
}

TEST_F(Resolving, NothingToGoByIsUnknown) {
    say("They accused him.");
    act("accuse", "accused", {{'A', "They"}, {'R', "him"}, {'P', "him"}, {'Q', "him"}});
    EXPECT_EQ(value('A'), "UNK");
    EXPECT_EQ(value('R'), "UNK");
    EXPECT_EQ(value('P'), "-");
    EXPECT_EQ(value('Q'), "-");
}

TEST_F(Resolving, HereIsTheCountryOfThePaper) {
    document_.article.publisher = "The Fiji Courier";
    say("The Tongan envoy met traders here on Tuesday.");
    act("meet", "met", {{'A', "The Tongan envoy"}, {'P', "here"}});
    EXPECT_EQ(value('P'), "FJI");
}

TEST_F(Resolving, IsTheSameWhateverTheOrderOfMentions) {
    say("Ghana thanked Peru and it praised Chile.");
    act("endorse", "praised", {{'A', "it"}, {'R', "Chile"}});
    act("congratulate", "thanked", {{'A', "Ghana"}, {'R', "Peru"}});
    const auto events = resolver_->resolve(document_, mentions_, *acts_);
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ((*acts_)[events[0].act].name, "congratulate");
    EXPECT_EQ(events[1].arguments[0].value, "GHA");
}

// Quadratic work on one line of a hostile page would not end.
TEST_F(Resolving, AnUndatedTextIsReadAgainstItsDateline) {
    say("STRELSAU, July 2, 2015 (Agency) -- Ghana closed its embassy in Peru on Monday.");
    act("close-mission", "closed", {{'A', "Ghana"}, {'R', "Peru"}, {'T', "on Monday"}});
    EXPECT_EQ(value('T'), "2015-06-29");
    say("It reopened two days later.");
    act("open-mission", "reopened", {{'A', "It"}, {'T', "two days later"}});
    EXPECT_EQ(value('T'), "2015-07-01");
}

TEST_F(Resolving, TakesAVeryLongSentence) {
    std::string sentence = "Ghana thanked Peru";
    for (int i = 0; i < 100000; ++i) sentence += " Mr Odum Chile";
    say(sentence);
    act("congratulate", "thanked", {{'A', "Ghana"}, {'R', "Peru"}});
    EXPECT_EQ(value('A'), "GHA");
}

TEST_F(Resolving, TakesVeryManyActsWithoutNames) {
    for (int i = 0; i < 5000; ++i) {
        say("Peru met Chile while it accused them.");
        act("meet", "met", {{'A', "Peru"}, {'R', "Chile"}});
        act("accuse", "accused", {{'A', "it"}, {'R', "them"}});
    }
    EXPECT_EQ(value('A'), "PER");
}

TEST_F(Resolving, ALeftOutPartyThatIsTooUnsureIsLeftOutOfTheAnswer) {
    say("Chile recognised Palau in the same year.");
    act("recognize", "recognised", {{'A', "~"}, {'R', "Palau"}});
    mentions_.back().arguments[0].score = 0.05;
    EXPECT_EQ(value('A'), "-");
}

TEST(Resolver, SaysWhichFileIsMissing) {
    const auto resolver = Resolver::load("/nonexistent");
    ASSERT_FALSE(resolver.ok());
    EXPECT_EQ(resolver.error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace dragoman
