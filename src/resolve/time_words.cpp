#include "resolve/time_words.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/file.h"
#include "base/period.h"
#include "resolve/feast_days.h"

namespace dragoman {
namespace {

constexpr std::string_view k_kind_names[k_time_kind_count] = {
    "month",   "weekday", "season", "unit",     "day",     "clock",     "part",     "shift",
    "pointer", "edge",    "opener", "closer",   "joiner",  "ahead",     "inexact",  "vague",
    "filler",  "anaphor", "decade", "business", "running", "recurring", "auxiliary"};
// In the order of the enums whose values they become.
constexpr std::string_view k_season_names[] = {"SP", "SU", "FA", "WI"};
constexpr std::string_view k_unit_names[] = {"minute", "hour",    "day",  "week",   "fortnight", "weekend",
                                             "month",  "quarter", "year", "decade", "century"};
constexpr std::string_view k_edge_names[] = {"start", "middle", "end"};

template <class Names>
std::optional<int> index_in(const Names& names, std::string_view name) {
    const auto found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) return std::nullopt;
    return static_cast<int>(found - std::begin(names));
}

std::optional<int> parse_value(TimeKind kind, std::string_view text) {
    if (kind == TimeKind::season) return index_in(k_season_names, text);
    if (kind == TimeKind::unit) return index_in(k_unit_names, text);
    if (kind == TimeKind::edge) return index_in(k_edge_names, text);
    int value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

template <class IsValue>
Result<std::vector<NamedTime>> load_names(const std::string& path, const char* column,
                                          const IsValue& is_value) {
    const auto table = read_tsv(path, {"name", column});
    if (!table) return table.error();
    std::vector<NamedTime> names;
    for (const auto& row : table->rows) {
        if (!is_value(row[1])) return Error{ErrorKind::malformed, "no such value: " + row[1], path};
        NamedTime named{{}, row[1]};
        for (auto& word : split_words(row[0])) named.words.push_back(std::move(word.text));
        names.push_back(std::move(named));
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    return names;
}

}  // namespace

std::optional<std::pair<Day, Day>> named_days(const NamedTime& named, int year) {
    const std::string_view rule = named.value;
    const auto slash = rule.find('/');
    const auto first = day_by_rule(rule.substr(0, slash), year);
    auto last = slash == std::string_view::npos ? first : day_by_rule(rule.substr(slash + 1), year);
    if (first && last && *last < *first) last = day_by_rule(rule.substr(slash + 1), year + 1);
    if (!first || !last || *last < *first) return std::nullopt;
    return std::pair{*first, *last};
}

Result<TimeWords> TimeWords::load(const std::string& data_dir) {
    const auto path = data_dir + "/time/words.tsv";
    const auto table = read_tsv(path, {"word", "kind", "value"});
    if (!table) return table.error();
    auto numbers = NumberWords::load(data_dir);
    if (!numbers) return numbers.error();
    TimeWords words;
    words.numbers = std::move(numbers).value();
    for (const auto& row : table->rows) {
        const auto kind = index_in(k_kind_names, row[1]);
        const auto value = kind ? parse_value(static_cast<TimeKind>(*kind), row[2]) : std::nullopt;
        if (!kind || !value)
            return Error{ErrorKind::malformed, "no such use of a word: " + row[1] + " " + row[2], path};
        words.lists[*kind].emplace(row[0], *value);
    }
    auto days = load_names(data_dir + "/time/days.tsv", "rule", [](const auto& rule) {
        return named_days({{}, rule}, 2000).has_value();
    });
    if (!days) return days.error();
    auto periods = load_names(data_dir + "/time/periods.tsv", "value",
                              [](const auto& value) { return parse_period(value).has_value(); });
    if (!periods) return periods.error();
    words.days = std::move(days).value();
    words.periods = std::move(periods).value();
    return words;
}

std::optional<int> TimeWords::find(TimeKind kind, std::string_view word) const {
    const auto& list = lists[static_cast<std::size_t>(kind)];
    const auto found = list.find(word);
    return found == list.end() ? std::nullopt : std::optional{found->second};
}

bool TimeWords::knows(std::string_view word) const {
    for (std::size_t kind = 0; kind < k_time_kind_count; ++kind) {
        if (kind != static_cast<std::size_t>(TimeKind::auxiliary) && find(static_cast<TimeKind>(kind), word))
            return true;
    }
    return false;
}

}  // namespace dragoman
