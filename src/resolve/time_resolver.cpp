#include "resolve/time_resolver.h"

#include <algorithm>
#include <utility>

#include "resolve/time_anchor.h"
#include "resolve/time_core.h"
#include "resolve/time_opening.h"

namespace dragoman {
namespace {

constexpr std::size_t k_longest_phrase = 400;  // bytes; a time phrase is a few words

/// Puts the dates of one phrase together.
class PhraseReader {
  public:
    explicit PhraseReader(const TimeReading& reading) : reading_(reading) {}

    std::optional<TimeValue> read() {
        collect();
        drop_weak();
        take_month();
        share_parts();
        std::erase_if(cores_, [](const TimeCore& core) { return is_bare(core) && !core.month; });
        if (cores_.empty()) {
            if (auto core = read_duration_core(reading_)) cores_.push_back(std::move(*core));
        }
        if (auto often = recurring()) return often;
        if (cores_.empty()) return vague();
        auto stretch = combine();
        if (!stretch) return std::nullopt;
        stretch = opened(*stretch, reading_, cores_);
        auto value = stretch->value();
        if (!parse_period(value)) return std::nullopt;
        const auto& reason = cores_.front().reason;
        return TimeValue{std::move(value), reason.empty() ? "as written" : reason};
    }

  private:
    static bool is_bare(const TimeCore& core) { return core.reason == k_bare; }

    void collect() {
        for (std::size_t at = 0; at < reading_.words.size();) {
            auto core = read_time_core(reading_, at);
            if (!core) core = bare_day(at);
            if (!core || core->end <= at) {
                ++at;
                continue;
            }
            at = core->end;
            cores_.push_back(std::move(*core));
        }
    }

    /// A number that may be a day of the month which another date names: "May 2 to 4".
    [[nodiscard]] std::optional<TimeCore> bare_day(std::size_t at) const {
        const auto day = reading_.digits(at, 1, 2);
        if (!day || *day < 1 || *day > 31 || reading_.find(TimeKind::unit, at + 1)) return std::nullopt;
        TimeCore core;
        core.begin = at;
        core.end = at + 1;
        core.day = static_cast<unsigned>(*day);
        core.reason = k_bare;
        const auto year = reading_.word(at + 1) == "," ? reading_.digits(at + 2, 4, 4) : std::nullopt;
        if (year && *year >= 1000) {
            core.year = year;
            core.end = at + 3;
        }
        return core;
    }

    /// Times of day say nothing beside a day.
    void drop_weak() {
        const bool strong =
            std::any_of(cores_.begin(), cores_.end(), [](const auto& core) { return !core.clock; });
        if (strong) std::erase_if(cores_, [](const auto& core) { return core.clock; });
    }

    [[nodiscard]] bool joined(const TimeCore& left, const TimeCore& right) const {
        bool joiner = false;
        for (std::size_t at = left.end; at < right.begin; ++at) {
            if (reading_.find(TimeKind::joiner, at))
                joiner = true;
            else if (!reading_.lists.knows(reading_.word(at)))
                return false;
        }
        return joiner;
    }

    /// Whether a comma and nothing else parts both: a list if they are of one kind.
    [[nodiscard]] bool listed(const TimeCore& left, const TimeCore& right) const {
        const bool comma = left.end + 1 == right.begin && reading_.word(left.end) == ",";
        return comma && left.day.has_value() == right.day.has_value() &&
               left.month.has_value() == right.month.has_value() &&
               left.weekday.has_value() == right.weekday.has_value();
    }

    /// "November between 19 and 20": the month is the days' own.
    void take_month() {
        if (cores_.size() < 2) return;
        const auto& month = cores_[0];
        auto& day = cores_[1];
        const auto link = reading_.word(month.end);
        if (!month.month || month.day || !is_bare(day) || (link != "between" && link != "from")) return;
        day.month = month.month;
        if (!day.year) day.year = month.year;
        cores_.erase(cores_.begin());
    }

    /// Gives days their month and months their year from the dates beside them.
    void share_parts() {
        constexpr int k_passes = 2;  // a month may come from the left before its year comes from the right
        for (int pass = 0; pass < k_passes; ++pass) {
            for (std::size_t i = cores_.size(); i-- > 1;) share(cores_[i], cores_[i - 1]);
            for (std::size_t i = 1; i < cores_.size(); ++i) share(cores_[i - 1], cores_[i]);
        }
        for (auto& core : cores_) {
            if (is_bare(core) && core.month) core.reason.clear();
        }
    }

    void share(const TimeCore& from, TimeCore& to) const {
        const bool forward = from.begin < to.begin;
        const auto& left = forward ? from : to;
        const auto& right = forward ? to : from;
        if (!joined(left, right) && !(reading_.word(left.end) == "," && left.end + 1 == right.begin)) return;
        if (to.stretch || from.stretch) return;
        if (to.day && !to.month && from.day) to.month = from.month;
        if (!to.month || !from.month || to.year || !from.year) return;
        const bool wraps = left.month > right.month;  // "from November 2013 to February"
        to.year = *from.year + (wraps ? (forward ? 1 : -1) : 0);
    }

