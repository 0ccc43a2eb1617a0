#pragma once

#include <optional>
#include <vector>

#include "resolve/phrase_words.h"
#include "resolve/time_resolver.h"
#include "resolve/time_words.h"

namespace dragoman {

/// Whether a phrase counts from a time of the story, not from the day of the text: "that same day", "a year
/// later".
bool points_back(const std::vector<PhraseWord>& words, const TimeWords& lists, const TimeContext& context);

/// The day that a phrase counts from if it counts from the time last named in the text, not from the day of
/// the text: "that same day", "a year later", "the next month". Nothing if it does not, or if that time is
/// not known as finely as the phrase counts: no "next day" follows a month.
std::optional<Day> anchor_of(const std::vector<PhraseWord>& words, const TimeWords& lists,
                             const TimeContext& context);

}  // namespace dragoman
