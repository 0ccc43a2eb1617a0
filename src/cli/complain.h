#pragma once

#include <optional>
#include <string>

#include "base/day.h"
#include "base/result.h"

namespace dragoman {

inline constexpr int k_done = 0;
inline constexpr int k_nothing_done = 1;
inline constexpr int k_wrong_usage = 2;

/// Prints one line, "dragoman: place: message", to standard error.
void complain(const Error& error);

/// The same, and gives the exit status that fits: 2 if the user's words are wrong, else 1.
int fail(const Error& error);

/// A day from an option's text; nothing for an empty text; an error that names the option.
Result<std::optional<Day>> day_option(const std::string& text, const std::string& option);

}  // namespace dragoman
