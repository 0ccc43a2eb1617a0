#include "resolve/event_place.h"

#include <algorithm>
#include <utility>

#include "event/code.h"

namespace dragoman {

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
    PlaceContext context{question.actors, &names_.counts()};
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
