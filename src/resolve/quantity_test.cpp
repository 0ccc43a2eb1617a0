#include "resolve/quantity.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dragoman {
namespace {

const QuantityReader& reader() {
    static const auto loaded = QuantityReader::load(DRAGOMAN_SOURCE_DIR "/data");
    return loaded.value();
}

struct Case {
    const char* phrase;
    const char* act;
    const char* value;  // "": none
};

TEST(quantity, reads_phrases_by_their_words_and_the_act) {
    const Case cases[] = {
        {"$57 million", "aid-economic", "money 57000000 USD"},
        {"some US$1.2 billion", "sign", "money 1200000000 USD"},
        {"50 million euros", "aid-economic", "money 50000000 EUR"},
        {"a 30-billion-euro package", "aid-economic", "money 30000000000 EUR"},
        {"\xC2\xA3"
         "190m",
         "release", "money 190000000 GBP"},
        {"NZ$2 million", "aid-economic", "money 2000000 NZD"},
        {"C$ 4,500", "aid-economic", "money 4500 CAD"},
        {"Rs 20 crore", "aid-economic", "money 200000000 INR"},
        {"\xC2\xA5"
         "3 trillion",
         "trade-figure", "money 3000000000000 JPY"},
        {"two and a half million Swiss francs", "aid-humanitarian", "money 2500000 CHF"},
        {"1.8 billion", "trade-figure", "money 1800000000 USD"},
        {"at least 14 people", "bomb", "killed 14"},
        {"22 wounded", "attack", "injured 22"},
        {"forty-one deaths", "request", "killed 41"},
        {"tens of thousands of civilians", "shell", "killed 10000"},
        {"dozens", "bomb", "killed 24"},
        {"dozens of goats", "seize", "other 24 goats"},
        {"two dozen women", "arrest", "arrested 24"},
        {"several hundred pupils", "demonstrate", "people 300"},
        {"a few thousand of them", "deploy", "troops 3000"},
        {"a couple of hundred nurses", "demonstrate", "people 200"},
        {"both pilots", "attack", "killed 2"},
        {"a farmer and an interpreter", "shoot", "killed 2"},
        {"a 70-year-old man", "shoot", "killed 1"},
        {"three clerks", "arrest", "arrested 3"},
        {"him", "arrest", "arrested 1"},
        {"two thousand soldiers", "deploy", "troops 2000"},
        {"two thousand engineers", "deploy", "people 2000"},
        {"nine diplomats", "expel-envoy", "people 9"},
        {"half a million people", "demonstrate", "people 500000"},
        {"one hundred and five students", "cooperate-cultural", "people 105"},
        {"12 per cent", "trade-figure", "percent 12"},
        {"0.7%", "aid-economic", "percent 0.7"},
        {"two-thirds of the budget", "aid-economic", "percent 67"},
        {"100,000 rifles", "aid-military", "other 100000 rifles"},
        {"30 tonnes of rice", "aid-humanitarian", "other 30 tonnes"},
        {"three and a half years", "convict", "other 3.5 years"},
        {"four coast guard cutters", "deploy", "other 4 cutters"},
        {"the minister", "visit", ""},
        {"20 to 30 farmers", "arrest", "arrested 20"},
        {"a 15- or 16-year-old boy", "shoot", "killed 1"},
        {"an 18-month-old girl", "shell", "killed 1"},
        {"\xE2\x82\xAC"
         "3.5-4 billion",
         "aid-economic", "money 4000000000 EUR"},
        {"20-30 thousand refugees", "asylum", "people 20000"},
        {"a tailor and her two sons", "shell", "killed 3"},
        {"four Peruvian and two Chilean sailors", "arrest", "arrested 6"},
        {"a cook and his brother", "shoot", "killed 2"},
        {"nine guards and two trucks", "attack", "killed 9"},
        {"two-and-a-half-year", "convict", "other 2.5 year"},
        {"a fourth volunteer", "shoot", "killed 1"},
        {"a fourth of the crew", "deport", "percent 25"},
        {"A$ 3 bn", "sign", "money 3000000000 AUD"},
        {"a 4-billion-mark loan", "sign", "money 4000000000 DEM"},
        {"60,000 Kenyan shillings", "sanction", "money 60000 KES"},
        {"two lakh crore rupees", "sign", "money 2000000000000 INR"},
        {"12 MiG-29s", "aid-military", "other 12 mig-29"},
        {"three ground-to-air missiles", "test-weapon", "other 3 missiles"},
        {"a frigate", "deploy", "other 1 frigate"},
        {"some 700 men", "peacekeep", "troops 700"},
        {"another 4,000", "withdraw-forces", "troops 4000"},
        {"60 families", "deport", "other 60 families"},
        {"eighty detainees", "release", "people 80"},
        {"", "bomb", ""},
    };
    for (const auto& c : cases) {
        const auto value = reader().read(c.phrase, c.act);
        EXPECT_EQ(value ? value->value : "", c.value) << c.phrase << ", " << c.act;
    }
}

TEST(quantity, finds_in_the_sentence_who_died_and_who_was_hurt) {
    const struct {
        std::string sentence;
        std::string phrase;
        const char* value;
    } cases[] = {
        {"The blast killed 14 people and injured 30 others.", "14 people", "killed 14"},
        {"The blast killed 14 people and injured 30 others.", "30 others", "injured 30"},
        {"A car bomb went off, wounding nine and killing two.", "nine", "injured 9"},
        {"A car bomb went off, wounding nine and killing two.", "two", "killed 2"},
        {"Six guards were reported dead and ten hurt.", "Six guards", "killed 6"},
        {"Six guards were reported dead and ten hurt.", "ten", "injured 10"},
        {"Eleven villagers were wounded when the camp was hit.", "Eleven villagers", "injured 11"},
        {"The raid hit 20 men.", "20 men", "killed 20"},
        {"The shelling displaced some 4,000 villagers.", "4,000 villagers", "people 4000"},
        {"The toll rose to six with many others wounded.", "six", "killed 6"},
        {"Rebels boasted of killing or wounding 40 soldiers.", "40 soldiers", "killed 40"},
    };
    for (const auto& c : cases) {
        const auto begin = c.sentence.find(c.phrase);
        const auto value = reader().read(c.sentence, Span{begin, begin + c.phrase.size()}, "bomb");
        ASSERT_TRUE(value) << c.sentence;
        EXPECT_EQ(value->value, c.value) << c.sentence;
    }
}

TEST(quantity, says_why) {
    const auto reason_of = [](const char* phrase, const char* act) {
        const auto value = reader().read(phrase, act);
        return value ? value->reason : std::string{};
    };
    EXPECT_EQ(reason_of("$5", "aid-economic"), "currency beside the number");
    EXPECT_EQ(reason_of("22 wounded", "attack"), "\"wounded\" in the phrase");
}

TEST(quantity, survives_any_bytes_and_spans) {
    std::mt19937 random{3};
    std::uniform_int_distribution<int> byte{0, 255};
    for (int round = 0; round < 2000; ++round) {
        std::string sentence(static_cast<std::size_t>(round % 80), ' ');
        for (auto& c : sentence) c = static_cast<char>(byte(random));
        const auto begin = static_cast<std::size_t>(byte(random)) % 60;
        const auto value = reader().read(sentence, Span{begin, begin + 20}, "bomb");
        EXPECT_TRUE(!value || value->value.find(' ') != std::string::npos);
    }
    EXPECT_FALSE(reader().read("99999999999999999999999999999999999999", "trade-figure"));
    EXPECT_FALSE(reader().read(std::string(1U << 20U, '7'), "bomb"));
}

}  // namespace
}  // namespace dragoman
