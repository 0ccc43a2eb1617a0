#pragma once

#include <cstddef>
#include <string_view>

#include "text/abbreviations.h"

namespace dragoman {

/// A run of stops (. ? ! and the ellipsis) with the quotes and brackets that close directly behind it.
struct Stop {
    std::size_t begin = 0;   ///< byte of the first stop
    std::size_t end = 0;     ///< byte behind the last closer
    bool is_plain = false;   ///< one full stop, alone
    bool is_closed = false;  ///< something closes behind it
};

/// Whether a stop begins at byte `at` of the line.
bool is_stop(std::string_view line, std::size_t at);

/// The stop that begins at byte `at`, which must be one.
Stop read_stop(std::string_view line, std::size_t at);

/// Whether the stop ends the sentence that began at byte `sentence`. Behind the stop stands white space up to
/// byte `next`, where the line goes on. Looks at a bounded stretch before and behind.
bool ends_sentence(std::string_view line, std::size_t sentence, const Stop& stop, std::size_t next,
                   const Abbreviations& abbreviations);

}  // namespace dragoman
