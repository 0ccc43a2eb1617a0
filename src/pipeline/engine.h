#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "coder/coder.h"
#include "event/act_table.h"
#include "event/event.h"
#include "resolve/resolver.h"
#include "text/sentence_splitter.h"

namespace dragoman {

struct EngineOptions {
    std::string data_dir;                  ///< the folder data/
    std::string model_dir;                 ///< a folder of models/
    unsigned threads = 1;                  ///< 1 or more
    std::optional<double> min_confidence;  ///< 0..1; the model card's own threshold if not given
};

/// The whole way from article to coded document, and the only place that knows the order of its stages.
/// The same article gives the same result whatever the number of threads and whatever else is coded with it.
class Engine {
  public:
    /// Reads tables, dictionaries and the model. Errors say which file is missing or does not fit.
    static Result<std::unique_ptr<Engine>> load(const EngineOptions& options);

    /// Codes the articles and gives them back in their order.
    [[nodiscard]] std::vector<CodedDocument> code(std::vector<Article> articles) const;

    [[nodiscard]] const ActTable& acts() const { return acts_; }
    [[nodiscard]] const ModelCard& model_card() const { return coder_.card(); }

  private:
    Engine(ActTable acts, SentenceSplitter splitter, Coder coder, Resolver resolver, unsigned threads);

    [[nodiscard]] CodedDocument finish(Document document, std::span<Reading> readings) const;

    ActTable acts_;
    SentenceSplitter splitter_;
    Coder coder_;
    Resolver resolver_;
    unsigned threads_;
};

}  // namespace dragoman
