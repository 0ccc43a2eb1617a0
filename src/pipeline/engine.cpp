#include "pipeline/engine.h"

#include <span>
#include <string_view>
#include <utility>

#include "base/workers.h"

namespace dragoman {
namespace {

/// Spans of a reading count from its sentence; those of a document from the text's first byte.
void move_into_document(Mention& mention, std::size_t sentence, std::size_t offset) {
    const auto shift = [offset](Span& span) { span = {span.begin + offset, span.end + offset}; };
    mention.sentence = sentence;
    shift(mention.trigger);
    for (auto& argument : mention.arguments) {
        if (argument.span) shift(*argument.span);
    }
}

Refusal make_refusal(const Reading& reading, std::size_t sentence, std::size_t offset) {
    Refusal refusal{sentence, std::nullopt, {}, 0};
    if (reading.best_rejected) {
        const auto& best = *reading.best_rejected;
        refusal.act = best.act;
        refusal.trigger = {best.trigger.begin + offset, best.trigger.end + offset};
        refusal.score = best.probability;
    }
    return refusal;
}

}  // namespace

Engine::Engine(ActTable acts, SentenceSplitter splitter, Coder coder, Resolver resolver, unsigned threads)
    : acts_(std::move(acts)),
      splitter_(std::move(splitter)),
      coder_(std::move(coder)),
      resolver_(std::move(resolver)),
      threads_(threads) {}

Result<std::unique_ptr<Engine>> Engine::load(const EngineOptions& options) {
    auto acts = ActTable::load(options.data_dir + "/acts.tsv");
    if (!acts) return acts.error();
    auto splitter = SentenceSplitter::load(options.data_dir);
    if (!splitter) return splitter.error();
    auto resolver = Resolver::load(options.data_dir);
    if (!resolver) return resolver.error();
    auto coder = Coder::load(options.model_dir, acts.value(), {options.threads, options.min_confidence});
    if (!coder) return coder.error();
    return std::unique_ptr<Engine>{new Engine{std::move(acts).value(), std::move(splitter).value(),
                                              std::move(coder).value(), std::move(resolver).value(),
                                              options.threads}};
}

std::vector<CodedDocument> Engine::code(std::vector<Article> articles) const {
    std::vector<Document> documents(articles.size());
    for_each_index(articles.size(), threads_,
                   [&](std::size_t i) { documents[i] = splitter_.split(std::move(articles[i])); });

    // Sentences of all documents go to the coder together: it can then fill batches of equal length.
    std::vector<std::string_view> sentences;
    std::vector<std::size_t> first_sentence;
    for (const auto& document : documents) {
        first_sentence.push_back(sentences.size());
        for (const auto& sentence : document.sentences) sentences.push_back(document.text_of(sentence));
    }
    std::vector<Reading> readings = coder_.read(sentences);
    std::vector<CodedDocument> coded(documents.size());
    for_each_index(documents.size(), threads_, [&](std::size_t i) {
        const std::size_t sentence_count = documents[i].sentences.size();
        const std::span own = std::span{readings}.subspan(first_sentence[i], sentence_count);
        coded[i] = finish(std::move(documents[i]), own);
    });
    return coded;
}

CodedDocument Engine::finish(Document document, std::span<Reading> readings) const {
    CodedDocument coded;
    std::vector<Mention> mentions;
    for (std::size_t s = 0; s < readings.size(); ++s) {
        const std::size_t offset = document.sentences[s].begin;
        if (readings[s].mentions.empty()) coded.refusals.push_back(make_refusal(readings[s], s, offset));
        for (auto& mention : readings[s].mentions) {
            move_into_document(mention, s, offset);
            mentions.push_back(std::move(mention));
        }
    }
    coded.events = resolver_.resolve(document, mentions, acts_);
    coded.document = std::move(document);
    return coded;
}

}  // namespace dragoman
