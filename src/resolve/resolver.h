#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "event/act_table.h"
#include "event/event.h"
#include "event/mention.h"
#include "resolve/country_table.h"
#include "text/document.h"

namespace dragoman {

struct ChoiceRecord;
struct ResolverTables;

/// Turns what the coder reads into what it means: actors, places, times and quantities with their codes
/// (codebook, sections 4 to 6). Immutable after loading; one resolver may serve many threads.
class Resolver {
  public:
    /// Reads the tables in data_dir (actors, time, quantity). Errors name file and line.
    static Result<Resolver> load(const std::string& data_dir);

    /// One event for every mention, in order of sentence and trigger. Every argument keeps its span, its
    /// value and the reason for it; an actor that nothing identifies is "UNK", a place, time or quantity that
    /// says nothing is left out, and so is an argument without span for which the text is not certain enough.
    /// `log`, if any, gets every choice among those whom the text names (party_resolver.h), for fitting the
    /// model that makes it.
    [[nodiscard]] std::vector<Event> resolve(const Document& document, const std::vector<Mention>& mentions,
                                             const ActTable& acts,
                                             std::vector<ChoiceRecord>* log = nullptr) const;

    /// The countries, for names given by a user.
    [[nodiscard]] const CountryTable& countries() const;

  private:
    explicit Resolver(std::shared_ptr<const ResolverTables> tables) : tables_(std::move(tables)) {}

    std::shared_ptr<const ResolverTables> tables_;
};

}  // namespace dragoman