    std::optional<Stretch> combine() {
        const auto direction = direction_of(reading_.context);
        auto result = complete_core(cores_.front(), reading_, first_direction(direction));
        std::size_t last = 0;
        for (std::size_t i = 1; i < cores_.size(); ++i) {
            if (joined(cores_[last], cores_[i]) || listed(cores_[last], cores_[i])) {
                result = result ? extend(*result, cores_[i], direction)
                                : complete_core(cores_[i], reading_, direction);
                last = i;
            } else if (const auto other = complete_core(cores_[i], reading_, direction)) {
                const bool narrower = result && other->within(*result) && other->value() != result->value();
                if (!result || narrower || named_beside_counted(cores_[last], *result, cores_[i], *other)) {
                    cores_.front().reason = cores_[i].reason;
                    result = other;
                    last = i;
                }
            }
        }
        return result;
    }

    /// "closed until Friday" looks ahead even of what has happened; an end by its date is the nearest one.
    [[nodiscard]] Direction first_direction(Direction direction) const {
        if (direction != Direction::back || opening_of(reading_, cores_) != Opening::closes) return direction;
        return cores_.front().weekday ? Direction::ahead : Direction::nearest;
    }

    /// "three months ago in March": counting back is rough, the date of the calendar near it is exact.
    static bool named_beside_counted(const TimeCore& counted, const Stretch& rough, const TimeCore& named,
                                     const Stretch& exact) {
        constexpr std::chrono::days k_near{31};
        const auto near = rough.first_day();
        const auto day = exact.first_day();
        if (!counted.stretch || named.stretch || !near || !day) return false;
        return *day - *near <= k_near && *near - *day <= k_near;
    }

    /// From `start` to the date of the core, which is the first one not before it if its year is left out.
    std::optional<Stretch> extend(const Stretch& start, TimeCore& core, Direction direction) const {
        const bool free = !core.stretch && !core.year;
        const auto from = start.first_day();
        auto end = free && from && direction != Direction::ahead
                       ? complete_core_from(core, *from, Direction::ahead)
                       : complete_core(core, reading_, direction);
        if (!end) return start;
        const auto to = end->last_day();
        if (!from || !to || *from <= *to) return range_stretch(start, *end);
        // Both ahead, and the first of them already runs: it began before the last ends.
        auto first = cores_.front();
        if (first.stretch || first.year) return start;
        const auto earlier = complete_core_from(first, *to, Direction::back);
        return earlier ? std::optional{range_stretch(*earlier, *end)} : start;
    }

    /// "every Friday", "on Fridays", "daily" name no one day; "every Friday since May" does say since when.
    [[nodiscard]] std::optional<TimeValue> recurring() const {
        const auto is_weekday = [](const TimeCore& core) {
            return core.weekday && !core.day && !core.stretch;
        };
        if (!std::ranges::all_of(cores_, is_weekday)) return std::nullopt;
        if (!cores_.empty() && opening_of(reading_, cores_) != Opening::none) return std::nullopt;
        for (std::size_t at = 0; at < reading_.words.size(); ++at) {
            const auto word = reading_.word(at);
            const bool days = reading_.find(TimeKind::weekday, at) && word.ends_with("days");
            if (days || reading_.find(TimeKind::recurring, at))
                return TimeValue{"?", "recurring: " + std::string{word}};
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<TimeValue> vague() const {
        for (std::size_t at = 0; at < reading_.words.size(); ++at) {
            const bool several = reading_.find(TimeKind::shift, at) && reading_.word(at + 1) == "years";
            const bool some_units =
                several || (reading_.find(TimeKind::inexact, at) && reading_.find(TimeKind::unit, at + 1));
            const bool counted = at > 0 && (reading_.words[at - 1].is_number() ||
                                            reading_.lists.numbers.is_number_word(reading_.word(at - 1)));
            const bool ages = !counted && reading_.word(at).ends_with('s') &&
                              reading_.find(TimeKind::unit, at) >= static_cast<int>(TimeUnit::year);
            if (some_units || ages || reading_.find(TimeKind::vague, at))
                return TimeValue{"?", "vague: " + std::string{reading_.word(at)}};
        }
        return std::nullopt;
    }

    static constexpr const char* k_bare = "bare day";

    const TimeReading& reading_;
    std::vector<TimeCore> cores_;
};

}  // namespace

TimeResolver::TimeResolver(std::shared_ptr<const TimeWords> words) : words_(std::move(words)) {}

Result<TimeResolver> TimeResolver::load(const std::string& data_dir) {
    auto words = TimeWords::load(data_dir);
    if (!words) return words.error();
    return TimeResolver{std::make_shared<const TimeWords>(std::move(words).value())};
}

bool TimeResolver::points_back(std::string_view phrase, const TimeContext& context) const {
    return dragoman::points_back(split_words(phrase.substr(0, k_longest_phrase)), *words_, context);
}

Tense TimeResolver::tense_of(std::string_view sentence, Span trigger) const {
    return dragoman::tense_of(*words_, sentence, trigger);
}

std::optional<TimeValue> TimeResolver::resolve(std::string_view phrase, const TimeContext& context) const {
    const auto words = split_words(phrase.substr(0, k_longest_phrase));
    auto seen = context;
    seen.anchor = anchor_of(words, *words_, context);
    if (seen.anchor) seen.reference = seen.anchor;
    return PhraseReader{TimeReading{words, *words_, seen}}.read();
}

}  // namespace dragoman
