#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>

#include "base/period.h"
#include "base/span.h"
#include "resolve/time_resolver.h"

namespace dragoman {

/// The times that a text names, in its order: what "the next day" and "two years later" count from.
class StoryTime {
  public:
    StoryTime(std::string_view text, const TimeResolver& times) : text_(text), resolver_(times) {}

    /// Sets what a phrase of the text counts from: the last time named before it, and the last single day.
    /// `sentence` is the one that holds the phrase. Dates nearby that belong to no act count too.
    void place(Span phrase, Span sentence, TimeContext& context);

    /// Takes up the value of a phrase. One that is open at an end, or longer than a decade, is no time to
    /// count from.
    void note(Span phrase, std::string_view value);

  private:
    void read_before(Span phrase);

    std::string_view text_;
    const TimeResolver& resolver_;
    std::map<std::size_t, Period> times_;  // by where the phrase begins
};

}  // namespace dragoman
