#include "resolve/party_resolver.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.h"
#include "event/code.h"
#include "resolve/fitness.h"
#include "resolve/place.h"

namespace dragoman {
namespace {

constexpr std::size_t k_whole_text = static_cast<std::size_t>(-1);

bool is_party(Role role) {
    return role == Role::actor || role == Role::recipient || role == Role::source;
}

/// The sector that the phrase says, or that the rules found for it.
std::string sector_of(const Sought& sought) {
    if (sought.reading == nullptr) return {};
    if (!sought.reading->sector.empty() || sought.by_rule.codes.size() != 1) return sought.reading->sector;
    const auto& code = sought.by_rule.codes.front();
    const auto dot = code.find('.');
    return dot == std::string::npos ? std::string{} : code.substr(dot + 1);
}

}  // namespace

PartyResolver::PartyResolver(DocumentNames& names, const PartyTables& tables,
                             std::vector<const Mention*> mentions, std::vector<ChoiceRecord>* log)
    : names_(names),
      tables_(tables),
      coreference_(names, tables.lexicon, tables.countries),
      finder_(names, tables.countries, tables.lexicon.classes()),
      mentions_(std::move(mentions)),
      log_(log) {
    parties_.reserve(mentions_.size());
    for (const auto* mention : mentions_)
        parties_.push_back({mention->sentence, mention->trigger, &tables_.acts[mention->act], {}});
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
        for (const auto& argument : mentions_[i]->arguments) {
            if (is_party(argument.role) && argument.span && !argument.span->empty())
                read_named(i, argument.role, *argument.span);
        }
    }
    for (std::size_t i = 0; i < mentions_.size(); ++i) find_others(i);
}

/// Second pass, in the order of the text: phrases that point to somebody, then who is left out.
void PartyResolver::find_others(std::size_t index) {
    for (const auto& argument : mentions_[index]->arguments) {
        if (is_party(argument.role) && argument.span) find_pointing(index, argument.role, *argument.span);
    }
    for (const auto& argument : mentions_[index]->arguments) {
        if (is_party(argument.role) && !argument.span) find_left_out(index, argument.role);
    }
}

const Referent* PartyResolver::of_phrase(Span span) const {
    const auto found = found_.find(key_of(span));
    return found == found_.end() ? nullptr : &found->second;
}

const PartyResolver::LeftOut* PartyResolver::left_out(const Mention& mention, Role role) const {
    const auto found = left_out_.find({&mention, role});
    return found == left_out_.end() ? nullptr : &found->second;
}

void PartyResolver::keep(Span span, Role role, std::size_t sentence, Found found,
                         const ActorReading& reading) {
    Referent referent{span,    sentence, std::move(found.codes), std::move(found.reason),
                      reading, true,     role == Role::actor};
    const bool known = std::ranges::none_of(
        referent.codes, [](const std::string& code) { return country_of(code) == "UNK"; });
    if (known && !referent.codes.empty()) names_.add(referent);
    found_.emplace(key_of(span), std::move(referent));
}

/// First pass: phrases that name their country, body or person themselves.
void PartyResolver::read_named(std::size_t index, Role role, Span span) {
    const auto& article = names_.document().article;
    const auto key = key_of(span);
    if (!found_.contains(key) && !open_.contains(key)) {
        auto reading = read_actor_phrase(tables_.lexicon.reader().read(article.text, span), tables_.lexicon,
                                         article.date);
        if (reading.codes.empty()) {
            open_.emplace(key, std::move(reading));
        } else {
            keep(span, role, mentions_[index]->sentence, {reading.codes, reading.reason, ""}, reading);
        }
    }
    if (const auto* referent = of_phrase(span)) parties_[index].add(role, referent->codes);
}

/// What a phrase stands for that begins there; the coder may cut one actor differently in two mentions.
const Referent* PartyResolver::found_from(std::size_t begin) const {
    const auto it = found_.lower_bound({begin, 0});
    return it != found_.end() && it->first.first == begin && !it->second.codes.empty() ? &it->second
                                                                                       : nullptr;
}

void PartyResolver::find_pointing(std::size_t index, Role role, Span span) {
    const auto& mention = *mentions_[index];
    const auto open = open_.find(key_of(span));
    if (open == open_.end()) return;
    if (!found_.contains(open->first)) {
        Sought sought{index, role, span, &open->second, place_of(mention), {}};
        sought.by_rule = coreference_.find({open->second, span, mention.sentence, other_codes(mention, span),
                                            sought.place, role == Role::source ? acting_state(mention) : ""});
        const auto* same = found_from(span.begin);
        const bool told = open->second.pointing == WordClass::mutual && !sought.by_rule.codes.empty();
        if (same != nullptr) sought.by_rule = {same->codes, same->reason, "same"};
        keep(span, role, mention.sentence,
             told || same != nullptr ? sought.by_rule : choose(sought, span).found, open->second);
    }
    parties_[index].add(role, found_.at(open->first).codes);
}

