/// Who a name is that no table holds: somebody named before, an office holder of that surname, or what the
/// text says beside the name ("Carl Greenidge, the foreign minister of Guyana").
#include <fmt/format.h>

#include <algorithm>

#include "event/code.h"
#include "resolve/coreference.h"

namespace dragoman {
namespace {

constexpr std::size_t k_whole_text = static_cast<std::size_t>(-1);
constexpr std::size_t k_apposition = 14;  // words of an apposition that are read
constexpr std::size_t k_sure_surname =
    4;  // letters from which a surname alone is taken for an office holder's

/// Whether a phrase may mean that office holder: the name before the surname and the kind of actor agree.
bool may_be(const ActorReading& reading, const Entry& leader, const Lexicon& lexicon) {
    const auto given = lexicon.spelling_of(reading.given);
    const auto has_given = [&](const std::string& form) { return lexicon.spelling_of(form) == given; };
    if (!reading.given.empty() && std::ranges::none_of(leader.forms, has_given)) return false;
    const auto dot = leader.code.find('.');
    return dot == std::string::npos || reading.sector.empty() ||
           leader.code.substr(dot + 1) == reading.sector;
}

}  // namespace

Found Coreference::find_name(const ActorReading& reading, Span span, std::size_t sentence) const {
    const auto name = lower_ascii(reading.name);
    for (const auto* candidate : names_.backwards(span.begin, sentence, k_whole_text)) {
        if (candidate->codes.empty() ||
            std::ranges::find(candidate->reading.words, name) == candidate->reading.words.end())
            continue;
        return {candidate->codes,
                fmt::format("the name stands in '{}'", names_.document().text_of(candidate->span))};
    }
    if (auto found = find_leader(reading); !found.codes.empty()) return found;
    return find_beside_name(reading);
}

Found Coreference::find_leader(const ActorReading& reading) const {
    auto leaders = lexicon_.leaders_named(reading.name, names_.document().article.date);
    std::erase_if(leaders, [&](const Entry* leader) { return !may_be(reading, *leader, lexicon_); });
    const bool one_country = std::ranges::all_of(
        leaders, [&](const Entry* leader) { return leader->code == leaders.front()->code; });
    for (const auto* leader : leaders) {
        const bool near = names_.count(country_of(leader->code)) > 0 &&
                          (reading.sector == "GOV" || reading.words.size() == 1);
        const bool sure =
            one_country &&
            (reading.sector == "GOV" || (reading.words.size() == 1 && reading.name.size() >= k_sure_surname));
        if (!near && !sure) continue;
        return {{lexicon_.with_sector(leader->code, "GOV")},
                fmt::format("'{}', {} of {}", leader->name, leader->office, leader->code),
                "leader"};
    }
    return {};
}

/// What the text says beside the name at that word: in front of it, in front of a comma before it, or behind
/// it.
ActorReading Coreference::read_beside_name(const std::string& name, std::size_t sentence,
                                           std::size_t word) const {
    const auto& words = names_.words_of(sentence);
    const auto begin = names_.phrase_begin(sentence, word);
    auto before = names_.read(sentence, begin, word + 1);  // with the name: "Milan Rocen" lies in no Milan
    if (!before.codes.empty()) return before;
    auto first = word;
    while (first > 0 && words[first - 1].capital() && !words[first].after_break) --first;
    if (first > 0 && words[first].after_break) {  // "the Guyanese foreign minister, Carl Greenidge"
        auto ahead = names_.read(sentence, names_.phrase_begin(sentence, first - 1), first);
        if (!ahead.codes.empty() && !ahead.sector.empty()) return ahead;
    }
    auto next = word + 1;
    while (next < words.size() && words[next].glued) ++next;  // "Gi-do"
    if (next < words.size() && words[word].form == name &&
        (words[next].after_break || words[next].form == "of")) {
        auto end = next + 1;
        while (end < words.size() && end - word < k_apposition && !words[end].after_break) ++end;
        auto after = names_.read(sentence, next, end);
        if (!after.sector.empty() || (!after.codes.empty() && words[next].form == "of")) return after;
    }
    return before;
}

Found Coreference::find_beside_name(const ActorReading& reading) const {
    Found kind_only;
    for (std::size_t sentence = 0; sentence < names_.sentence_count(); ++sentence) {
        const auto& words = names_.words_of(sentence);
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].form != reading.name) continue;
            const auto telling = read_beside_name(reading.name, sentence, i);
            if (!telling.codes.empty()) {
                return {{lexicon_.with_sector(telling.codes.front(), reading.sector)},
                        fmt::format("beside the name: {}", telling.reason),
                        "beside"};
            }
            if (telling.sector.empty() || !kind_only.codes.empty() || !reading.sector.empty()) continue;
            const auto country = nearest_country(words[i].span, sentence, {}, true);
            if (!country.empty()) {
                kind_only = {{lexicon_.with_sector(country, telling.sector)},
                             fmt::format("{} by what stands beside the name, where the text is about {}",
                                         telling.sector, country)};
            }
        }
    }
    return kind_only;
}

}  // namespace dragoman
