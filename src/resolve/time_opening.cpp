#include "resolve/time_opening.h"

#include "resolve/time_amount.h"

namespace dragoman {
namespace {

/// "on or after 9 August", "on or shortly after 9 August" say the day.
bool on_or(const TimeReading& reading, std::size_t at) {
    while (at > 0 && reading.find(TimeKind::vague, at - 1)) --at;
    return at > 1 && reading.word(at - 1) == "or" && reading.word(at - 2) == "on";
}

/// "by July"; but "before dawn on Sunday" is no time before Sunday, and "all through May" is May.
bool closes(const TimeReading& reading, std::size_t at) {
    const auto before = at > 0 ? reading.word(at - 1) : std::string_view{};
    if (reading.find(TimeKind::closer, at) && !reading.find(TimeKind::clock, at + 1)) return before != "all";
    if (reading.word(at) == "than") return before == "later";
    return reading.word(at) == "to" && (at == 0 || before == "up");
}

/// Whether a closer that leaves the date out stands right before it: "before the", "prior to".
bool leaves_out(const TimeReading& reading, std::size_t at) {
    while (at > 0 && (reading.word(at - 1) == "the" || reading.word(at - 1) == "to")) --at;
    return at > 0 && reading.find(TimeKind::closer, at - 1) == 0;
}

/// "for three days from Monday", "a week starting tomorrow": where the length before the date ends.
std::optional<Day> end_of_length(const Stretch& start, const TimeReading& reading, std::size_t before) {
    const auto first = start.first_day();
    if (!first || first != start.last_day()) return std::nullopt;
    for (std::size_t at = 0; at < before; ++at) {
        std::size_t next = at;
        const auto amount = read_amount(reading, next);
        if (!amount) continue;
        const Day last = moved_day(*first, *amount, 1) - std::chrono::days{1};
        const bool known = !amount->inexact && is_year(year_of(last)) && last >= *first;
        return known ? std::optional{last} : std::nullopt;
    }
    return std::nullopt;
}

/// The last day or part that "by", "until" or "before" leaves in: "before March" ends with February, but
/// "before Christmas" may mean the day itself.
std::string end_of(const Stretch& stretch, const TimeReading& reading, const TimeCore& core) {
    const auto first = stretch.first_day();
    const auto last = stretch.last_day();
    const bool before = leaves_out(reading, core.begin);
    const bool whole = stretch.first.size() < 10 && core.edge == Edge::none;
    if (before && first && (whole || core.edge == Edge::start))
        return format_day(*first - std::chrono::days{1});
    const bool by_day = last && (core.edge == Edge::end || stretch.first != stretch.last);
    return by_day ? format_day(*last) : stretch.last;
}

}  // namespace

Opening opening_of(const TimeReading& reading, const std::vector<TimeCore>& cores) {
    bool near = true;
    for (std::size_t at = cores.front().begin; at-- > 0;) {
        if (const auto opener = reading.find(TimeKind::opener, at)) {
            if (*opener != 0) return Opening::opens;
            const bool ends_phrase = cores.back().end == reading.words.size();
            if (near) return ends_phrase && !on_or(reading, at) ? Opening::opens : Opening::none;
        }
        if (closes(reading, at)) return Opening::closes;
        if (!reading.find(TimeKind::filler, at) && !reading.find(TimeKind::part, at)) near = false;
    }
    return Opening::none;
}

Stretch opened(const Stretch& stretch, const TimeReading& reading, const std::vector<TimeCore>& cores) {
    const auto& core = cores.front();
    const auto how = core.clock ? Opening::none : opening_of(reading, cores);
    if (how == Opening::none || stretch.first.empty() || stretch.last.empty()) return stretch;
    if (how == Opening::closes) return {"", end_of(stretch, reading, core)};
    const bool interval = cores.size() > 1 && stretch.first != stretch.last;
    if (interval) return stretch;
    if (const auto end = end_of_length(stretch, reading, core.begin))
        return {stretch.first, format_day(*end)};
    return {core.lasting ? stretch.last : stretch.first, ""};
}

}  // namespace dragoman
