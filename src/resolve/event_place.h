#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "resolve/coreference.h"
#include "resolve/document_names.h"
#include "resolve/place.h"

namespace dragoman {

/// An event whose place is wanted.
struct PlaceQuestion {
    std::optional<Span> span;  ///< none: the sentence does not say it
    std::size_t sentence = 0;
    std::string act;  ///< its name
    Span trigger;
    std::vector<std::string> actors;      ///< countries
    std::vector<std::string> recipients;  ///< countries
    std::vector<std::string> named;       ///< those of them that the parties' own words name
};

/// The place as it is coded: "CUB", "KWT+IRQ".
struct PlaceAnswer {
    std::string value;
    std::string reason;
    std::optional<NamedPlace> town = {};
};

/// Finds where the events of a document take place, asked in the order of the text: what does not name its
/// country lies where the place named before it does. Keeps references, which must outlive it.
class EventPlaces {
  public:
    EventPlaces(const DocumentNames& names, const Coreference& coreference, const Lexicon& lexicon,
                const CountryTable& countries, const PlaceTables& tables)
        : names_(names),
          coreference_(coreference),
          lexicon_(lexicon),
          countries_(countries),
          tables_(tables) {}

    /// Nothing if the place lies in no country or the text does not say in which.
    std::optional<PlaceAnswer> find(const PlaceQuestion& question);

  private:
    using Words = std::vector<TextWord>;

    [[nodiscard]] std::optional<PlaceAnswer> find_unsaid(const PlaceQuestion& question) const;
    [[nodiscard]] std::optional<PlaceAnswer> find_said(Span span, const PlaceQuestion& question) const;
    [[nodiscard]] std::optional<PlaceAnswer> find_unnamed(const Words& words, Span span,
                                                          const PlaceQuestion& question) const;
    [[nodiscard]] std::optional<PlaceAnswer> find_pointed(const ActorReading& reading, Span span,
                                                          const PlaceQuestion& question) const;
    [[nodiscard]] std::optional<PlaceAnswer> last_named(const PlaceQuestion& question) const;
    [[nodiscard]] std::optional<PlaceAnswer> of_text(Span span, const PlaceQuestion& question) const;
    [[nodiscard]] std::string country_beside(Span span, std::size_t sentence) const;
    [[nodiscard]] std::string foreign_recipient(const PlaceQuestion& question) const;
    [[nodiscard]] bool is_abroad(const PlaceQuestion& question) const {
        return tables_.words.is(question.act, PlaceWord::abroad);
    }
    [[nodiscard]] std::optional<Day> day() const { return names_.document().article.date; }

    struct LastPlace {
        std::string country;
        std::size_t sentence = 0;
    };

    const DocumentNames& names_;
    const Coreference& coreference_;
    const Lexicon& lexicon_;
    const CountryTable& countries_;
    const PlaceTables& tables_;
    std::optional<LastPlace> last_;
};

}  // namespace dragoman
