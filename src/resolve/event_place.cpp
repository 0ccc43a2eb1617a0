#include "resolve/event_place.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "event/code.h"
#include "resolve/border_place.h"

namespace dragoman {
namespace {

constexpr std::size_t k_reach = 5;    // sentences in which a place named before still holds
constexpr std::size_t k_before = 30;  // letters from an adjective to its town: "the Lebanese port city of"
constexpr std::size_t k_opening = 6;  // letters within which a place opens its sentence

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::ranges::find(list, item) != list.end();
}

bool names_nothing(const std::vector<TextWord>& words) {
    return std::ranges::none_of(words, [](const TextWord& word) { return word.capital(); });
}

std::vector<std::string> parties_of(const PlaceQuestion& question) {
    auto parties = question.actors;
    parties.insert(parties.end(), question.recipients.begin(), question.recipients.end());
    return parties;
}

/// Whether the letters between two phrases tie them: "the Lebanese port city *of* Tripoli".
bool ties(std::string_view between) {
    return between.ends_with(" of ") && between.find_first_of(",;:.") == std::string_view::npos;
}

/// Whether a country is named to a town right before it: "Tripoli, Lebanon", but not "In Tripoli, Greece and
/// Turkey signed".
bool follows(std::string_view text, Span town, Span country, bool opens_sentence) {
    const auto between = text.substr(town.end, country.begin - town.end);
    if (between != ", " && between != " ") return false;
    const auto after = text.substr(country.end, 1);
    return after == "," || (!opens_sentence && after != "'");
}

}  // namespace

/// The country named in one breath with the phrase: "the Lebanese port city of *Tripoli*", "*Tripoli*,
/// Lebanon"; empty if there is none.
std::string EventPlaces::country_beside(Span span, std::size_t sentence) const {
    const std::string_view text = names_.document().article.text;
    std::string found;
    for (const auto& referent : names_.in_sentence(sentence)) {
        if (referent.codes.size() != 1 || referent.reading.person) continue;
        const auto country = country_of(referent.codes.front());
        if (referent.span.begin >= span.end) {
            const bool opens = span.begin < names_.document().sentences[sentence].begin + k_opening;
            const bool alone = country == referent.codes.front() && !referent.reading.adjective;
            return alone && follows(text, span, referent.span, opens) ? country : found;
        }
        const bool near = referent.span.end <= span.begin && referent.span.end + k_before >= span.begin;
        if (near && referent.reading.adjective &&
            ties(text.substr(referent.span.end, span.begin - referent.span.end)))
            found = country;
    }
    return found;
}

/// The one recipient's country, if no doer is of it; else empty.
std::string EventPlaces::foreign_recipient(const PlaceQuestion& question) const {
    std::string host;
    for (const auto& country : question.recipients) {
        if (contains(question.actors, country) || !lexicon_.is_state(country)) continue;
        if (!host.empty()) return {};
        host = country;
    }
    return host;
}

std::optional<PlaceAnswer> EventPlaces::last_named(const PlaceQuestion& question) const {
    if (!last_ || last_->sentence + k_reach < question.sentence) return std::nullopt;
    return PlaceAnswer{last_->country, "the country of the place last named"};
}

/// The country that the text is about there; not the doer's, if the act is one that states do in other lands.
std::optional<PlaceAnswer> EventPlaces::of_text(Span span, const PlaceQuestion& question) const {
    const std::vector<std::string> nobody;
    auto country = coreference_.nearest_country(span, question.sentence,
                                                is_abroad(question) ? question.actors : nobody, false);
    if (country.empty()) return std::nullopt;
    return PlaceAnswer{std::move(country), "the country that the text is about"};
}

std::optional<PlaceAnswer> EventPlaces::find_unsaid(const PlaceQuestion& question) const {
    if (auto last = last_named(question)) return last;
    const auto& hosts = question.recipients;
    if (hosts.size() == 1 && lexicon_.is_state(hosts.front()))
        return PlaceAnswer{hosts.front(), "the recipient's country"};
    return of_text(question.trigger, question);
}

/// "its hospitals", "both countries": what the pronoun or noun stands for.
std::optional<PlaceAnswer> EventPlaces::find_pointed(const ActorReading& reading, Span span,
                                                     const PlaceQuestion& question) const {
    const bool elsewhere = reading.pointing == WordClass::mutual ||
                           (reading.pointing == WordClass::state && is_abroad(question));
    const auto others = elsewhere ? question.actors : std::vector<std::string>{};
    const auto found = coreference_.find({reading, span, question.sentence, others, "", ""});
    PlaceAnswer answer{"", found.reason};
    for (const auto& code : found.codes) {
        if (!answer.value.empty()) answer.value += '+';
        answer.value += country_of(code);
    }
    if (answer.value.empty()) return std::nullopt;
    return answer;
}

/// A phrase that names no place that a table holds: "here", "the country", "the village of Nowhere".
std::optional<PlaceAnswer> EventPlaces::find_unnamed(const Words& words, Span span,
                                                     const PlaceQuestion& question) const {
    if (words.size() == 1 && lower_ascii(words.front().form) == "here" && !names_.home().empty())
        return PlaceAnswer{names_.home(), "the country of the dateline or the paper"};
    const auto reading = read_actor_phrase(words, lexicon_, day());
    const bool free =
        reading.pointing == WordClass::none || (reading.pointing == WordClass::state && !reading.possessive);
    if (free && is_abroad(question)) {
        if (auto host = foreign_recipient(question); !host.empty())
            return PlaceAnswer{std::move(host), "the recipient's country"};
    }
    if (free && names_nothing(words)) {
        if (auto last = last_named(question)) return last;
    }
    if (reading.pointing != WordClass::none) return find_pointed(reading, span, question);
    return of_text(span, question);
}

std::optional<PlaceAnswer> EventPlaces::find_said(Span span, const PlaceQuestion& question) const {
    const auto words = lexicon_.reader().read(names_.document().article.text, span);
    auto parties = parties_of(question);
    if (const auto side = read_border(words, {std::move(parties), names_.counts(), day()}, lexicon_,
                                      countries_, tables_.words)) {
        if (side->empty()) return std::nullopt;
        return PlaceAnswer{*side, "on that side of the border"};
    }
    PlaceContext context{question.named, {}, country_beside(span, question.sentence), &names_.land_counts()};
    if (is_abroad(question)) context.elsewhere = question.actors;
    auto place = read_place(words, lexicon_, tables_, day(), context);
    if (!place.country.empty())
        return PlaceAnswer{std::move(place.country), std::move(place.reason), std::move(place.town)};
    const bool nobodys = !place.reason.empty() || std::ranges::any_of(words, [&](const TextWord& word) {
        return tables_.words.is(lower_ascii(word.form), PlaceWord::disputed);
    });
    if (nobodys) return std::nullopt;
    return find_unnamed(words, span, question);
}

std::optional<PlaceAnswer> EventPlaces::find(const PlaceQuestion& question) {
    if (!question.span) return find_unsaid(question);
    auto answer = find_said(*question.span, question);
    if (answer && lexicon_.is_state(answer->value)) last_ = LastPlace{answer->value, question.sentence};
    return answer;
}

}  // namespace dragoman
