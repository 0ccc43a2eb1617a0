#include "resolve/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/period.h"
#include "event/code.h"
#include "resolve/coreference.h"
#include "resolve/event_place.h"
#include "resolve/place.h"
#include "resolve/quantity.h"
#include "resolve/time_resolver.h"

namespace dragoman {

struct ResolverTables {
    CountryTable countries;
    Lexicon lexicon;
    TimeResolver times;
    QuantityReader quantities;
    PlaceTables places;
};

namespace {

bool is_party(Role role) {
    return role == Role::actor || role == Role::recipient || role == Role::source;
}

std::string joined(const std::vector<std::string>& codes) {
    return fmt::format("{}", fmt::join(codes, "+"));
}

/// One document on its way from mentions to events.
class DocumentResolver {
  public:
    DocumentResolver(const ResolverTables& tables, const Document& document,
                     const std::vector<Mention>& mentions, const ActTable& acts)
        : tables_(tables),
          document_(document),
          acts_(acts),
          names_(document, tables.lexicon),
          coreference_(names_, tables.lexicon, tables.countries),
          places_(names_, coreference_, tables.lexicon, tables.countries, tables.places) {
        for (const auto& mention : mentions) mentions_.push_back(&mention);
        std::ranges::stable_sort(mentions_, {}, [](const Mention* m) {
            return std::pair{m->sentence, m->trigger.begin};
        });
    }

    std::vector<Event> resolve() {
        for (const auto* mention : mentions_) read_named(*mention);
        for (const auto* mention : mentions_) find_pointing(*mention);
        std::vector<Event> events;
        events.reserve(mentions_.size());
        for (const auto* mention : mentions_) events.push_back(event_of(*mention));
        return events;
    }

  private:
    using Key = std::pair<std::size_t, std::size_t>;
    static Key key_of(Span span) { return {span.begin, span.end}; }

    void read_named(const Mention& mention);
    void find_pointing(const Mention& mention);
    [[nodiscard]] std::vector<std::string> other_codes(const Mention& mention, Span but) const;
    [[nodiscard]] std::string place_of(const Mention& mention) const;
    [[nodiscard]] std::string acting_state(const Mention& mention) const;
    [[nodiscard]] Event event_of(const Mention& mention);
    [[nodiscard]] std::optional<CodedArgument> coded(const Mention& mention, const Argument& argument,
                                                     const Event& event);
    [[nodiscard]] std::vector<std::string> countries_named(const Mention& mention) const;
    [[nodiscard]] std::optional<CodedArgument> coded_place(const Mention& mention, const Argument& argument,
                                                           const Event& event);
    [[nodiscard]] std::optional<CodedArgument> implicit_party(const Mention& mention,
                                                              const Argument& argument,
                                                              const Event& event) const;
    void note_day(std::string_view value);
    [[nodiscard]] std::vector<TextWord> words_of(Span span) const {
        return tables_.lexicon.reader().read(document_.article.text, span);
    }

