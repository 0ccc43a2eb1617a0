#include "resolve/event_place.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "event/code.h"

namespace dragoman {
namespace {

constexpr std::size_t k_before = 30;  // letters between an adjective and the town: "the Lebanese port city of"

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::ranges::find(list, item) != list.end();
}

void push_new(std::vector<std::string>& list, const std::string& item) {
    if (!contains(list, item)) list.push_back(item);
}

}  // namespace

/// The country named in one breath with the phrase: "the Lebanese port city of *Tripoli*", "*Tripoli*, Lebanon".
std::string EventPlaces::country_beside(Span span, std::size_t sentence) const {
    const std::string_view text = names_.document().article.text;
    std::string found;
    for (const auto& referent : names_.in_sentence(sentence)) {
        if (referent.codes.size() != 1 || referent.reading.person) continue;
        const auto gap_after = referent.span.begin - span.end;
        if (referent.span.begin >= span.end && gap_after <= 2 &&
            text.substr(span.end, gap_after).find_first_not_of(", ") == std::string_view::npos)
            return country_of(referent.codes.front());
        const auto gap = span.begin - referent.span.end;
        if (referent.span.end <= span.begin && gap <= k_before && referent.reading.adjective) {
            const auto between = text.substr(referent.span.end, gap);
            if (between.ends_with(" of ") && between.find_first_of(",;:.") == std::string_view::npos)
                found = country_of(referent.codes.front());
        }
    }
    return found;
}

/// The word "border" of a phrase that means the border itself, not a town or post at it; words.size() if there
/// is none.
std::size_t EventPlaces::border_at(const Words& words) const {
    const auto is = [&](std::size_t at, PlaceWord wanted) {
        return at < words.size() && tables_.words.is(lower_ascii(words[at].form), wanted);
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!is(at, PlaceWord::border)) continue;
        for (auto after = at + 1; after < words.size(); ++after) {
            if (is(after, PlaceWord::post)) return words.size();
        }
        return at;
    }
    return words.size();
}

/// Where an act at a border takes place. "its border with Y", "X's border with Y": on the first side; "the Y
/// border": on the other side, if a party of the act lives there; "the X-Y border": on the side of the one
/// party, else on neither; "the border" alone says nothing.
std::optional<PlaceAnswer> EventPlaces::find_border(const Words& words, std::size_t border,
                                                    const PlaceQuestion& question, bool& decided) const {
    decided = true;
    const auto lands = countries_named(words, lexicon_, day());
    auto parties = question.actors;
    for (const auto& country : question.recipients) push_new(parties, country);
    const auto answer = [](const std::string& country) {
        return PlaceAnswer{country, "on that side of the border", std::nullopt};
    };
    const bool owned = std::ranges::any_of(words, [](const TextWord& word) { return word.possessive; }) ||
                       std::ranges::any_of(words, [&](const TextWord& word) {
                           return lexicon_.classes().pronoun(lower_ascii(word.form)) != WordClass::none;
                       });
    if (lands.empty()) {
        decided = !owned;
        return std::nullopt;
    }
    if (lands.size() > 1) {
        const bool with = border + 1 < words.size() && lower_ascii(words[border + 1].form) == "with";
        if (owned || with) return answer(lands.front());
        const bool first = contains(parties, lands[0]);
        const bool second = contains(parties, lands[1]);
        if (first == second) return std::nullopt;
        return answer(first ? lands[0] : lands[1]);
    }
    const auto& land = lands.front();
    const bool of = border + 1 < words.size() && lower_ascii(words[border + 1].form) == "of";
    if (of || (owned && words[0].possessive)) return answer(land);
    for (const auto& country : parties) {
        if (countries_.are_neighbours(country, land)) return answer(country);
    }
    if (contains(parties, land) && !owned) return answer(land);
    std::string best;
    std::size_t most = 0;
    for (const auto& [country, times] : names_.counts()) {
        if (times > most && country != land && countries_.are_neighbours(country, land)) {
            best = country;
            most = times;
        }
    }
    return answer(best.empty() ? land : best);
}

/// Not said in the sentence: where the one recipient is.
std::optional<PlaceAnswer> EventPlaces::find_unsaid(const PlaceQuestion& question) const {
    const auto& hosts = question.recipients;
    if (hosts.size() != 1 || hosts.front().size() != 3) return std::nullopt;
    return PlaceAnswer{hosts.front(), "the recipient's country", std::nullopt};
}

std::optional<PlaceAnswer> EventPlaces::find_around(const Words& words, const PlaceQuestion& question) const {
    const auto span = *question.span;
    if (words.size() == 1 && lower_ascii(words.front().form) == "here" && !names_.home().empty())
        return PlaceAnswer{names_.home(), "the country of the dateline or the paper", std::nullopt};
    const auto reading = read_actor_phrase(words, lexicon_, day());
    PlaceAnswer answer;
    if (reading.pointing != WordClass::none) {
        std::vector<std::string> parties;
        if (reading.pointing == WordClass::mutual) parties = question.actors;
        const auto found = coreference_.find({reading, span, question.sentence, std::move(parties), "", ""});
        for (const auto& code : found.codes) {
            if (!answer.value.empty()) answer.value += '+';
            answer.value += country_of(code);
        }
        answer.reason = found.reason;
    } else {
        answer.value = coreference_.nearest_country(span, question.sentence, {}, false);
        answer.reason = "the country that the text is about";
    }
    if (answer.value.empty()) return std::nullopt;
    return answer;
}

std::optional<PlaceAnswer> EventPlaces::find_said(const PlaceQuestion& question) const {
    const auto words = lexicon_.reader().read(names_.document().article.text, *question.span);
    if (const auto border = border_at(words); border < words.size()) {
        bool decided = false;
        auto answer = find_border(words, border, question, decided);
        if (decided) return answer;
    }
    PlaceContext context{question.actors, country_beside(*question.span, question.sentence), &names_.counts()};
    for (const auto& country : question.recipients) context.parties.push_back(country);
    auto place = read_place(words, lexicon_, tables_, day(), context);
    if (!place.country.empty())
        return PlaceAnswer{std::move(place.country), std::move(place.reason), std::move(place.town)};
    if (!place.reason.empty()) return std::nullopt;
    return find_around(words, question);
}

std::optional<PlaceAnswer> EventPlaces::find(const PlaceQuestion& question) {
    return question.span ? find_said(question) : find_unsaid(question);
}

}  // namespace dragoman
