#include "resolve/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/period.h"
#include "event/code.h"
#include "resolve/choice.h"
#include "resolve/party_resolver.h"
#include "resolve/place.h"
#include "resolve/quantity.h"
#include "resolve/time_resolver.h"

namespace dragoman {

struct ResolverTables {
    CountryTable countries;
    Lexicon lexicon;
    TimeResolver times;
    QuantityReader quantities;
    ChoiceModel choices;
};

namespace {

bool is_party(Role role) {
    return role == Role::actor || role == Role::recipient || role == Role::source;
}

constexpr double k_least_left_out = 0.1;  // probability of a participant without phrase

std::string joined(const std::vector<std::string>& codes) {
    return fmt::format("{}", fmt::join(codes, "+"));
}

/// One document on its way from mentions to events.
class DocumentResolver {
  public:
    DocumentResolver(const ResolverTables& tables, const Document& document,
                     const std::vector<Mention>& mentions, const ActTable& acts,
                     std::vector<ChoiceRecord>* log)
        : tables_(tables), document_(document), acts_(acts), names_(document, tables.lexicon) {
        for (const auto& mention : mentions) mentions_.push_back(&mention);
        std::ranges::stable_sort(mentions_, {}, [](const Mention* m) {
            return std::pair{m->sentence, m->trigger.begin};
        });
        parties_ = std::make_unique<const PartyResolver>(names_, tables.lexicon, tables.countries,
                                                         tables.choices, acts, mentions_, log);
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
                                                     const Event& event) const;
    [[nodiscard]] std::optional<CodedArgument> coded_place(const Mention& mention, const Argument& argument,
                                                           const Event& event) const;
    [[nodiscard]] std::optional<CodedArgument> left_out_party(const Mention& mention,
                                                              const Argument& argument) const;
    void note_day(std::string_view value);
    [[nodiscard]] std::vector<TextWord> words_of(Span span) const {
        return tables_.lexicon.reader().read(document_.article.text, span);
    }

    const ResolverTables& tables_;
    const Document& document_;
    const ActTable& acts_;
    DocumentNames names_;
    std::vector<const Mention*> mentions_;
    std::unique_ptr<const PartyResolver> parties_;
    std::optional<Day> anchor_;  // the day last named
};

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
        const auto found = parties_->coreference().find(
            {reading, *argument.span, mention.sentence, std::move(parties), "", ""});
        for (const auto& code : found.codes) {
            if (!result.value.empty()) result.value += '+';
            result.value += country_of(code);
        }
        result.reason = found.reason;
    } else {
        result.value = parties_->coreference().nearest_country(*argument.span, mention.sentence, {}, false);
        result.reason = "the country that the text is about";
    }
    if (result.value.empty()) return std::nullopt;
    return result;
}

/// `~`: left out of the answer again if who it is is too unsure.
std::optional<CodedArgument> DocumentResolver::left_out_party(const Mention& mention,
                                                              const Argument& argument) const {
    const auto* choice = parties_->left_out(mention, argument.role);
    if (choice == nullptr || choice->found.codes.empty()) return std::nullopt;
    const double score = argument.score * choice->probability;
    if (score < k_least_left_out) return std::nullopt;
    return CodedArgument{argument.role, std::nullopt, joined(choice->found.codes), choice->found.reason,
                         score};
}

std::optional<CodedArgument> DocumentResolver::coded(const Mention& mention, const Argument& argument,
                                                     const Event& event) const {
    if (argument.role == Role::place) return coded_place(mention, argument, event);
    if (is_party(argument.role)) {
        if (!argument.span) return left_out_party(mention, argument);
        const auto* found = parties_->of_phrase(*argument.span);
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
    auto choices = ChoiceModel::load(data_dir);
    if (!choices) return choices.error();
    return Resolver{std::make_shared<const ResolverTables>(
        ResolverTables{std::move(countries.value()), std::move(lexicon.value()), std::move(times.value()),
                       std::move(quantities.value()), std::move(choices.value())})};
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
