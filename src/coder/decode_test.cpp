#include "coder/decode.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "coder/basic_words.h"

namespace dragoman {
namespace {

constexpr std::size_t k_acts = 3;
constexpr Role k_actor = Role::actor;

/// A sentence of one piece a word, with outputs to be filled in by word; nothing is found at first.
class Sentence {
  public:
    explicit Sentence(std::string text) : text_(std::move(text)) {
        pieces_.ids = {1};
        for (const auto& word : basic_words(text_, 1000)) {
            pieces_.words.push_back({word.span, pieces_.ids.size()});
            pieces_.ids.push_back(7);
        }
        pieces_.ids.push_back(2);
        const auto size = pieces_.ids.size();
        acts_.assign(size * (1 + k_acts), 0);
        for (std::size_t i = 0; i < size; ++i) acts_[i * (1 + k_acts)] = 1;
        status_.assign(size * k_status_count, 0.2F);
        roles_.assign(size * size * k_role_channels, 0);
        for (std::size_t i = 0; i < roles_.size(); i += k_tag_count) roles_[i] = 1;
        implicit_.assign(size * k_implicit_count, 0);
    }

    /// Probabilities of no act and of the acts at a word.
    Sentence& acts(std::size_t word, std::array<float, 1 + k_acts> values) {
        std::ranges::copy(values, acts_.begin() + at(pieces_.words[word].piece * (1 + k_acts)));
        return *this;
    }
    Sentence& status(std::size_t word, std::array<float, k_status_count> values) {
        std::ranges::copy(values, status_.begin() + at(pieces_.words[word].piece * k_status_count));
        return *this;
    }
    /// The tag of `word` for `role` at `trigger`, with its probability.
    Sentence& tag(std::size_t trigger, std::size_t word, Role role, char tag, float probability = 0.9F) {
        const auto row = pieces_.words[trigger].piece * pieces_.ids.size() + pieces_.words[word].piece;
        const auto first = at(row * k_role_channels + k_tag_count * static_cast<std::size_t>(role));
        std::fill_n(roles_.begin() + first, k_tag_count, (1 - probability) / 2);
        roles_[static_cast<std::size_t>(first) + std::string_view{"OBI"}.find(tag)] = probability;
        return *this;
    }
    Sentence& implicit(std::size_t word, std::array<float, k_implicit_count> values) {
        std::ranges::copy(values, implicit_.begin() + at(pieces_.words[word].piece * k_implicit_count));
        return *this;
    }
    Sentence& cut() {
        pieces_.cut = true;
        return *this;
    }

    [[nodiscard]] Reading read() const {
        const NetworkOutput output{pieces_.ids.size(), k_acts, acts_, status_, roles_, implicit_};
        return decode(text_, pieces_, output, decoding_);
    }
    Sentence& calibrate(Calibration calibration) {
        decoding_.calibration = calibration;
        return *this;
    }
    Sentence& demand(double confidence) {
        decoding_.demand(confidence);
        return *this;
    }
    [[nodiscard]] std::string of(const Span& span) const { return std::string{span.of(text_)}; }
    /// "act:trigger" of every mention.
    [[nodiscard]] std::vector<std::string> found() const {
        std::vector<std::string> out;
        for (const auto& mention : read().mentions) {
            out.push_back(std::to_string(static_cast<int>(mention.act)) + ":" + of(mention.trigger));
        }
        return out;
    }
    /// "role:text" of every argument of the first mention; "role:~" without span.
    [[nodiscard]] std::vector<std::string> arguments() const {
        std::vector<std::string> out;
        const auto reading = read();
        for (const auto& argument : reading.mentions.at(0).arguments) {
            out.push_back(std::string{role_letter(argument.role)} + ":" +
                          (argument.span ? of(*argument.span) : "~"));
        }
        return out;
    }

