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
    std::string act;                      ///< its name
    std::vector<std::string> actors;      ///< countries
    std::vector<std::string> recipients;  ///< countries
};

/// The place as it is coded: "CUB", "KWT+IRQ".
struct PlaceAnswer {
    std::string value;
    std::string reason;
    std::optional<NamedPlace> town;
};

/// Finds where the events of a document take place, asked in the order of the text. Keeps references, which
/// must outlive it.
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
    [[nodiscard]] std::optional<PlaceAnswer> find_said(const PlaceQuestion& question) const;
    [[nodiscard]] std::string country_beside(Span span, std::size_t sentence) const;
    [[nodiscard]] std::size_t border_at(const Words& words) const;
    [[nodiscard]] std::optional<PlaceAnswer> find_border(const Words& words, std::size_t border,
                                                         const PlaceQuestion& question, bool& decided) const;
    [[nodiscard]] std::optional<PlaceAnswer> find_around(const Words& words,
                                                         const PlaceQuestion& question) const;
    [[nodiscard]] std::optional<Day> day() const { return names_.document().article.date; }

    const DocumentNames& names_;
    const Coreference& coreference_;
    const Lexicon& lexicon_;
    const CountryTable& countries_;
    const PlaceTables& tables_;
};

}  // namespace dragoman
