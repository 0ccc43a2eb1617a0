/// What the text around a point is about: the nearest country, the current pair of states, the party left
/// out.
#include <fmt/format.h>

#include <algorithm>

#include "event/code.h"
#include "resolve/coreference.h"
#include "resolve/fitness.h"

namespace dragoman {
namespace {

// Weights set on the training texts; the result hardly changes if any one of them is halved or doubled.
// Of a party that a sentence leaves out:
constexpr double k_per_naming = 20;  // for every time that the text names the country, up to k_most_namings
constexpr double k_missing_doer = 15;
constexpr double k_missing_other = -10;
constexpr double k_missing_argument = 10;
constexpr double k_behind = -10;  // named only after the act
// For the country of a bare noun or title, in letters of distance.
constexpr double k_letters_per_naming_bound = 10;
constexpr double k_letters_per_naming = 8;
constexpr double k_letters_if_other_bound = 120;
constexpr double k_letters_if_other = 40;
constexpr double k_letters_if_home = 150;
constexpr double k_letters_per_sentence = 90;
constexpr std::size_t k_most_namings = 8;

}  // namespace

std::vector<std::string> Coreference::current_pair(std::size_t offset, std::size_t sentence,
                                                   const std::vector<std::string>& others) const {
    std::vector<std::string> pair;
    const auto offer = [&](const Referent& referent) {
        for (const auto& code : referent.codes) {
            if (is_usual_state(code)) push_new(pair, country_of(code));
        }
    };
    for (const auto* candidate : names_.backwards(offset, sentence, 0)) offer(*candidate);
    if (pair.size() < 2) {
        for (const auto& candidate : names_.in_sentence(sentence)) {
            if (candidate.span.begin > offset) offer(candidate);
        }
    }
    for (std::size_t back = 1; back <= sentence && pair.size() < 2; ++back) {
        const auto& seen = names_.in_sentence(sentence - back);
        for (auto it = seen.rbegin(); it != seen.rend(); ++it) offer(*it);
    }
    if (pair.size() < 2) {
        for (const auto& code : names_.title_codes()) {
            if (is_usual_state(code)) push_new(pair, code);
        }
    }
    if (pair.size() > 2) {
        const auto weight = [&](const std::string& country) {
            return shares_country({country}, others) ? 0 : 1 + names_.count(country);
        };
        std::ranges::stable_sort(
            pair, [&](const std::string& a, const std::string& b) { return weight(a) > weight(b); });
        pair.resize(2);
    }
    return pair;
}

std::string Coreference::nearest_country(Span span, std::size_t sentence,
                                         const std::vector<std::string>& others, bool bound) const {
    const double per_naming = bound ? k_letters_per_naming_bound : k_letters_per_naming;
    const double taken = bound ? k_letters_if_other_bound : k_letters_if_other;
    std::string best;
    double best_cost = 0;
    const auto offer = [&](const Referent& candidate, double cost) {
        if (candidate.codes.empty() || !is_usual_state(candidate.codes.front()) ||
            candidate.span.overlaps(span))
            return;
        const auto country = country_of(candidate.codes.front());
        if (shares_country(candidate.codes, others)) cost += taken;
        cost -= per_naming * static_cast<double>(std::min(names_.count(country), k_most_namings));
        if (country == names_.home() && bound) cost -= k_letters_if_home;
        if (best.empty() || cost < best_cost) {
            best = country;
            best_cost = cost;
        }
    };
    const auto away = [&](const Span& other) {
        return other.end <= span.begin ? static_cast<double>(span.begin - other.end)
                                       : 10 + static_cast<double>(other.begin - span.end);
    };
    for (const auto& candidate : names_.in_sentence(sentence)) {
        if (!candidate.span.overlaps(span)) offer(candidate, away(candidate.span));
    }
    for (const auto& candidate : names_.places_in(sentence)) {
        if (!candidate.span.overlaps(span)) offer(candidate, away(candidate.span) + 10);
    }
    const bool only_near = !best.empty() && !bound;
    for (std::size_t back = 1; !only_near && back <= std::min<std::size_t>(sentence, 2); ++back) {
        double order = 0;
        for (const auto& candidate : names_.in_sentence(sentence - back))
            offer(candidate, k_letters_per_sentence * static_cast<double>(back) + 10 * order++);
    }
    if (!best.empty()) return best;
    std::size_t most = 0;
    for (const auto& [country, times] : names_.counts()) {
        if (times > most && is_usual_state(country)) {
            best = country;
            most = times;
        }
    }
    return best;
}

Found Coreference::find_missing(std::size_t offset, std::size_t sentence,
                                const std::vector<std::string>& others, bool doer) const {
    const Referent* best = nullptr;
    double best_fitness = 0;
    std::size_t order = 0;
    const auto offer = [&](const Referent& candidate, double bonus) {
        if (candidate.codes.size() != 1 || candidate.codes.front().starts_with("UNK")) return;
        if (shares_country(candidate.codes, others) ||
            !countries_.knows_code(country_of(candidate.codes.front())))
            return;
        double value = fitness(candidate, sentence, order++) + bonus;
        value += k_per_naming * static_cast<double>(std::min(
                                    names_.count(country_of(candidate.codes.front())), k_most_namings));
        if (candidate.actor) value += doer ? k_missing_doer : k_missing_other;
        if (candidate.argument) value += k_missing_argument;
        if (best != nullptr && value <= best_fitness) return;
        best = &candidate;
        best_fitness = value;
    };
    for (const auto* candidate : names_.backwards(offset, sentence, 2)) offer(*candidate, 0);
    order = 0;
    for (const auto& candidate : names_.in_sentence(sentence)) {
        if (candidate.span.begin > offset) offer(candidate, k_behind);
    }
    if (best == nullptr) {
        for (const auto& code : names_.title_codes()) {
            if (is_usual_state(code) && !shares_country({code}, others))
                return {{code}, "named in the title", "title"};
        }
        return {};
    }
    return {{country_of(best->codes.front())},
            fmt::format("left out; the text speaks of '{}'", names_.document().text_of(best->span)),
            "missing"};
}

}  // namespace dragoman
