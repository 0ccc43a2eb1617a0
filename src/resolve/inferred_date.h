#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/day.h"
#include "resolve/time_resolver.h"

namespace dragoman {

/// A day of publication that the text itself gives away.
struct InferredDate {
    Day day;
    std::string evidence;  ///< "the text's dateline, 2015-07-02"
};

/// Infers when an undated text was published, by the full date of its dateline or of a line near its top;
/// nothing if it has none. The latest date in the text is no such evidence: of the pages and texts measured
/// (docs/time.md) it was the day of publication, or a day off, in less than half.
std::optional<InferredDate> infer_date(std::string_view text, const TimeResolver& times);

/// Reads a time phrase of an undated text. What the story dates, like "on July 3" after "in 1933", stays with
/// the story; the day of publication is only for what cannot be read without it, like "last week", and the
/// reason then says where that day is from.
std::optional<TimeValue> resolve_undated(std::string_view phrase, TimeContext context,
                                         const std::optional<InferredDate>& inferred,
                                         const TimeResolver& times);

}  // namespace dragoman
