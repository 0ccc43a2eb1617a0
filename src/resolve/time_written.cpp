#include "resolve/time_core.h"

namespace dragoman {
namespace {

/// "in 1867": a number alone may be anything.
bool is_said_to_be_year(const TimeReading& reading, std::size_t at) {
    constexpr std::string_view k_before[] = {"in", "since", "until", "from", "during", "by", "of"};
    for (const auto word : k_before) {
        if (at > 0 && reading.word(at - 1) == word) return true;
    }
    return false;
}

bool may_begin(const TimeReading& reading, std::size_t at) {
    return reading.words[at].is_number() || reading.find(TimeKind::month, at);
}

}  // namespace

std::vector<WrittenDate> TimeResolver::written_dates(std::string_view text) const {
    const auto words = split_words(text);
    const TimeContext context;
    const TimeReading reading{words, *words_, context};
    std::vector<WrittenDate> dates;
    for (std::size_t at = 0; at < words.size(); ++at) {
        auto core = may_begin(reading, at) ? read_calendar_core(reading, at) : std::nullopt;
        if (!core || !core->year || (!core->month && !is_said_to_be_year(reading, at))) continue;
        const auto stretch = complete_core(*core, reading, Direction::nearest);
        const auto period = stretch ? parse_period(stretch->value()) : std::nullopt;
        if (!period) continue;
        dates.push_back({{words[at].span.begin, words[core->end - 1].span.end}, *period});
        at = core->end - 1;
    }
    return dates;
}

bool TimeResolver::is_yearly(std::string_view phrase) const {
    const auto words = split_words(phrase);
    const TimeContext context;
    const TimeReading reading{words, *words_, context};
    bool yearly = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto kind : {TimeKind::weekday, TimeKind::unit, TimeKind::shift, TimeKind::day}) {
            if (reading.find(kind, at)) return false;
        }
        const auto core = read_named_core(reading, at);
        yearly = yearly || (core && core->named_day != nullptr) || reading.find(TimeKind::month, at) ||
                 reading.find(TimeKind::season, at);
    }
    return yearly;
}

}  // namespace dragoman
