#pragma once

// For tests: a model folder whose network is a table, so that what it says of a sentence is known beforehand.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <openvino/openvino.hpp>
#include <openvino/opsets/opset13.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/hash.h"

namespace dragoman::tiny {

/// A folder that lives as long as the test.
class TemporaryFolder {
  public:
    explicit TemporaryFolder(const std::string& name)
        : path_(std::filesystem::temp_directory_path() /
                ("dragoman-" + name + "-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code status;
        std::filesystem::remove_all(path_, status);
    }

    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    void write(const std::string& name, std::string_view bytes) const {
        std::ofstream{path_ / name, std::ios::binary} << bytes;
    }

  private:
    std::filesystem::path path_;
};

inline const std::vector<std::string> k_vocabulary = {"[PAD]",  "[UNK]", "[CLS]", "[SEP]", "norland",
                                                      "signed", "re",    "-",     "open",  "##ed",
                                                      "treaty", "peru",  "."};

/// A logit: this piece says this channel, instead of the first of its group.
using Table = std::map<std::string, std::vector<std::size_t>>;

/// [B,L] ids -> [B,L,channels]: 8 in the channels that the table names for the piece, 0 elsewhere.
inline ov::Output<ov::Node> lookup(const ov::Output<ov::Node>& ids, std::size_t channels,
                                   const Table& table) {
    std::vector<float> values(k_vocabulary.size() * channels, 0.0F);
    for (std::size_t piece = 0; piece < k_vocabulary.size(); ++piece) {
        const auto row = table.find(k_vocabulary[piece]);
        if (row == table.end()) continue;
        for (const auto channel : row->second) values[piece * channels + channel] = 8.0F;
    }
    using ov::opset13::Constant;
    const auto rows = Constant::create(ov::element::f32, {k_vocabulary.size(), channels}, values);
    return std::make_shared<ov::opset13::Gather>(rows, ids, Constant::create(ov::element::i64, {}, {0}));
}

inline ov::Output<ov::Node> unsqueeze(const ov::Output<ov::Node>& value, std::int64_t axis) {
    return std::make_shared<ov::opset13::Unsqueeze>(
        value, ov::opset13::Constant::create(ov::element::i64, {1}, {axis}));
}

inline ov::Output<ov::Node> reshape(const ov::Output<ov::Node>& value,
                                    const std::vector<std::int64_t>& shape) {
    return std::make_shared<ov::opset13::Reshape>(
        value, ov::opset13::Constant::create(ov::element::i64, {shape.size()}, shape), true);
}

/// Acts: 1 sign ("signed"), 2 open-mission ("open", "re"). "signed" has A, R and P implicit. Every trigger
/// takes "norland" for its actor and "peru" for its recipient.
inline std::shared_ptr<ov::Model> make_network() {
    const auto ids = std::make_shared<ov::opset13::Parameter>(ov::element::i64, ov::PartialShape{-1, -1});
    const auto softmax = [](const ov::Output<ov::Node>& value) {
        return std::make_shared<ov::opset13::Softmax>(value, value.get_partial_shape().size() - 1);
    };
    const Table no_act = {{"[CLS]", {0}}, {"[SEP]", {0}},  {"norland", {0}}, {"[UNK]", {0}},
                          {"-", {0}},     {"treaty", {0}}, {"peru", {0}},    {".", {0}},
                          {"##ed", {0}},  {"signed", {1}}, {"re", {2}},      {"open", {2}}};
    const auto acts = softmax(lookup(ids, 3, no_act));
    const auto status = softmax(lookup(ids, 5, {{"signed", {1}}}));
    const auto words = lookup(ids, 18, {{"norland", {1}}, {"peru", {4}}});
    const auto outside = lookup(ids, 18, {{"[CLS]", {}}});
    std::vector<float> bias(18, 0.0F);
    for (std::size_t role = 0; role < 6; ++role) bias[3 * role] = 4.0F;
    const auto biased = std::make_shared<ov::opset13::Add>(
        outside, ov::opset13::Constant::create(ov::element::f32, {18}, bias));
    const auto pairs = std::make_shared<ov::opset13::Add>(unsqueeze(biased, 2), unsqueeze(words, 1));
    const auto tags = softmax(reshape(pairs, {0, 0, 0, 6, 3}));
    const auto roles = reshape(tags, {0, 0, 0, 18});
    const auto shifted =
        std::make_shared<ov::opset13::Add>(lookup(ids, 3, {{"signed", {0, 1, 2}}}),
                                           ov::opset13::Constant::create(ov::element::f32, {}, {-4.0F}));
    const auto implicit = std::make_shared<ov::opset13::Sigmoid>(shifted);
    ids->output(0).set_names({"input_ids"});
    acts->output(0).set_names({"acts"});
    status->output(0).set_names({"status"});
    roles.get_node()->output(0).set_names({"roles"});
    implicit->output(0).set_names({"implicit"});
    return std::make_shared<ov::Model>(ov::OutputVector{acts, status, roles, implicit},
                                       ov::ParameterVector{ids});
}

inline std::string vocabulary_text() {
    std::string text;
    for (const auto& piece : k_vocabulary) text += piece + "\n";
    return text;
}

/// A card for the files in the folder. Two acts, and one sample that the table network reads so.
inline nlohmann::json make_card(const TemporaryFolder& folder) {
    nlohmann::json card = {{"name", "tiny"},
                           {"version", "1"},
                           {"encoder", "a table"},
                           {"licence", "CC0"},
                           {"acts", {"sign", "open-mission"}},
                           {"max_pieces", 16},
                           {"thresholds", {{"find", 0.5}, {"second", 0.35}, {"implicit", 0.5}}}};
    for (const char* name : {"model.xml", "model.bin", "vocab.txt"}) {
        card["files"][name] = sha256_hex(read_file(folder.file(name)).value());
    }
    const nlohmann::json mention = {{"act", "sign"}, {"begin", 8}, {"end", 14}, {"score", 0.9993}};
    card["samples"] = {{{"text", "Norland signed."}, {"mentions", nlohmann::json::array({mention})}}};
    return card;
}

/// Writes all four files.
inline void write_model(const TemporaryFolder& folder) {
    ov::save_model(make_network(), folder.file("model.xml"), false);
    folder.write("vocab.txt", vocabulary_text());
    folder.write("card.json", make_card(folder).dump());
}

}  // namespace dragoman::tiny
