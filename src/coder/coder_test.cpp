#include "coder/coder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <thread>

#include "coder/tiny_model.h"

namespace dragoman {
namespace {

const ActTable& act_table() {
    static const auto table = ActTable::load(DRAGOMAN_SOURCE_DIR "/data/acts.tsv");
    return table.value();
}

/// Everything that a reading says, to the bit.
std::string dump(const Reading& reading) {
    std::string out = reading.cut ? "cut;" : "";
    const auto number = [](double value) { return std::to_string(std::bit_cast<std::uint64_t>(value)); };
    const auto place = [](const Span& span) {
        return std::to_string(span.begin) + "-" + std::to_string(span.end);
    };
    if (const auto& best = reading.best_rejected)
        out += place(best->trigger) + number(best->probability) + ";";
    for (const auto& mention : reading.mentions) {
        out +=
            act_table()[mention.act].name + " " + place(mention.trigger) + " " + number(mention.score) + " ";
        out += std::string{to_string(mention.status)} + " " + number(mention.status_score);
        for (const auto& argument : mention.arguments) {
            out +=
                std::string{" "} + role_letter(argument.role) + (argument.span ? place(*argument.span) : "~");
            out += number(argument.score);
        }
        out += ";";
    }
    return out;
}

std::vector<std::string> dumps(const Coder& coder, std::span<const std::string_view> sentences) {
    std::vector<std::string> out;
    for (const auto& reading : coder.read(sentences)) out.push_back(dump(reading));
    return out;
}

class TinyCoder : public testing::Test {
  protected:
    TinyCoder() { tiny::write_model(folder); }

    Result<Coder> load(CoderOptions options = {}) { return Coder::load(folder.path(), act_table(), options); }
    void write_card(const nlohmann::json& card) { folder.write("card.json", card.dump()); }
    std::string complaint() {
        const auto coder = load();
        return coder ? "none" : coder.error().to_line();
    }

