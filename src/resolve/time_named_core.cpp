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

}  // namespace

std::optional<TimeCore> read_named_core(const TimeReading& reading, std::size_t at) {
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

}  // namespace dragoman
