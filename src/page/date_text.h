#pragma once

#include <optional>
#include <string_view>

#include "base/day.h"

namespace dragoman {

/// The first day between 1900 and 2100 that the text writes out in digits from the year down
/// ("2015-07-02T09:30Z", "2015.07.02", "2015/7/2", "20150702") or in English ("July 2, 2015", "Jul. 02,2015",
/// "Thu, 2nd of July 2015"). Purely numeric dates that begin with the day or the month are left alone, since
/// they cannot be told apart.
std::optional<Day> find_day(std::string_view text);

}  // namespace dragoman
