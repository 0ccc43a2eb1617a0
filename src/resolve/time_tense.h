#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace dragoman {

struct TimeWords;

/// When an act is told to happen, seen from the day of the text.
enum class Tense : std::uint8_t { past, present, future, unknown };

/// The tense that the words around a trigger show: auxiliaries before it ("will", "to", "was"), else its own
/// ending
/// (-ed is past, -s is present). `trigger` is in bytes of `sentence`.
Tense tense_of(const TimeWords& words, std::string_view sentence, Span trigger);

}  // namespace dragoman