  private:
    static std::ptrdiff_t at(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

    std::string text_;
    Decoding decoding_{{}, {}, {ActId{10}, ActId{11}, ActId{12}}, {"AID", "COERCE", "AID"}};
    Pieces pieces_;
    std::vector<float> acts_, status_, roles_, implicit_;
};

using Strings = std::vector<std::string>;

TEST(Decode, TakesTheLikeliestActFromTheThresholdOn) {
    Sentence s{"Norland severed relations"};
    s.acts(1, {0.5F, 0.1F, 0.3F, 0.1F});
    EXPECT_EQ(s.found(), Strings{"11:severed"});
    EXPECT_NEAR(s.read().mentions[0].score, 0.3, 1e-6);
    s.acts(1, {0.51F, 0.1F, 0.29F, 0.1F});
    EXPECT_TRUE(s.found().empty());
}

TEST(Decode, NamesTheStrongestRejectedWord) {
    Sentence s{"Norland severed relations"};
    s.acts(0, {0.9F, 0.1F, 0, 0}).acts(1, {0.6F, 0.1F, 0.2F, 0.1F}).acts(2, {0.8F, 0.1F, 0.1F, 0});
    const auto rejected = s.read().best_rejected.value_or(RunnerUp{});
    EXPECT_EQ(rejected.act, ActId{11});
    EXPECT_EQ(s.of(rejected.trigger), "severed");
    EXPECT_NEAR(rejected.probability, 0.2, 1e-6);
    EXPECT_FALSE(Sentence{""}.read().best_rejected);
}

TEST(Decode, ReadsASecondActOffOneTrigger) {
    Sentence s{"Norland severed relations"};
    s.acts(1, {0.05F, 0.35F, 0.2F, 0.4F});
    EXPECT_EQ(s.found(), (Strings{"12:severed", "10:severed"}));
    EXPECT_FLOAT_EQ(static_cast<float>(s.read().mentions[1].score), 0.35F);
    s.acts(1, {0.05F, 0.34F, 0.2F, 0.41F});
    EXPECT_EQ(s.found(), Strings{"12:severed"});
}

TEST(Decode, LetsTwoWordsShareAnActThatNeitherReachesAlone) {
    Sentence shared{"he relayed a letter"};
    shared.acts(1, {0.6F, 0.4F, 0, 0}).acts(3, {0.55F, 0.45F, 0, 0});
    EXPECT_EQ(shared.found(), std::vector<std::string>{"10:letter"});
    Sentence too_weak{"he relayed a letter"};
    too_weak.acts(1, {0.6F, 0.4F, 0, 0}).acts(3, {0.85F, 0.15F, 0, 0});
    EXPECT_TRUE(too_weak.found().empty());
    Sentence other_act{"he relayed a letter"};
    other_act.acts(1, {0.6F, 0.4F, 0, 0}).acts(3, {0.55F, 0, 0.45F, 0});
    EXPECT_TRUE(other_act.found().empty());
    Sentence other_act_of_the_type{"he relayed a letter"};
    other_act_of_the_type.acts(1, {0.6F, 0.4F, 0, 0}).acts(3, {0.55F, 0, 0, 0.45F});
    EXPECT_EQ(other_act_of_the_type.found(), std::vector<std::string>{"12:letter"});
    Sentence beside_a_trigger{"he relayed a letter and note"};
    beside_a_trigger.acts(1, {0.1F, 0.9F, 0, 0}).acts(3, {0.6F, 0.4F, 0, 0}).acts(5, {0.6F, 0.4F, 0, 0});
    EXPECT_EQ(beside_a_trigger.found(), std::vector<std::string>{"10:relayed"});
}

TEST(Decode, KeepsTheSurerOfTwoTriggersForOneActInAChunk) {
    Sentence s{"to re-open it"};  // to re - open it
    s.acts(1, {0.3F, 0.7F, 0, 0}).acts(3, {0.1F, 0.9F, 0, 0});
    EXPECT_EQ(s.found(), Strings{"10:re-open"});
    EXPECT_NEAR(s.read().mentions[0].score, 0.9, 1e-6);
    s.acts(1, {0.1F, 0.9F, 0, 0});
    EXPECT_EQ(s.read().mentions.size(), 1U);  // equals: the first
    s.acts(1, {0.1F, 0, 0.9F, 0});
    EXPECT_EQ(s.found(), (Strings{"11:re", "10:open"}));  // two acts: both stay, as words
}

TEST(Decode, WidensATriggerOnlyOverAHyphenInside) {
    Sentence hyphen{"(\"re-open\")"};  // ( " re - open " )
    hyphen.acts(4, {0.1F, 0.9F, 0, 0});
    EXPECT_EQ(hyphen.found(), Strings{"10:re-open"});
    Sentence outside{"-visit,"};
    outside.acts(1, {0.1F, 0.9F, 0, 0});
    EXPECT_EQ(outside.found(), Strings{"10:visit"});
    Sentence slash{"visit/talks"};
    slash.acts(0, {0.1F, 0.9F, 0, 0});
    EXPECT_EQ(slash.found(), Strings{"10:visit"});
}

TEST(Decode, GivesTheCalibratedProbabilityOfTheAct) {
    Sentence s{"Norland severed relations"};
    s.acts(1, {0.1F, 0.8F, 0.1F, 0}).calibrate({0.5, -0.2});  // logit(.8) = 1.386; .5 * 1.386 - .2 = .493
    EXPECT_NEAR(s.read().mentions.at(0).score, 0.6209, 1e-4);
}

TEST(Decode, ADemandedConfidenceReplacesTheThreshold) {
    Sentence s{"Norland severed relations"};
    s.acts(0, {0.75F, 0.25F, 0, 0}).acts(1, {0.1F, 0.6F, 0.3F, 0});
    EXPECT_EQ(s.found(), Strings{"10:severed"});
    EXPECT_EQ(s.demand(0.2).found(), (Strings{"10:Norland", "10:severed"}));
    EXPECT_TRUE(s.demand(0.7).found().empty());
}

TEST(Calibration, UndoesWhatItApplies) {
    const Calibration calibration{0.6, -0.4};
    for (const double p : {0.05, 0.5, 0.93}) EXPECT_NEAR(calibration.undo(calibration.apply(p)), p, 1e-9);
    EXPECT_LT(calibration.apply(0.9), 0.9);
}

TEST(Decode, TakesTheLikeliestStatus) {
    Sentence s{"Norland severed relations"};
    s.acts(1, {0.1F, 0.9F, 0, 0}).status(1, {0.1F, 0.1F, 0.1F, 0.6F, 0.1F});
    const auto mention = s.read().mentions.at(0);
    EXPECT_EQ(mention.status, Status::alleged);
    EXPECT_NEAR(mention.status_score, 0.6, 1e-6);
}

TEST(Decode, ReadsSpansFromTags) {
    Sentence s{"New Norland and the Sund severed relations"};
    s.acts(5, {0.1F, 0.9F, 0, 0});
    s.tag(5, 0, k_actor, 'B', 0.8F).tag(5, 1, k_actor, 'I', 0.6F);
    s.tag(5, 3, k_actor, 'B').tag(5, 4, k_actor, 'I').tag(5, 6, k_actor, 'B');
    EXPECT_EQ(s.arguments(), (Strings{"A:New Norland", "A:the Sund", "A:relations"}));
    EXPECT_NEAR(s.read().mentions[0].arguments[0].score, 0.7, 1e-6);
    s.tag(5, 4, k_actor, 'B', 0.99F);  // a sure B next to a span opens another
    EXPECT_EQ(s.arguments(), (Strings{"A:New Norland", "A:the", "A:Sund", "A:relations"}));
}

TEST(Decode, ReadsTheTagsOfASpanTogether) {
    Sentence s{"the Great Norland Assembly met"};
    s.acts(4, {0.1F, 0.9F, 0, 0});
    s.tag(4, 0, k_actor, 'B').tag(4, 1, k_actor, 'I').tag(4, 3, k_actor, 'I');
    s.tag(4, 2, k_actor, 'B', 0.45F);  // word by word this would break the name in two
    EXPECT_EQ(s.arguments(), Strings{"A:the Great Norland Assembly"});
}

TEST(Decode, ReadsOnlyTheRowOfItsTrigger) {
    Sentence s{"Norland severed relations"};
    s.acts(1, {0.1F, 0.9F, 0, 0}).tag(2, 0, k_actor, 'B');
    EXPECT_TRUE(s.arguments().empty());
}

TEST(Decode, DropsSpansOfPunctuationOnly) {
    Sentence s{"Norland , $ severed \u2014"};
    s.acts(3, {0.1F, 0.9F, 0, 0}).tag(3, 1, k_actor, 'B').tag(3, 2, k_actor, 'I').tag(3, 4, Role::place, 'B');
    EXPECT_TRUE(s.arguments().empty());
}

TEST(Decode, AddsImplicitParticipantsThatWereNotFound) {
    Sentence s{"Relations were severed"};
    s.acts(2, {0.1F, 0.9F, 0, 0}).implicit(2, {0.5F, 0.9F, 0.49F});
    EXPECT_EQ(s.arguments(), (Strings{"A:~", "R:~"}));
    s.tag(2, 0, k_actor, 'B');
    EXPECT_EQ(s.arguments(), (Strings{"A:Relations", "R:~"}));
    EXPECT_NEAR(s.read().mentions[0].arguments[1].score, 0.9, 1e-6);
}

TEST(Decode, OrdersArgumentsByRoleThenPlaceThenImplicit) {
    Sentence s{"In 1959 Norland severed relations"};
    s.acts(3, {0.1F, 0.9F, 0, 0}).implicit(3, {0, 0.8F, 0});
    s.tag(3, 1, Role::time, 'B').tag(3, 2, k_actor, 'B').tag(3, 0, Role::source, 'B').tag(3, 0, k_actor, 'B');
    EXPECT_EQ(s.arguments(), (Strings{"A:In", "A:Norland", "T:1959", "B:In", "R:~"}));
}

TEST(Decode, SaysThatTheSentenceWasCut) {
    Sentence s{"Norland"};
    EXPECT_FALSE(s.read().cut);
    EXPECT_TRUE(s.cut().read().cut);
}

}  // namespace
}  // namespace dragoman
