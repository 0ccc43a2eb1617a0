#include "resolve/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "event/code.h"
#include "resolve/choice.h"
#include "resolve/event_place.h"
#include "resolve/inferred_date.h"
#include "resolve/party_resolver.h"
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
    ChoiceModel choices;
    UsualSectors usual;
    PlaceTables places;
};

namespace {

bool is_party(Role role) {
    return role == Role::actor || role == Role::recipient || role == Role::source;
}

constexpr double k_least_left_out = 0.1;  // probability of a participant without phrase

std::string joined(const std::vector<std::string>& codes) {
    return fmt::format("{}", fmt::join(codes, "+"));
}

std::vector<const Mention*> in_order(const std::vector<Mention>& mentions) {
    std::vector<const Mention*> sorted;
    sorted.reserve(mentions.size());
    for (const auto& mention : mentions) sorted.push_back(&mention);
    std::ranges::stable_sort(sorted, {}, [](const Mention* m) {
        return std::pair{m->sentence, m->trigger.begin};
    });
    return sorted;
}

/// One document on its way from mentions to events.
class DocumentResolver {
  public:
    DocumentResolver(const ResolverTables& tables, const Document& document,
                     const std::vector<Mention>& mentions, const ActTable& acts,
                     std::vector<ChoiceRecord>* log)
        : tables_(tables),
          document_(document),
          acts_(acts),
          names_(document, tables.lexicon),
          mentions_(in_order(mentions)),
          parties_(names_,
                   {tables.lexicon, tables.countries, tables.places, tables.choices, tables.usual, acts},
                   mentions_, log),
          places_(names_, parties_.coreference(), tables.lexicon, tables.countries, tables.places),
          story_(document.article.text, tables.times) {
        if (!document.article.date) inferred_ = infer_date(document.article.text, tables.times);
    }

    std::vector<Event> resolve() {
        std::vector<Event> events;
        events.reserve(mentions_.size());
        for (const auto* mention : mentions_) events.push_back(event_of(*mention));
        return events;
    }

  private:
    [[nodiscard]] Event event_of(const Mention& mention);
    [[nodiscard]] std::optional<CodedArgument> coded(const Mention& mention, const Argument& argument,
                                                     const Event& event);
    [[nodiscard]] std::vector<std::string> countries_named(const Mention& mention) const;
    [[nodiscard]] std::optional<CodedArgument> coded_place(const Mention& mention, const Argument& argument,
                                                           const Event& event);
    [[nodiscard]] std::optional<CodedArgument> left_out_party(const Mention& mention,
                                                              const Argument& argument) const;

    const ResolverTables& tables_;
    const Document& document_;
    const ActTable& acts_;
    DocumentNames names_;
    std::vector<const Mention*> mentions_;
    PartyResolver parties_;
    EventPlaces places_;
    StoryTime story_;                       // the times named so far
    std::optional<InferredDate> inferred_;  // when an undated text was published
};

/// The countries of the parties whose own words name them: those found through the place would prove nothing
/// of it.
std::vector<std::string> DocumentResolver::countries_named(const Mention& mention) const {
    std::vector<std::string> countries;
    for (const auto& argument : mention.arguments) {
        if ((argument.role != Role::actor && argument.role != Role::recipient) || !argument.span) continue;
        const auto* found = parties_.of_phrase(*argument.span);
        if (found == nullptr) continue;
        for (const auto& code : found->reading.codes) countries.push_back(country_of(code));
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

/// `~`: left out of the answer again if who it is is too unsure.
std::optional<CodedArgument> DocumentResolver::left_out_party(const Mention& mention,
                                                              const Argument& argument) const {
    const auto* choice = parties_.left_out(mention, argument.role);
    if (choice == nullptr || choice->found.codes.empty()) return std::nullopt;
    const double score = argument.score * choice->probability;
    if (score < k_least_left_out) return std::nullopt;
    return CodedArgument{argument.role, std::nullopt, joined(choice->found.codes), choice->found.reason,
                         score};
}

std::optional<CodedArgument> DocumentResolver::coded(const Mention& mention, const Argument& argument,
                                                     const Event& event) {
    if (argument.role == Role::place) return coded_place(mention, argument, event);
    if (is_party(argument.role)) {
        if (!argument.span) return left_out_party(mention, argument);
        const auto* found = parties_.of_phrase(*argument.span);
        if (found == nullptr || found->codes.empty()) {
            return CodedArgument{argument.role, argument.span, "UNK",
                                 "nothing in the phrase or the text says who this is", argument.score};
        }
        return CodedArgument{argument.role, argument.span, joined(found->codes), found->reason,
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
    auto choices = ChoiceModel::load(data_dir);
    if (!choices) return choices.error();
    auto usual = UsualSectors::load(data_dir);
    if (!usual) return usual.error();
    auto places = PlaceTables::load(data_dir);
    if (!places) return places.error();
    return Resolver{std::make_shared<const ResolverTables>(
        ResolverTables{std::move(countries.value()), std::move(lexicon.value()), std::move(times.value()),
                       std::move(quantities.value()), std::move(choices.value()), std::move(usual.value()),
                       std::move(places.value())})};
}

std::vector<Event> Resolver::resolve(const Document& document, const std::vector<Mention>& mentions,
                                     const ActTable& acts, std::vector<ChoiceRecord>* log) const {
    if (mentions.empty()) return {};
    return DocumentResolver{*tables_, document, mentions, acts, log}.resolve();
}

const CountryTable& Resolver::countries() const {
    return tables_->countries;
}

}  // namespace dragoman