void PartyResolver::find_left_out(std::size_t index, Role role) {
    const auto& mention = *mentions_[index];
    Sought sought{index, role, mention.trigger, nullptr, place_of(mention), {}};
    sought.by_rule = missing_by_rule(mention, parties_[index], role, sought.place);
    auto choice = choose(sought, std::nullopt);
    const auto sector = tables_.usual.of(*parties_[index].act, role);
    for (auto& code : choice.found.codes) code = tables_.lexicon.with_sector(code, sector);
    parties_[index].add(role, choice.found.codes);
    left_out_.emplace(std::pair{&mention, role}, std::move(choice));
}

PartyResolver::LeftOut PartyResolver::choose(const Sought& sought, std::optional<Span> span) {
    const auto& parties = parties_[sought.mention];
    const auto candidates = finder_.candidates(sought, parties_);
    const auto contexts = finder_.contexts(sought, parties);
    if (log_ != nullptr)
        log_->push_back({mentions_[sought.mention], sought.role, span, contexts, candidates});
    const auto probabilities = tables_.choices.probabilities(candidates, contexts);
    const auto best =
        static_cast<std::size_t>(std::ranges::max_element(probabilities) - probabilities.begin());
    const auto& candidate = candidates[best];
    if (country_key(sought.by_rule.codes) == candidate.countries)
        return {sought.by_rule, probabilities[best]};
    Found found{codes_of(sought, candidate), "", "choice"};
    found.reason = fmt::format("likeliest of {} that the text names, {:.2f}: {}{}", candidates.size() - 1,
                               probabilities[best], candidate.countries,
                               candidate.shown.empty() ? "" : fmt::format(", '{}'", candidate.shown));
    return {std::move(found), probabilities[best]};
}

/// What is given for a chosen candidate: a pronoun takes the code of what it points to, everything else the
/// country with the sector of its own phrase.
std::vector<std::string> PartyResolver::codes_of(const Sought& sought, const Candidate& candidate) const {
    const auto* reading = sought.reading;
    const bool pronoun = reading != nullptr && reading->pointing >= WordClass::thing && !reading->possessive;
    if (pronoun) {
        for (const auto* referent :
             names_.backwards(sought.at.begin, parties_[sought.mention].sentence, k_whole_text)) {
            if (country_key(referent->codes) == candidate.countries) return referent->codes;
        }
    }
    const auto sector = sector_of(sought);
    std::vector<std::string> codes;
    for (const auto country : split_fields(candidate.countries, '+')) {
        const std::string code{country};
        codes.push_back(tables_.lexicon.with_sector(code, sector));
    }
    return codes;
}

/// A state coerces, and is protested against, on its own soil; any other party is the likeliest named nearby.
Found PartyResolver::missing_by_rule(const Mention& mention, const Parties& parties, Role role,
                                     const std::string& place) const {
    auto others = parties.of(Role::actor);
    for (const auto& country : parties.of(Role::recipient)) push_new(others, country);
    const auto& act = *parties.act;
    const bool within_state =
        act.plover_type == "COERCE" || act.plover_type == "PROTEST" || act.plover_mode == "convict";
    if (role == Role::actor && within_state) {
        auto soil = place;
        if (soil.empty() && !others.empty() && tables_.countries.is_state(others.front()))
            soil = coreference_.nearest_country(mention.trigger, mention.sentence, {}, false);
        if (!soil.empty()) return {{soil}, "the state where the act takes place", "soil"};
    }
    return coreference_.find_missing(mention.trigger.begin, mention.sentence, others, role == Role::actor);
}

std::vector<std::string> PartyResolver::other_codes(const Mention& mention, Span but) const {
    std::vector<std::string> codes;
    for (const auto& argument : mention.arguments) {
        if ((argument.role != Role::actor && argument.role != Role::recipient) || !argument.span ||
            *argument.span == but)
            continue;
        if (const auto* referent = of_phrase(*argument.span))
            codes.insert(codes.end(), referent->codes.begin(), referent->codes.end());
    }
    return codes;
}

/// The one state whose government, army or police does the act; empty if another kind of actor does it.
std::string PartyResolver::acting_state(const Mention& mention) const {
    std::string state;
    for (const auto& argument : mention.arguments) {
        if (argument.role != Role::actor || !argument.span) continue;
        const auto* referent = of_phrase(*argument.span);
        if (referent == nullptr || referent->codes.size() != 1 || !state.empty()) return {};
        const auto& code = referent->codes.front();
        const auto sector = code.size() > 3 ? code.substr(3) : std::string{};
        const bool official =
            sector.empty() || sector == ".GOV" || sector == ".MIL" || sector == ".COP" || sector == ".JUD";
        if (!official || !tables_.countries.is_state(country_of(code))) return {};
        state = country_of(code);
    }
    return state;
}

std::string PartyResolver::place_of(const Mention& mention) const {
    const auto& article = names_.document().article;
    for (const auto& argument : mention.arguments) {
        if (argument.role != Role::place || !argument.span) continue;
        const auto words = tables_.lexicon.reader().read(article.text, *argument.span);
        if (auto place = read_place(words, tables_.lexicon, tables_.places, article.date,
                                    {{}, {}, "", &names_.land_counts()});
            !place.country.empty())
            return place.country;
    }
    return {};
}

}  // namespace dragoman
