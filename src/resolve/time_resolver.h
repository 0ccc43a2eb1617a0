#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/period.h"
#include "base/result.h"
#include "event/mention.h"
#include "resolve/time_tense.h"

namespace dragoman {

struct TimeWords;

/// When an act took place, as the codebook writes it ("2015-06-22/2015-06-28"), and how it was found.
struct TimeValue {
    std::string value;
    std::string reason;
};

/// What a time phrase is read against.
struct TimeContext {
    std::optional<Day> reference = std::nullopt;  ///< day of publication
    Status status = Status::actual;
    Tense tense = Tense::unknown;
    /// The day last named in the text before the phrase, if known: "the same day" and "two years later" count
    /// from it, and so does a date without year if there is no day of publication.
    std::optional<Day> anchor = std::nullopt;
    /// The time last named, of any length up to a decade.
    std::optional<Period> last_time = std::nullopt;
    bool in_sentence = false;  ///< the sentence of the phrase names that time
};

/// A date with its year in a text.
struct WrittenDate {
    Span span;
    Period time;
};

/// Reads time phrases of English news ("last week", "on Saturday", "between January and November 2014").
class TimeResolver {
  public:
    /// Reads the word lists in data_dir/time. Errors name file and line.
    static Result<TimeResolver> load(const std::string& data_dir);

    /// The time value of a phrase (codebook, section 5); every value is one that parse_period reads. "?" for
    /// a time that is said to be open ("soon"); nothing if the phrase names no time, or needs a reference
    /// that is not there.
    [[nodiscard]] std::optional<TimeValue> resolve(std::string_view phrase, const TimeContext& context) const;

    /// Whether the phrase counts from a time of the story, like "a year later", not from the day of the text.
    [[nodiscard]] bool points_back(std::string_view phrase, const TimeContext& context) const;

    /// Whether the phrase names a date that every year has: "on July 3", "in the spring".
    [[nodiscard]] bool is_yearly(std::string_view phrase) const;

    /// The dates that a text writes out with their year, in its order.
    [[nodiscard]] std::vector<WrittenDate> written_dates(std::string_view text) const;

    /// The tense of the act whose trigger stands in the sentence (bytes of `sentence`), as its auxiliaries or
    /// its ending show it.
    [[nodiscard]] Tense tense_of(std::string_view sentence, Span trigger) const;

  private:
    explicit TimeResolver(std::shared_ptr<const TimeWords> words);

    std::shared_ptr<const TimeWords> words_;
};

}  // namespace dragoman
