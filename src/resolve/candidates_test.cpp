#include "resolve/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dragoman {
namespace {

/// One invented text with the acts in it, and one participant that is sought.
class Gathering : public testing::Test {
  protected:
    void SetUp() override {
        const std::string data = DRAGOMAN_SOURCE_DIR "/data";
        countries_ = std::make_unique<CountryTable>(CountryTable::load(data).value());
        lexicon_ = std::make_unique<Lexicon>(Lexicon::load(data, *countries_).value());
        acts_ = std::make_unique<ActTable>(ActTable::load(data + "/acts.tsv").value());
    }

    void say(const std::string& sentence) {
        const auto begin = document_.article.text.size();
        document_.article.text += sentence + '\n';
        document_.sentences.push_back({begin, begin + sentence.size()});
    }
    void act(const std::string& name, const std::string& trigger, const std::vector<std::string>& actors,
             const std::vector<std::string>& recipients) {
        Parties parties{
            document_.sentences.size() - 1, span_of(trigger), &(*acts_)[acts_->find(name).value()], {}};
        parties.add(Role::actor, actors);
        parties.add(Role::recipient, recipients);
        parties_.push_back(parties);
    }
    Span span_of(const std::string& words) const {
        const auto at = document_.article.text.find(words, document_.sentences.back().begin);
        return {at, at + words.size()};
    }
    /// The candidates for a left-out participant of the last act.
    std::vector<Candidate> left_out(Role role, Found by_rule = {}) {
        const DocumentNames names{document_, *lexicon_};
        const CandidateFinder finder{names, *countries_, lexicon_->classes()};
        const Sought sought{parties_.size() - 1, role, parties_.back().trigger, nullptr, "",
                            std::move(by_rule)};
        return finder.candidates(sought, parties_);
    }
    static bool says(const std::vector<Candidate>& found, const std::string& countries,
                     const std::string& feature) {
        const auto it = std::ranges::find(found, countries, &Candidate::countries);
        return it != found.end() && std::ranges::count(it->features, feature) == 1;
    }

    std::unique_ptr<CountryTable> countries_;
    std::unique_ptr<Lexicon> lexicon_;
    std::unique_ptr<ActTable> acts_;
    Document document_;
    std::vector<Parties> parties_;
};

TEST_F(Gathering, SaysWhereAndOnWhichSideEachStands) {
    document_.article.title = "Peru and Chile";
    say("Peru accused Chile of spying.");
    act("accuse", "accused", {"PER.GOV"}, {"CHL"});
    say("Talks in Ghana were halted.");
    act("halt", "halted", {}, {});
    const auto found = left_out(Role::actor, {{"PER"}, "", "missing"});
    EXPECT_TRUE(says(found, "PER", "prior:A"));
    EXPECT_TRUE(says(found, "PER", "rule:missing"));
    EXPECT_TRUE(says(found, "PER", "title:0"));
    EXPECT_TRUE(says(found, "CHL", "prior:R"));
    EXPECT_TRUE(says(found, "CHL", "previous:1"));
    EXPECT_TRUE(says(found, "GHA", "before:0"));
    EXPECT_TRUE(says(found, "GHA", "before-after:in"));
    EXPECT_TRUE(says(found, "UNK", "unknown"));
}

TEST_F(Gathering, PutsThePartiesOfTheSameActApart) {
    say("Peru, Chile and Ghana met before relations were severed.");
    act("meet", "met", {"PER", "CHL"}, {});
    act("sever-relations", "severed", {"PER"}, {});
    const auto found = left_out(Role::recipient);
    EXPECT_TRUE(says(found, "PER", "own:A"));
    EXPECT_FALSE(says(found, "PER", "before-free:0"));
    EXPECT_TRUE(says(found, "GHA", "before-free:0"));
    EXPECT_TRUE(says(found, "CHL", "left:A"));
}

TEST_F(Gathering, KeepsToALimitOnTextsThatNameEverybody) {
    std::string everybody;
    for (const auto& country : countries_->all()) everybody += country.name + " and ";
    say(everybody + "others met.");
    act("meet", "met", {}, {});
    const auto found = left_out(Role::actor);
    EXPECT_EQ(found.size(), k_most_candidates);
    EXPECT_TRUE(says(found, "UNK", "unknown"));
}

}  // namespace
}  // namespace dragoman