    tiny::TemporaryFolder folder{"coder-test"};
};

TEST_F(TinyCoder, ReadsSentencesInTheirOrder) {
    const auto coder = load();
    ASSERT_TRUE(coder) << coder.error().to_line();
    const std::string_view sentences[] = {"Norland re-opened.", "", "Norland signed treaty.", "Peru."};
    const auto readings = coder.value().read(sentences);
    ASSERT_EQ(readings.size(), 4U);
    ASSERT_EQ(readings[0].mentions.size(), 1U);
    EXPECT_EQ(readings[0].mentions[0].trigger.of(sentences[0]), "re-opened");
    EXPECT_EQ(act_table()[readings[0].mentions[0].act].name, "open-mission");
    EXPECT_TRUE(readings[1].mentions.empty());
    ASSERT_EQ(readings[2].mentions.size(), 1U);
    const auto& signed_treaty = readings[2].mentions[0];
    EXPECT_EQ(signed_treaty.status, Status::planned);
    ASSERT_EQ(signed_treaty.arguments.size(), 3U);  // A found, R and P implicit
    EXPECT_EQ(signed_treaty.arguments[0].span, (Span{0, 7}));
    EXPECT_FALSE(signed_treaty.arguments[1].span);
    EXPECT_TRUE(readings[3].mentions.empty());
    ASSERT_TRUE(readings[3].best_rejected);
}

TEST_F(TinyCoder, CutsLongSentences) {
    const auto coder = load();
    std::string text;
    for (int i = 0; i < 20; ++i) text += "signed ";
    const std::string_view sentence = text;
    const auto readings = coder.value().read({&sentence, 1});
    EXPECT_TRUE(readings[0].cut);
    EXPECT_EQ(readings[0].mentions.size(), 14U);
}

TEST_F(TinyCoder, MinConfidenceReplacesTheThreshold) {
    const std::string_view sentence = "Norland signed.";
    const auto strict = load({1, 1.0});
    ASSERT_TRUE(strict) << strict.error().to_line();
    EXPECT_TRUE(strict.value().read({&sentence, 1})[0].mentions.empty());
    const auto lax = load({1, 0.0001});
    EXPECT_EQ(lax.value().read({&sentence, 1})[0].mentions.size(),
              2U);  // "Norland" and, of its chunk, "signed"
    EXPECT_FALSE(load({1, 1.5}));
    EXPECT_FALSE(load({0, {}}));
}

TEST_F(TinyCoder, RefusesAModelThatReadsItsSampleOtherwise) {
    auto card = tiny::make_card(folder);
    card["samples"][0]["mentions"][0]["score"] = 0.93;
    write_card(card);
    EXPECT_EQ(complaint(),
              folder.path() + ": the model does not read its own sample as it should: \"Norland signed.\"");
    card["samples"][0]["mentions"] = nlohmann::json::array();
    write_card(card);
    EXPECT_NE(complaint(), "none");
    card["acts"] = {"open-mission", "sign"};
    write_card(card);
    EXPECT_NE(complaint(), "none");
}

TEST_F(TinyCoder, RefusesANetworkThatDoesNotFitTheCard) {
    auto card = tiny::make_card(folder);
    card["acts"] = {"sign", "open-mission", "visit"};
    write_card(card);
    EXPECT_EQ(complaint(), folder.path() + "/model.xml: the output 'acts' is not f32 with 4 channels last");
    folder.write("model.xml", "<net name=\"broken\"");
    write_card(tiny::make_card(folder));
    EXPECT_TRUE(complaint().starts_with(folder.path() + "/model.xml: OpenVINO cannot use the network"));
}

TEST_F(TinyCoder, MayBeSharedByThreads) {
    const auto coder = load({2, {}});
    const std::vector<std::string_view> sentences = {"Norland signed.", "Peru re-opened treaty.",
                                                     "Treaty signed."};
    const auto expected = dumps(coder.value(), sentences);
    std::vector<std::vector<std::string>> seen(4);
    {
        std::vector<std::jthread> threads;
        threads.reserve(seen.size());
        for (auto& mine : seen) threads.emplace_back([&] { mine = dumps(coder.value(), sentences); });
    }
    for (const auto& mine : seen) EXPECT_EQ(mine, expected);
}

/// The model that is shipped. Invented sentences.
class FastModel : public testing::Test {
  protected:
    static Result<Coder> load(unsigned threads) {
        return Coder::load(DRAGOMAN_SOURCE_DIR "/models/fast", act_table(), {threads, 0.05});
    }
};

std::vector<std::string> invented_sentences() {
    const std::vector<std::string> subjects = {"Norland", "The foreign minister of Sundavia",
                                               "Both republics", "The Norland government on Monday"};
    const std::vector<std::string> acts = {"signed a treaty with", "severed relations with",
                                           "will re-open its embassy in", "condemned",
                                           "threatened to withdraw its ambassador from"};
    const std::vector<std::string> objects = {"Westmark.", "the kingdom of Ostia, officials said.",
                                              "Port Sunder."};
    std::vector<std::string> out;
    for (const auto& subject : subjects) {
        for (const auto& act : acts) {
            for (const auto& object : objects) out.push_back(fmt::format("{} {} {}", subject, act, object));
        }
    }
    return out;
}

TEST_F(FastModel, ReadsASentenceAlikeAloneInBatchesAndOnThreads) {
    const auto texts = invented_sentences();
    const std::vector<std::string_view> sentences(texts.begin(), texts.end());
    const auto one = load(1);
    ASSERT_TRUE(one) << one.error().to_line();
    std::vector<std::string> alone;
    alone.reserve(sentences.size());
    for (const auto& sentence : sentences) alone.push_back(dumps(one.value(), {&sentence, 1})[0]);
    EXPECT_EQ(dumps(one.value(), sentences), alone);
    const auto three = load(3);
    EXPECT_EQ(dumps(three.value(), sentences), alone);
    const std::vector<std::string_view> backwards(sentences.rbegin(), sentences.rend());
    auto reversed = dumps(three.value(), backwards);
    std::ranges::reverse(reversed);
    EXPECT_EQ(reversed, alone);
}

}  // namespace
}  // namespace dragoman
