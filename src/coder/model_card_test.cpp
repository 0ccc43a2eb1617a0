#include "coder/model_card.h"

#include <gtest/gtest.h>

#include "coder/tiny_model.h"

namespace dragoman {
namespace {

/// A folder with stand-ins for the files (the card does not look inside), and its card to be spoilt.
class ModelCardTest : public testing::Test {
  protected:
    ModelCardTest() {
        folder.write("model.xml", "<net/>");
        folder.write("model.bin", "weights");
        folder.write("vocab.txt", tiny::vocabulary_text());
        card = tiny::make_card(folder);
    }

    Result<ModelFolder> read() {
        folder.write("card.json", card.dump());
        return read_model_folder(folder.path(), table.value());
    }
    /// The error as a line, without the folder.
    std::string complaint() {
        const auto model = read();
        return model ? "none" : model.error().to_line().substr(folder.path().size() + 1);
    }

    tiny::TemporaryFolder folder{"model-card-test"};
    Result<ActTable> table = ActTable::load(DRAGOMAN_SOURCE_DIR "/data/acts.tsv");
    nlohmann::json card;
};

TEST_F(ModelCardTest, ReadsTheFolder) {
    card["samples"][0]["text"] = "N\u00F6rland signed.";  // offsets count code points, spans bytes
    const auto model = read();
    ASSERT_TRUE(model) << model.error().to_line();
    EXPECT_EQ(model.value().weights, "weights");
    const auto& read_card = model.value().card;
    EXPECT_EQ(read_card.max_pieces, 16U);
    EXPECT_EQ(read_card.thresholds.second, 0.35);
    ASSERT_EQ(read_card.acts.size(), 2U);
    EXPECT_EQ(table.value()[read_card.acts[1]].name, "open-mission");
    EXPECT_EQ(read_card.samples[0].mentions[0].trigger, (Span{9, 15}));
}

TEST_F(ModelCardTest, RefusesAFileThatChanged) {
    folder.write("model.bin", "weighty");
    EXPECT_EQ(complaint(), "model.bin: is not the file that card.json was written for (its SHA-256 differs)");
    std::filesystem::remove(folder.file("model.bin"));
    EXPECT_EQ(complaint(), "model.bin: no such file");
}

TEST_F(ModelCardTest, JoinsWeightsThatLieInParts) {
    folder.write("model.bin.1", "wei");
    folder.write("model.bin.2", "ghts");
    card["files"].erase("model.bin");
    card["files"]["model.bin.1"] = sha256_hex("wei");
    card["files"]["model.bin.2"] = sha256_hex("ghts");
    const auto model = read();
    ASSERT_TRUE(model) << model.error().to_line();
    EXPECT_EQ(model.value().weights, "weights");
    folder.write("model.bin.2", "ghtz");
    EXPECT_EQ(complaint(),
              "model.bin.2: is not the file that card.json was written for (its SHA-256 differs)");
}

TEST_F(ModelCardTest, ReadsWhatACardMayLeaveOut) {
    EXPECT_EQ(read().value().card.special_pieces.begin, "[CLS]");
    EXPECT_EQ(read().value().card.calibration.slope, 1);
    card["special_pieces"] = {{"begin", "<s>"}, {"end", "</s>"}, {"unknown", "[UNK]"}};
    card["calibration"] = {{"slope", 0.5}, {"shift", -0.25}};
    EXPECT_EQ(read().value().card.special_pieces.end, "</s>");
    EXPECT_EQ(read().value().card.calibration.shift, -0.25);
}

TEST_F(ModelCardTest, RefusesAnUnknownOrRepeatedAct) {
    card["acts"] = {"sign", "teleport"};
    EXPECT_EQ(complaint(), "card.json: no act is called 'teleport'");
    card["acts"] = {"sign", "sign"};
    EXPECT_EQ(complaint(), "card.json: the act 'sign' stands twice");
    card["acts"] = nlohmann::json::array();
    EXPECT_EQ(complaint(), "card.json: names no act");
}

TEST_F(ModelCardTest, RefusesFieldsThatAreMissingOrWrong) {
    auto spoil = [&, whole = card](const char* pointer, const nlohmann::json& value) {
        card = whole;
        card[nlohmann::json::json_pointer{pointer}] = value;
        return complaint();
    };
    EXPECT_EQ(spoil("/max_pieces", 2), "card.json: max_pieces is 2, not 3..4096");
    EXPECT_EQ(spoil("/max_pieces", "many"), "card.json: type must be number, but is string");
    EXPECT_EQ(spoil("/thresholds/find", 1.5), "card.json: a threshold is 1.5, not 0..1");
    EXPECT_EQ(spoil("/calibration", {{"slope", 0}, {"shift", 0}}),
              "card.json: the calibration's slope is 0, not above 0");
    EXPECT_EQ(spoil("/samples/0/mentions/0/end", 16),
              "card.json: a sample's trigger 8..16 is not in its text");
    EXPECT_EQ(spoil("/files", nlohmann::json::object()), "card.json: key 'model.xml' not found");
}

TEST_F(ModelCardTest, RefusesACardThatIsMissingOrNoJson) {
    const auto none = read_model_folder(folder.path() + "/nowhere", table.value());
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::not_found);
    folder.write("card.json", "{\"name\": ");
    const auto broken = read_model_folder(folder.path(), table.value());
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().kind, ErrorKind::malformed);
}

}  // namespace
}  // namespace dragoman
