#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "resolve/number_words.h"
#include "resolve/time_stretch.h"

namespace dragoman {

/// What a word can do in a time phrase; data/time/words.tsv says what each kind means.
enum class TimeKind : std::uint8_t {
    month,
    weekday,
    season,
    unit,
    day,
    clock,
    part,
    shift,
    pointer,
    edge,
    opener,
    closer,
    joiner,
    ahead,
    inexact,
    vague,
    filler,
    anaphor,
    decade,
    business,
    running,
    recurring,
    auxiliary
};
inline constexpr std::size_t k_time_kind_count = 23;

/// A day or period that goes by a name, as the words that split_words makes of the name.
struct NamedTime {
    std::vector<std::string> words;
    std::string value;  ///< the rule of its day ("12-25", "easter-2", "4-4-11") or of its first and last
                        ///< ("easter-7/easter-1"), or a period's time value
};

/// The first and last day that a named day or feast has in a year; nothing if it has none.
std::optional<std::pair<Day, Day>> named_days(const NamedTime& named, int year);

/// The lists of data/time.
struct TimeWords {
    static Result<TimeWords> load(const std::string& data_dir);

    /// The value of the word in its use as `kind`, nothing if it has no such use.
    [[nodiscard]] std::optional<int> find(TimeKind kind, std::string_view word) const;
    /// Whether the word has any use in a time phrase.
    [[nodiscard]] bool knows(std::string_view word) const;

    std::unordered_map<std::string, int, WordHash, std::equal_to<>> lists[k_time_kind_count];
    std::vector<NamedTime> days;     ///< longest name first
    std::vector<NamedTime> periods;  ///< longest name first
    NumberWords numbers;
};

}  // namespace dragoman