    const ResolverTables& tables_;
    const Document& document_;
    const ActTable& acts_;
    DocumentNames names_;
    Coreference coreference_;
    EventPlaces places_;
    std::vector<const Mention*> mentions_;
    std::map<Key, ActorReading> open_;  // phrases that name nobody
    std::map<Key, Referent> found_;     // what phrases stand for
    std::optional<Day> anchor_;         // the day last named
};

/// First pass: phrases that name their country, body or person themselves.
void DocumentResolver::read_named(const Mention& mention) {
    for (const auto& argument : mention.arguments) {
        if (!is_party(argument.role) || !argument.span || argument.span->empty()) continue;
        const auto key = key_of(*argument.span);
        if (found_.contains(key) || open_.contains(key)) continue;
        auto reading = read_actor_phrase(words_of(*argument.span), tables_.lexicon, document_.article.date);
        if (reading.codes.empty()) {
            open_.emplace(key, std::move(reading));
            continue;
        }
        Referent referent{*argument.span,
                          mention.sentence,
                          reading.codes,
                          reading.reason,
                          std::move(reading),
                          true,
                          argument.role == Role::actor};
        names_.add(referent);
        found_.emplace(key, std::move(referent));
    }
}

/// Second pass, in the order of the text: phrases that point back.
void DocumentResolver::find_pointing(const Mention& mention) {
    for (const auto& argument : mention.arguments) {
        if (!is_party(argument.role) || !argument.span) continue;
        const auto open = open_.find(key_of(*argument.span));
        if (open == open_.end() || found_.contains(open->first)) continue;
        auto found = coreference_.find({open->second, *argument.span, mention.sentence,
                                        other_codes(mention, *argument.span), place_of(mention),
                                        argument.role == Role::source ? acting_state(mention) : ""});
        Referent referent{*argument.span,
                          mention.sentence,
                          std::move(found.codes),
                          std::move(found.reason),
                          open->second,
                          true,
                          argument.role == Role::actor};
        if (!referent.codes.empty()) names_.add(referent);
        found_.emplace(open->first, std::move(referent));
    }
}

std::vector<std::string> DocumentResolver::other_codes(const Mention& mention, Span but) const {
    std::vector<std::string> codes;
    for (const auto& argument : mention.arguments) {
        if ((argument.role != Role::actor && argument.role != Role::recipient) || !argument.span ||
            *argument.span == but)
            continue;
        const auto found = found_.find(key_of(*argument.span));
        if (found != found_.end())
            codes.insert(codes.end(), found->second.codes.begin(), found->second.codes.end());
    }
    return codes;
}

/// The one state whose government, army or police does the act; empty if another kind of actor does it.
std::string DocumentResolver::acting_state(const Mention& mention) const {
    std::string state;
    for (const auto& argument : mention.arguments) {
        if (argument.role != Role::actor || !argument.span) continue;
        const auto found = found_.find(key_of(*argument.span));
        if (found == found_.end() || found->second.codes.size() != 1 || !state.empty()) return {};
        const auto& code = found->second.codes.front();
        const auto sector = code.size() > 3 ? code.substr(3) : std::string{};
        const bool official =
            sector.empty() || sector == ".GOV" || sector == ".MIL" || sector == ".COP" || sector == ".JUD";
        if (!official || !tables_.countries.is_state(country_of(code))) return {};
        state = country_of(code);
    }
    return state;
}

std::string DocumentResolver::place_of(const Mention& mention) const {
    for (const auto& argument : mention.arguments) {
        if (argument.role != Role::place || !argument.span) continue;
        if (auto place = read_place(words_of(*argument.span), tables_.lexicon, tables_.places,
                                    document_.article.date, {{}, {}, "", &names_.land_counts()});
            !place.country.empty()) {
            return place.country;
        }
    }
    return {};
}

/// The countries of the parties whose own words name them: those found through the place would prove nothing
/// of it.
std::vector<std::string> DocumentResolver::countries_named(const Mention& mention) const {
    std::vector<std::string> countries;
    for (const auto& argument : mention.arguments) {
        if ((argument.role != Role::actor && argument.role != Role::recipient) || !argument.span) continue;
        const auto found = found_.find(key_of(*argument.span));
        if (found == found_.end()) continue;
        for (const auto& code : found->second.reading.codes) countries.push_back(country_of(code));
    }
    return countries;
}

std::optional<CodedArgument> DocumentResolver::coded_place(const Mention& mention, const Argument& argument,
                                                           const Event& event) {
    auto place = places_.find({argument.span, mention.sentence, acts_[mention.act].name, mention.trigger,
                               countries_of(event, Role::actor), countries_of(event, Role::recipient),
                               countries_named(mention)});
    if (!place) return std::nullopt;
    return CodedArgument{argument.role,           argument.span,
                         std::move(place->value), std::move(place->reason),
                         argument.score,          std::move(place->town)};
}

/// `~`: a state that coerces does so where the act takes place; any other party is the likeliest one named
/// nearby.
std::optional<CodedArgument> DocumentResolver::implicit_party(const Mention& mention,
                                                              const Argument& argument,
                                                              const Event& event) const {
    auto others = countries_of(event, Role::actor);
    for (auto& country : countries_of(event, Role::recipient)) others.push_back(std::move(country));
    const auto& act = acts_[mention.act];
    const bool within_state =
        act.plover_type == "COERCE" || act.plover_type == "PROTEST" || act.plover_mode == "convict";
    if (argument.role == Role::actor &&
        within_state) {  // a state coerces and is protested against on its own soil
        auto place = place_of(mention);
        if (place.empty() && !others.empty() && tables_.countries.is_state(country_of(others.front()))) {
            place = coreference_.nearest_country(mention.trigger, mention.sentence, {}, false);
        }
        if (!place.empty())
            return CodedArgument{argument.role, std::nullopt, place, "the state where the act takes place",
                                 argument.score};
    }
    auto found = coreference_.find_missing(mention.trigger.begin, mention.sentence, others,
                                           argument.role == Role::actor);
    if (found.codes.empty()) return std::nullopt;
    return CodedArgument{argument.role, std::nullopt, joined(found.codes), std::move(found.reason),
                         argument.score};
}

std::optional<CodedArgument> DocumentResolver::coded(const Mention& mention, const Argument& argument,
                                                     const Event& event) {
    if (argument.role == Role::place) return coded_place(mention, argument, event);
    if (is_party(argument.role)) {
        if (!argument.span) return implicit_party(mention, argument, event);
        const auto found = found_.find(key_of(*argument.span));
        if (found == found_.end() || found->second.codes.empty()) {
            return CodedArgument{argument.role, argument.span, "UNK",
                                 "nothing in the phrase or the text says who this is", argument.score};
        }
        return CodedArgument{argument.role, argument.span, joined(found->second.codes), found->second.reason,
                             argument.score};
    }
    if (!argument.span) return std::nullopt;
    const auto& sentence = document_.sentences[mention.sentence];
    const auto phrase = document_.text_of(*argument.span);
    const auto within = [&](Span span) {
        return Span{span.begin - sentence.begin, span.end - sentence.begin};
    };
    if (argument.role == Role::time) {
        const auto tense = tables_.times.tense_of(document_.text_of(sentence), within(mention.trigger));
        TimeContext when;
        when.reference = document_.article.date;
        when.status = mention.status;
        when.tense = tense;
        when.anchor = anchor_;
        const auto time = tables_.times.resolve(phrase, when);
        if (!time) return std::nullopt;
        return CodedArgument{argument.role, argument.span, time->value, time->reason, argument.score};
    }
    const auto quantity =
        tables_.quantities.read(document_.text_of(sentence), within(*argument.span), acts_[mention.act].name);
    if (!quantity) return std::nullopt;
    return CodedArgument{argument.role, argument.span, quantity->value, quantity->reason, argument.score};
}

/// A single day becomes what "the next day" counts from in the sentences after it.
void DocumentResolver::note_day(std::string_view value) {
    const auto period = parse_period(value);
    if (period && period->first && period->first == period->last) anchor_ = period->first;
}

Event DocumentResolver::event_of(const Mention& mention) {
    Event event{mention.sentence,     mention.act, mention.score, mention.trigger, mention.status,
                mention.status_score, {}};
    for (const bool with_span : {true, false}) {
        for (const auto& argument : mention.arguments) {
            if (argument.span.has_value() != with_span) continue;
            auto result = coded(mention, argument, event);
            if (!result) continue;
            if (result->role == Role::time) note_day(result->value);
            event.arguments.push_back(std::move(*result));
        }
    }
    return event;
}

}  // namespace

Result<Resolver> Resolver::load(const std::string& data_dir) {
    auto countries = CountryTable::load(data_dir);
    if (!countries) return countries.error();
    auto lexicon = Lexicon::load(data_dir, countries.value());
    if (!lexicon) return lexicon.error();
    auto times = TimeResolver::load(data_dir);
    if (!times) return times.error();
    auto quantities = QuantityReader::load(data_dir);
    if (!quantities) return quantities.error();
    auto places = PlaceTables::load(data_dir);
    if (!places) return places.error();
    return Resolver{std::make_shared<const ResolverTables>(
        ResolverTables{std::move(countries.value()), std::move(lexicon.value()), std::move(times.value()),
                       std::move(quantities.value()), std::move(places.value())})};
}

std::vector<Event> Resolver::resolve(const Document& document, const std::vector<Mention>& mentions,
                                     const ActTable& acts) const {
    if (mentions.empty()) return {};
    return DocumentResolver{*tables_, document, mentions, acts}.resolve();
}

const CountryTable& Resolver::countries() const {
    return tables_->countries;
}

}  // namespace dragoman
