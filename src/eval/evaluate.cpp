#include "eval/evaluate.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "base/file.h"
#include "base/utf8.h"
#include "eval/matching.h"
#include "event/code.h"

namespace dragoman {
namespace {

using Strings = std::set<std::string>;

Strings codes_of(const std::string& value) {
    Strings codes;
    for (const auto code : split_fields(value, '+')) codes.emplace(code);
    return codes;
}

Strings countries_of_value(const std::string& value) {
    Strings countries;
    for (const auto code : split_fields(value, '+')) countries.insert(country_of(code));
    return countries;
}

Strings countries_of(const KeyEvent& event, char role) {
    Strings countries;
    for (const auto& argument : event.arguments) {
        if (argument.role != role) continue;
        for (const auto code : split_fields(argument.value, '+')) {
            if (!code.empty()) countries.insert(country_of(code));
        }
    }
    return countries;
}

Strings united(Strings a, const Strings& b) {
    a.insert(b.begin(), b.end());
    return a;
}

std::size_t common(const Strings& a, const Strings& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](const auto& x) { return b.contains(x); }));
}

/// The kind and the number of each quantity: the first two words of its value.
Strings quantities_of(const KeyEvent& event) {
    Strings quantities;
    for (const auto& argument : event.arguments) {
        if (argument.role != 'Q') continue;
        auto words = split_fields(argument.value, ' ');
        std::erase(words, std::string_view{});
        words.resize(std::min<std::size_t>(words.size(), 2));
        quantities.insert(fmt::format("{}", fmt::join(words, " ")));
    }
    return quantities;
}

std::vector<std::string> times_of(const KeyEvent& event) {
    std::vector<std::string> times;
    for (const auto& argument : event.arguments) {
        if (argument.role == 'T') times.push_back(argument.value);
    }
    return times;
}

std::string month_of(std::string_view time) {
    constexpr std::size_t k_month = 7;  // 2015-07
    while (time.starts_with('/')) time.remove_prefix(1);
    return std::string{time.substr(0, k_month)};
}

/// What users count: sentence, type, who, to whom, and the status for a stricter count.
using Tuple = std::tuple<std::size_t, std::string, Strings, Strings, std::string>;

/// The value that occurs in both, as often as in the one that has it more rarely.
std::size_t common(const std::vector<Tuple>& a, const std::vector<Tuple>& b) {
    const std::multiset<Tuple> left{a.begin(), a.end()};
    const std::multiset<Tuple> right{b.begin(), b.end()};
    std::vector<Tuple> both;
    std::ranges::set_intersection(left, right, std::back_inserter(both));
    return both.size();
}

class Comparison {
  public:
    explicit Comparison(const ActTable& acts) : acts_(acts) {}

    void add(const KeyDocument& document, std::vector<KeyEvent> answer) {
        for (auto& event : answer) event.sentence = sentence_at(document, event.trigger.begin);
        const auto pairs = match_events(document.events, answer);
        ++figures().documents;
        count_found(document.events, answer, pairs.size());
        for (const bool with_status : {false, true}) count_tuples(document.events, answer, with_status);
        for (const auto& [k, a] : pairs) compare(document.events[k], answer[a]);
        note_misses(document, answer, pairs);
        judge(document.events, answer, pairs);
    }

    Evaluation take() { return std::move(evaluation_); }

  private:
    Figures& figures() { return evaluation_.figures; }

    [[nodiscard]] const Act* act_of(const KeyEvent& event) const {
        const auto id = acts_.find(event.act);
        return id ? &acts_[id.value()] : nullptr;
    }

    [[nodiscard]] std::string type_of(const KeyEvent& event) const {
        const auto* act = act_of(event);
        return act != nullptr ? act->plover_type : "?";
    }

    [[nodiscard]] Tuple tuple_of(const KeyEvent& event, bool with_status) const {
        const auto* act = act_of(event);
        auto actors = countries_of(event, 'A');
        auto recipients = countries_of(event, 'R');
        if (act != nullptr && act->symmetric) {
            actors = united(std::move(actors), recipients);
            recipients.clear();
        }
        return {event.sentence, type_of(event), std::move(actors), std::move(recipients),
                with_status ? event.status : ""};
    }

    [[nodiscard]] std::vector<Tuple> tuples_of(const std::vector<KeyEvent>& events, bool with_status) const {
        std::vector<Tuple> tuples;
        tuples.reserve(events.size());
        for (const auto& event : events) tuples.push_back(tuple_of(event, with_status));
        return tuples;
    }

    void count_found(const std::vector<KeyEvent>& key, const std::vector<KeyEvent>& answer,
                     std::size_t found) {
        for (auto* ratio : {&figures().find, &figures().type, &figures().act}) {
            ratio->expected += key.size();
            ratio->answered += answer.size();
        }
        figures().find.hits += found;
        for (const auto& event : key) ++figures().by_act[event.act].expected;
        for (const auto& event : answer) ++figures().by_act[event.act].answered;
    }

    void count_tuples(const std::vector<KeyEvent>& key, const std::vector<KeyEvent>& answer,
                      bool with_status) {
        auto expected = tuples_of(key, with_status);
        auto answered = tuples_of(answer, with_status);
        count(with_status ? figures().tuple_status : figures().tuple, expected, answered);
        if (with_status) return;
        const auto of_one_state = [](const Tuple& tuple) {
            return united(std::get<2>(tuple), std::get<3>(tuple)).size() < 2;
        };
        std::erase_if(expected, of_one_state);
        std::erase_if(answered, of_one_state);
        count(figures().interstate, expected, answered);
    }

