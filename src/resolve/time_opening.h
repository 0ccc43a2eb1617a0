#pragma once

#include <cstdint>
#include <vector>

#include "resolve/time_core.h"

namespace dragoman {

/// What the words before the first date make of it: "since" opens it, "until" closes it. "after 2002" opens
/// it, but "after the 2002 earthquake" is a time of 2002.
enum class Opening : std::uint8_t { none, opens, closes };

/// `cores` are the dates of the phrase, one at least.
Opening opening_of(const TimeReading& reading, const std::vector<TimeCore>& cores);

/// The stretch of the dates, opened or closed: "since May", "by the end of the year", "for a week from
/// Monday".
Stretch opened(const Stretch& stretch, const TimeReading& reading, const std::vector<TimeCore>& cores);

}  // namespace dragoman
