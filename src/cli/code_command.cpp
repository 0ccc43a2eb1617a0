#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/event_printer.h"
#include "cli/home.h"
#include "cli/load_engine.h"
#include "cli/progress.h"
#include "ledger/ledger.h"
#include "page/intake.h"
#include "pipeline/engine.h"

namespace dragoman {
namespace {

// Articles go through the engine in batches: enough for the coder to find sentences of equal length, few
// enough that memory stays small whatever the input.
constexpr std::size_t k_batch_articles = 256;
constexpr std::size_t k_batch_bytes = std::size_t{1} << 20;

/// One run of `dragoman code`: collects articles, codes them in batches, prints and stores what comes out.
class CodingRun {
  public:
    CodingRun(const Engine& engine, EventPrinter& printer, std::optional<Ledger>& ledger,
              std::size_t total_bytes)
        : engine_(engine), printer_(printer), ledger_(ledger), progress_(total_bytes) {}

    void take(Result<Article> article, std::size_t bytes_read) {
        bytes_read_ = bytes_read;
        if (!article) {
            progress_.clear();
            complain(article.error());
            ++errors_;
            return;
        }
        if (broken_) return;  // nothing more can be stored: do not hoard what is still to come
        batch_bytes_ += article->text.size();
        batch_.push_back(std::move(article).value());
        if (batch_.size() >= k_batch_articles || batch_bytes_ >= k_batch_bytes) flush();
    }

    /// Codes what has been collected.
    void flush() {
        if (batch_.empty() || broken_) return;
        show();
        const auto coded = engine_.code(std::exchange(batch_, {}));
        progress_.clear();
        for (const auto& document : coded) {
            printer_.print(document);
            events_ += document.events.size();
        }
        documents_ += coded.size();
        store(coded);
        batch_bytes_ = 0;
        show();
    }

    void finish(const IntakeCount& intake, const std::string& ledger_path) {
        flush();
        progress_.clear();
        std::cout.flush();
        std::string line = fmt::format("{} documents, {} events", documents_, events_);
        if (ledger_)
            line += fmt::format("; {}: {} new, {} unchanged, {} replaced documents", ledger_path,
                                stored_.documents.created, stored_.documents.unchanged,
                                stored_.documents.replaced);
        if (intake.skipped > 0)
            line += fmt::format("; {} files skipped, not of a known kind", intake.skipped);
        if (errors_ > 0) line += fmt::format("; {} inputs could not be read", errors_);
        std::cerr << line << '\n';
    }

    /// 1 if nothing at all was coded, or if the ledger could not be written.
    [[nodiscard]] int status() const { return broken_ || documents_ == 0 ? k_nothing_done : k_done; }

  private:
    /// Stores the batch in one transaction. If it holds a document that cannot be stored, the others are
    /// stored one by one; any other failure ends the run: nothing more could be written.
    void store(std::span<const CodedDocument> coded) {
        if (!ledger_) return;
        const auto stored = ledger_->store(coded, engine_.model_card().name);
        if (stored) {
            stored_ += stored.value();
        } else if (stored.error().kind == ErrorKind::malformed && coded.size() > 1) {
            for (const auto& document : coded) store({&document, 1});
        } else {
            complain(stored.error());
            broken_ = stored.error().kind != ErrorKind::malformed;
        }
    }

    void show() { progress_.show(bytes_read_, fmt::format("{} documents, {} events", documents_, events_)); }

    const Engine& engine_;
    EventPrinter& printer_;
    std::optional<Ledger>& ledger_;
    Progress progress_;
    std::vector<Article> batch_;
    std::size_t batch_bytes_ = 0;
    std::size_t bytes_read_ = 0;
    std::size_t documents_ = 0;
    std::size_t events_ = 0;
    std::size_t errors_ = 0;
    StoreSummary stored_;
    bool broken_ = false;
};

}  // namespace

int run_code(const CodeOptions& options) {
    const auto date = day_option(options.date, "--date");
    if (!date) return fail(date.error());
    const auto home = find_home();
    if (!home) return fail(home.error());
    const auto engine = load_engine(home.value(), options);
    if (!engine) return fail(engine.error());
    std::optional<Ledger> ledger;
    if (!options.ledger.empty()) {
        auto opened = Ledger::open(options.ledger, OpenMode::read_write, home.value() + "/data",
                                   engine.value()->acts());
        if (!opened) return fail(opened.error());
        ledger.emplace(std::move(opened).value());
    }
    const auto printer = make_printer(options.format, options.explain, engine.value()->acts(), std::cout);
    CodingRun run{*engine.value(), *printer, ledger, bytes_to_read(options.inputs)};
    Intake intake{[&](Result<Article> article) { run.take(std::move(article), intake.count().bytes); },
                  date.value()};
    for (const auto& input : options.inputs) intake.read(input);
    run.finish(intake.count(), options.ledger);
    return run.status();
}

}  // namespace dragoman