    static void count(Ratio& ratio, const std::vector<Tuple>& expected, const std::vector<Tuple>& answered) {
        ratio.expected += expected.size();
        ratio.answered += answered.size();
        ratio.hits += common(expected, answered);
    }

    static void count(Ratio& ratio, const Strings& expected, const Strings& answered) {
        ratio.expected += expected.size();
        ratio.answered += answered.size();
        ratio.hits += common(expected, answered);
    }

    static void count(Ratio& ratio, bool right) {
        ++ratio.answered;
        ++ratio.expected;
        if (right) ++ratio.hits;
    }

    void compare(const KeyEvent& key, const KeyEvent& answer) {
        if (key.act == answer.act) {
            ++figures().act.hits;
            ++figures().by_act[key.act].hits;
        }
        if (type_of(key) == type_of(answer)) ++figures().type.hits;
        ++figures().statuses[{key.status, answer.status}];
        for (const char role : {'A', 'R'}) compare_roles(key, answer, role);
        count(figures().place, countries_of(key, 'P'), countries_of(answer, 'P'));
        count(figures().quantity, quantities_of(key), quantities_of(answer));
        compare_dates(key, answer);
    }

    void compare_roles(const KeyEvent& key, const KeyEvent& answer, char role) {
        std::vector<const KeyArgument*> free;
        for (const auto& argument : answer.arguments) {
            if (argument.role == role) free.push_back(&argument);
        }
        figures().role.answered += free.size();
        for (const auto& argument : key.arguments) {
            if (argument.role != role) continue;
            ++figures().role.expected;
            const auto match = std::ranges::find_if(
                free, [&](const KeyArgument* other) { return same_words(argument, *other); });
            const auto found = match != free.end() || argument.span
                                   ? match
                                   : std::ranges::find_if(free, [&](const KeyArgument* other) {
                                         return same_countries(argument, *other);
                                     });
            if (found == free.end()) continue;
            count_codes(argument, **found);
            free.erase(found);
        }
    }

    static bool same_words(const KeyArgument& a, const KeyArgument& b) {
        return a.span && b.span && a.span->overlaps(*b.span);
    }

    static bool same_countries(const KeyArgument& a, const KeyArgument& b) {
        return countries_of_value(a.value) == countries_of_value(b.value);
    }

    void count_codes(const KeyArgument& key, const KeyArgument& answer) {
        ++figures().role.hits;
        count(figures().country, same_countries(key, answer));
        count(figures().code, codes_of(key.value) == codes_of(answer.value));
    }

    void compare_dates(const KeyEvent& key, const KeyEvent& answer) {
        auto expected = times_of(key);
        std::erase(expected, "?");
        if (expected.empty()) return;
        const auto& time = expected.front();
        const auto answered = times_of(answer);
        const auto same_month = [&](const std::string& other) { return month_of(other) == month_of(time); };
        count(figures().date_strict, std::ranges::find(answered, time) != answered.end());
        count(figures().date_loose, std::ranges::any_of(answered, same_month));
    }

    using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

    void note_misses(const KeyDocument& document, const std::vector<KeyEvent>& answer, const Pairs& pairs) {
        std::vector<bool> key_found(document.events.size(), false);
        std::vector<bool> answer_found(answer.size(), false);
        for (const auto& [k, a] : pairs) key_found[k] = answer_found[a] = true;
        for (std::size_t k = 0; k < key_found.size(); ++k) {
            if (!key_found[k]) evaluation_.misses.push_back(miss_of(document, document.events[k], true));
        }
        for (std::size_t a = 0; a < answer_found.size(); ++a) {
            if (!answer_found[a]) evaluation_.misses.push_back(miss_of(document, answer[a], false));
        }
    }

    static Miss miss_of(const KeyDocument& document, const KeyEvent& event, bool in_key) {
        Miss miss{in_key, document.id, event.act, "", ""};
        if (event.sentence >= document.sentences.size()) return miss;
        miss.sentence = document.sentences[event.sentence];
        const auto offsets = code_point_offsets(miss.sentence);
        const auto start = document.starts[event.sentence];
        const auto byte_of =
            [&](std::size_t place) {  // of the document; a trigger may be longer than its sentence
                return offsets[std::min(place - std::min(place, start), offsets.size() - 1)];
            };
        const Span trigger{byte_of(event.trigger.begin), byte_of(event.trigger.end)};
        if (!trigger.empty()) miss.trigger = trigger.of(miss.sentence);
        return miss;
    }

    void judge(const std::vector<KeyEvent>& key, const std::vector<KeyEvent>& answer, const Pairs& pairs) {
        std::vector<bool> right(answer.size(), false);
        for (const auto& [k, a] : pairs) right[a] = key[k].act == answer[a].act;
        for (std::size_t a = 0; a < answer.size(); ++a) {
            if (const auto score = answer[a].score) evaluation_.judged.push_back({*score, right[a]});
        }
    }

    const ActTable& acts_;
    Evaluation evaluation_;
};

}  // namespace

Evaluation evaluate(const std::vector<KeyDocument>& key, const Answer& answer, const ActTable& acts) {
    Comparison comparison{acts};
    for (const auto& document : key) {
        const auto found = answer.find(document.id);
        comparison.add(document, found == answer.end() ? std::vector<KeyEvent>{} : found->second);
    }
    return comparison.take();
}

}  // namespace dragoman
