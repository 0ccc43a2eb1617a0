#include "coder/model_card.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/file.h"
#include "base/hash.h"
#include "base/json_message.h"
#include "base/utf8.h"

namespace dragoman {
namespace {

using nlohmann::json;

constexpr std::size_t k_card_limit = std::size_t{1} << 20;
constexpr std::size_t k_least_pieces = 3;    // [CLS], one piece, [SEP]
constexpr std::size_t k_most_pieces = 4096;  // outputs grow with the square

Error malformed(std::string message) {
    return {ErrorKind::malformed, std::move(message), ""};
}

Result<Sample> read_sample(const json& entry, const ActTable& acts) {
    Sample sample;
    sample.text = entry.at("text").get<std::string>();
    const auto offsets = code_point_offsets(sample.text);
    for (const auto& mention : entry.at("mentions")) {
        const auto act = acts.find(mention.at("act").get<std::string>());
        if (!act) return act.error();
        const auto begin = mention.at("begin").get<std::size_t>();
        const auto end = mention.at("end").get<std::size_t>();
        if (begin >= end || end >= offsets.size()) {
            return malformed(fmt::format("a sample's trigger {}..{} is not in its text", begin, end));
        }
        sample.mentions.push_back(
            {act.value(), {offsets[begin], offsets[end]}, mention.at("score").get<double>()});
    }
    return sample;
}

std::optional<Error> read_acts(const json& names, const ActTable& acts, std::vector<ActId>& ids) {
    for (const auto& name : names) {
        const auto act = acts.find(name.get<std::string>());
        if (!act) return act.error();
        if (std::ranges::find(ids, act.value()) != ids.end()) {
            return malformed(fmt::format("the act '{}' stands twice", name.get<std::string>()));
        }
        ids.push_back(act.value());
    }
    if (ids.empty()) return malformed("names no act");
    return std::nullopt;
}

/// Optional fields: a card without them has BERT's pieces and a network that needs no calibration.
void read_optional_fields(const json& fields, ModelCard& card) {
    if (const auto found = fields.find("special_pieces"); found != fields.end()) {
        card.special_pieces = {found->at("begin").get<std::string>(), found->at("end").get<std::string>(),
                               found->at("unknown").get<std::string>()};
    }
    if (const auto found = fields.find("calibration"); found != fields.end()) {
        card.calibration = {found->at("slope").get<double>(), found->at("shift").get<double>()};
    }
}

std::optional<Error> check_ranges(const ModelCard& card) {
    if (card.max_pieces < k_least_pieces || card.max_pieces > k_most_pieces) {
        return malformed(
            fmt::format("max_pieces is {}, not {}..{}", card.max_pieces, k_least_pieces, k_most_pieces));
    }
    for (const double threshold : {card.thresholds.find, card.thresholds.second, card.thresholds.implicit}) {
        if (!(threshold >= 0 && threshold <= 1)) {
            return malformed(fmt::format("a threshold is {}, not 0..1", threshold));
        }
    }
    if (!(card.calibration.slope > 0)) {
        return malformed(fmt::format("the calibration's slope is {}, not above 0", card.calibration.slope));
    }
    return std::nullopt;
}

/// Throws json::exception where a field is missing or of another type.
Result<ModelCard> read_fields(const json& fields, const ActTable& table) {
    ModelCard card;
    card.name = fields.at("name").get<std::string>();
    card.version = fields.at("version").get<std::string>();
    card.encoder = fields.at("encoder").get<std::string>();
    card.licence = fields.at("licence").get<std::string>();
    card.max_pieces = fields.at("max_pieces").get<std::size_t>();
    const auto& thresholds = fields.at("thresholds");
    card.thresholds = {thresholds.at("find").get<double>(), thresholds.at("second").get<double>(),
                       thresholds.at("implicit").get<double>()};
    read_optional_fields(fields, card);
    if (const auto error = read_acts(fields.at("acts"), table, card.acts)) return *error;
    for (const auto& entry : fields.at("samples")) {
        auto sample = read_sample(entry, table);
        if (!sample) return sample.error();
        card.samples.push_back(std::move(sample).value());
    }
    if (const auto error = check_ranges(card)) return *error;
    return card;
}

double logit(double probability) {
    constexpr double k_edge = 1e-6;
    const auto inside = std::clamp(probability, k_edge, 1 - k_edge);
    return std::log(inside / (1 - inside));
}

double logistic(double value) {
    return 1 / (1 + std::exp(-value));
}

Result<std::string> read_hashed(const std::string& path, const std::string& hash) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    if (sha256_hex(bytes.value()) != hash) {
        return Error{ErrorKind::malformed,
                     "is not the file that card.json was written for (its SHA-256 differs)", path};
    }
    return bytes;
}

/// The file of that name, or if the card names none, its parts in their order: NAME.1, NAME.2, ...
std::vector<std::string> files_of(const json& files, const std::string& name) {
    std::vector<std::string> parts;
    for (std::size_t part = 1; files.contains(fmt::format("{}.{}", name, part)); ++part) {
        parts.push_back(fmt::format("{}.{}", name, part));
    }
    if (parts.empty()) parts.push_back(name);
    return parts;
}

Result<ModelFolder> read_folder(const json& fields, const std::string& folder, const ActTable& table) {
    ModelFolder model;
    auto card = read_fields(fields, table);
    if (!card) return card.error();
    model.card = std::move(card).value();
    const auto& files = fields.at("files");
    const std::array<std::pair<std::string, std::string*>, 3> parts = {
        {{"model.xml", &model.network}, {"model.bin", &model.weights}, {"vocab.txt", &model.vocabulary}}};
    for (const auto& [name, bytes] : parts) {
        for (const auto& file : files_of(files, name)) {
            auto read = read_hashed(fmt::format("{}/{}", folder, file), files.at(file).get<std::string>());
            if (!read) return read.error();
            if (bytes->empty()) {
                *bytes = std::move(read).value();
            } else {
                *bytes += read.value();
            }
        }
    }
    return model;
}

}  // namespace

double Calibration::apply(double probability) const {
    return logistic(slope * logit(probability) + shift);
}

double Calibration::undo(double confidence) const {
    return logistic((logit(confidence) - shift) / slope);
}

Result<ModelFolder> read_model_folder(const std::string& folder, const ActTable& acts) {
    const auto path = folder + "/card.json";
    const auto bytes = read_file(path, k_card_limit);
    if (!bytes) return bytes.error();
    try {
        auto model = read_folder(json::parse(bytes.value()), folder, acts);
        if (model) return model;
        auto error = model.error();
        if (error.place.empty()) error.place = path;
        return error;
    } catch (const json::exception& problem) {
        return Error{ErrorKind::malformed, std::string{plain_json_message(problem.what())}, path};
    }
}

}  // namespace dragoman
