#include "coder/coder.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/workers.h"
#include "coder/batches.h"

namespace dragoman {
namespace {

constexpr unsigned k_most_threads = 256;
constexpr double k_sample_tolerance = 0.05;  // processors round differently

std::optional<Error> check_options(const CoderOptions& options) {
    if (options.threads < 1 || options.threads > k_most_threads) {
        return Error{ErrorKind::usage,
                     fmt::format("threads must be 1..{}, not {}", k_most_threads, options.threads), ""};
    }
    const auto confidence = options.min_confidence.value_or(0);
    if (!(confidence >= 0 && confidence <= 1)) {
        return Error{ErrorKind::usage, fmt::format("the least confidence must be 0..1, not {}", confidence),
                     ""};
    }
    return std::nullopt;
}

bool agrees(const Mention& read, const SampleMention& expected) {
    return read.act == expected.act && read.trigger == expected.trigger &&
           std::abs(read.score - expected.score) <= k_sample_tolerance;
}

std::vector<std::string> types_of(const std::vector<ActId>& ids, const ActTable& acts) {
    std::vector<std::string> types;
    types.reserve(ids.size());
    for (const auto id : ids) types.push_back(acts[id].plover_type);
    return types;
}

Error at_place(Error error, const std::string& place) {
    if (error.place.empty()) error.place = place;
    return error;
}

}  // namespace

Coder::Coder(ModelCard card, WordPiece tokenizer, Encoder encoder, const ActTable& acts, unsigned threads)
    : card_(std::move(card)),
      tokenizer_(std::move(tokenizer)),
      encoder_(std::move(encoder)),
      decoding_{card_.thresholds, card_.calibration, card_.acts, types_of(card_.acts, acts)},
      threads_(threads) {}

Result<Coder> Coder::load(const std::string& model_dir, const ActTable& acts, const CoderOptions& options) {
    if (const auto error = check_options(options)) return *error;
    auto folder = read_model_folder(model_dir, acts);
    if (!folder) return folder.error();
    auto tokenizer =
        WordPiece::parse(folder->vocabulary, model_dir + "/vocab.txt", folder->card.special_pieces);
    if (!tokenizer) return tokenizer.error();
    auto encoder =
        Encoder::load(folder->network, std::move(folder->weights), folder->card.acts.size(), options.threads);
    if (!encoder) return at_place(encoder.error(), model_dir + "/model.xml");
    Coder coder{std::move(folder->card), std::move(tokenizer).value(), std::move(encoder).value(), acts,
                options.threads};
    if (auto error = coder.check_samples()) return at_place(*error, model_dir);
    if (options.min_confidence) coder.decoding_.demand(*options.min_confidence);
    return coder;
}

std::optional<Error> Coder::check_samples() const {
    std::vector<std::string_view> texts;
    texts.reserve(card_.samples.size());
    for (const auto& sample : card_.samples) texts.emplace_back(sample.text);
    const auto readings = read(texts);
    for (std::size_t i = 0; i < readings.size(); ++i) {
        if (std::ranges::equal(readings[i].mentions, card_.samples[i].mentions, agrees)) continue;
        return Error{ErrorKind::malformed,
                     fmt::format("the model does not read its own sample as it should: \"{}\"", texts[i]),
                     ""};
    }
    return std::nullopt;
}

std::vector<Reading> Coder::read(std::span<const std::string_view> sentences) const {
    std::vector<Pieces> pieces;
    std::vector<std::size_t> lengths;
    for (const auto sentence : sentences) {
        pieces.push_back(tokenizer_.split(sentence, card_.max_pieces));
        lengths.push_back(pieces.back().ids.size());
    }
    const auto batches = plan_batches(lengths);
    std::vector<Reading> readings(sentences.size());
    for_each_index(batches.size(), threads_, [&](std::size_t number) {
        const auto& batch = batches[number];
        if (pieces[batch[0]].words.empty()) return;  // nothing but [CLS] and [SEP]
        std::vector<std::span<const std::int64_t>> rows;
        for (const auto i : batch) rows.emplace_back(pieces[i].ids);
        encoder_.run(rows, [&](std::size_t row, const NetworkOutput& output) {
            const auto i = batch[row];
            readings[i] = decode(sentences[i], pieces[i], output, decoding_);
        });
    });
    return readings;
}

}  // namespace dragoman
