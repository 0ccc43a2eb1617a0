#include "resolve/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "event/code.h"
#include "resolve/coreference.h"
#include "resolve/inferred_date.h"
#include "resolve/place.h"
#include "resolve/quantity.h"
#include "resolve/story_time.h"
#include "resolve/time_resolver.h"

namespace dragoman {

struct ResolverTables {
    CountryTable countries;
    Lexicon lexicon;
    TimeResolver times;
    QuantityReader quantities;
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
          story_(document.article.text, tables.times) {
        if (!document.article.date) inferred_ = infer_date(document.article.text, tables.times);
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
    [[nodiscard]] std::optional<CodedArgument> coded_place(const Mention& mention, const Argument& argument,
                                                           const Event& event) const;
    [[nodiscard]] std::optional<CodedArgument> implicit_party(const Mention& mention,
                                                              const Argument& argument,
                                                              const Event& event) const;
    [[nodiscard]] std::vector<TextWord> words_of(Span span) const {
        return tables_.lexicon.reader().read(document_.article.text, span);
    }

    const ResolverTables& tables_;
    const Document& document_;
    const ActTable& acts_;
    DocumentNames names_;
    Coreference coreference_;
    std::vector<const Mention*> mentions_;
    std::map<Key, ActorReading> open_;      // phrases that name nobody
    std::map<Key, Referent> found_;         // what phrases stand for
    StoryTime story_;                       // the times named so far
    std::optional<InferredDate> inferred_;  // when an undated text was published
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
        if (auto place = read_place(words_of(*argument.span), tables_.lexicon, document_.article.date);
            !place.country.empty()) {
            return place.country;
        }
    }
    return {};
}

std::optional<CodedArgument> DocumentResolver::coded_place(const Mention& mention, const Argument& argument,
                                                           const Event& event) const {
    CodedArgument result{argument.role, argument.span, "", "", argument.score};
    if (!argument.span) {
        const auto hosts = countries_of(event, Role::recipient);
        if (hosts.size() != 1 || hosts.front().size() != 3) return std::nullopt;
        result.value = hosts.front();
        result.reason = "the recipient's country";
        return result;
    }
    const auto words = words_of(*argument.span);
    const auto place = read_place(words, tables_.lexicon, document_.article.date);
    if (place.country.empty() && !place.reason.empty()) return std::nullopt;
    result.value = place.country;
    result.reason = place.reason;
    if (!result.value.empty()) return result;
    if (words.size() == 1 && lower_ascii(words.front().form) == "here" && !names_.home().empty()) {
        result.value = names_.home();
        result.reason = "the country of the dateline or the paper";
        return result;
    }
    const auto reading = read_actor_phrase(words, tables_.lexicon, document_.article.date);
    if (reading.pointing != WordClass::none) {
        std::vector<std::string> parties;
        if (reading.pointing == WordClass::mutual) parties = countries_of(event, Role::actor);
        const auto found =
            coreference_.find({reading, *argument.span, mention.sentence, std::move(parties), "", ""});
        for (const auto& code : found.codes) {
            if (!result.value.empty()) result.value += '+';
            result.value += country_of(code);
        }
        result.reason = found.reason;
    } else {
        result.value = coreference_.nearest_country(*argument.span, mention.sentence, {}, false);
        result.reason = "the country that the text is about";
    }
    if (result.value.empty()) return std::nullopt;
    return result;
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
        story_.place(*argument.span, sentence, when);
        const auto time = when.reference ? tables_.times.resolve(phrase, when)
                                         : resolve_undated(phrase, when, inferred_, tables_.times);
        if (!time) return std::nullopt;
        return CodedArgument{argument.role, argument.span, time->value, time->reason, argument.score};
    }
    const auto quantity =
        tables_.quantities.read(document_.text_of(sentence), within(*argument.span), acts_[mention.act].name);
    if (!quantity) return std::nullopt;
    return CodedArgument{argument.role, argument.span, quantity->value, quantity->reason, argument.score};
}

Event DocumentResolver::event_of(const Mention& mention) {
    Event event{mention.sentence,     mention.act, mention.score, mention.trigger, mention.status,
                mention.status_score, {}};
    for (const bool with_span : {true, false}) {
        for (const auto& argument : mention.arguments) {
            if (argument.span.has_value() != with_span) continue;
            auto result = coded(mention, argument, event);
            if (!result) continue;
            if (result->role == Role::time && result->span) story_.note(*result->span, result->value);
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
    return Resolver{std::make_shared<const ResolverTables>(
        ResolverTables{std::move(countries.value()), std::move(lexicon.value()), std::move(times.value()),
                       std::move(quantities.value())})};
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
