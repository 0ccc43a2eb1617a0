#include "resolve/time_core.h"

namespace dragoman {
namespace {

const NamedTime* find_name(const TimeReading& reading, const std::vector<NamedTime>& names, std::size_t at) {
    for (const auto& named : names) {
        std::size_t i = 0;
        while (i < named.words.size() && reading.word(at + i) == named.words[i]) ++i;
        if (i == named.words.size()) return &named;
    }
    return nullptr;
}

/// "70th anniversary of the founding", "anniversary of the September 11 attacks": the day that the phrase
/// names, come again; or else the day of the text, which reports it.
std::optional<TimeCore> read_anniversary(const TimeReading& reading, std::size_t at) {
    const auto& reference = reading.context.reference;
    std::size_t next = at;
    if (const auto n = reading.ordinal(next); n && *n < 1) return std::nullopt;
    if (reading.word(next) != "anniversary" || !reference) return std::nullopt;
    const auto end = reading.words.size();
    const auto direction = direction_of(reading.context);
    auto core = find_date(reading, next + 1);
    const auto stretch = core ? complete_core(*core, reading, Direction::nearest) : std::nullopt;
    const auto day = stretch ? stretch->first_day() : std::nullopt;
    if (day && stretch && day == stretch->last_day()) {
        TimeCore again;
        again.month = month_of(*day);
        again.day = static_cast<unsigned>(std::chrono::year_month_day{*day}.day());
        const auto date = complete_core_from(again, *reference, direction);
        if (!date) return std::nullopt;
        return stretch_core(at, end, *date, "anniversary, " + again.reason);
    }
    if (direction == Direction::ahead) return std::nullopt;
    return stretch_core(at, end, day_stretch(*reference), "anniversary on the day of the text");
}

/// "eve of Eid al-Fitr".
std::optional<TimeCore> read_eve(const TimeReading& reading, std::size_t at) {
    if (reading.word(at) != "eve" || reading.word(at + 1) != "of") return std::nullopt;
    auto core = read_time_core(reading, reading.past_links(at + 1));
    if (!core) return std::nullopt;
    const auto stretch = complete_core(*core, reading, direction_of(reading.context));
    if (!stretch || stretch->first.size() < 10) return std::nullopt;
    const auto day = stretch->first_day();
    if (!day) return std::nullopt;
    return stretch_core(at, core->end, day_stretch(*day - std::chrono::days{1}), seen_from("eve", *day));
}

}  // namespace

std::optional<TimeCore> find_date(const TimeReading& reading, std::size_t at) {
    constexpr std::size_t k_reach = 6;  // words
    for (std::size_t i = at; i < reading.words.size() && i < at + k_reach; ++i) {
        if (reading.find(TimeKind::shift, i) || reading.find(TimeKind::day, i)) return std::nullopt;
        if (auto core = read_name(reading, i)) return core;
        if (reading.find(TimeKind::weekday, i)) {
            TimeCore core;  // alone: what follows it may count from it again
            core.begin = i;
            core.end = i + 1;
            core.weekday = reading.find(TimeKind::weekday, i);
            return core;
        }
        if (auto core = read_calendar_core(reading, i)) return core;
    }
    return std::nullopt;
}

std::optional<TimeCore> read_name(const TimeReading& reading, std::size_t at) {
    TimeCore core;
    core.begin = at;
    if (const auto* named = find_name(reading, reading.lists.periods, at)) {
        const auto slash = named->value.find('/');
        const auto first = named->value.substr(0, slash);
        core.stretch = Stretch{first, slash == std::string::npos ? first : named->value.substr(slash + 1)};
        core.lasting = true;
        core.end = at + named->words.size();
        core.reason = "named period " + named->value;
        return core;
    }
    core.named_day = find_name(reading, reading.lists.days, at);
    if (core.named_day == nullptr) return std::nullopt;
    core.end = at + core.named_day->words.size();
    const auto next = reading.past_links(core.end);
    if (const auto year = reading.digits(next, 4, 4); year && *year >= 1000) {
        core.year = year;
        core.end = next + 1;
    }
    return core;
}

std::optional<TimeCore> read_named_core(const TimeReading& reading, std::size_t at) {
    for (const auto read : {read_eve, read_anniversary, read_name}) {
        if (auto core = read(reading, at)) return core;
    }
    return std::nullopt;
}

}  // namespace dragoman
