#pragma once

#include <optional>
#include <string_view>

#include "base/day.h"

namespace dragoman {

/// The days that a time value of the codebook covers, both ends inclusive; an open end is empty.
struct Period {
    std::optional<Day> first;
    std::optional<Day> last;

    friend bool operator==(const Period&, const Period&) = default;
};

/// Reads a time value as the codebook writes it: "2015-06-23", "2015-06", "2015", "195X", "19XX", "2015-Q2",
/// "2015-SU" (also SP, FA, WI), "2015-W26" (ISO week), "2014-01/2014-11", "2015-07-05/", "/2015-07-05".
/// "?" gives a period with both ends open. Nothing if it is none of these.
std::optional<Period> parse_period(std::string_view value);

}  // namespace dragoman
