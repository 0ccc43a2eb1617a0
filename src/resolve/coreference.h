#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "resolve/actor_phrase.h"
#include "resolve/country_table.h"
#include "resolve/document_names.h"

namespace dragoman {

/// An actor phrase that names nobody, and what is known around it.
struct OpenPhrase {
    const ActorReading& reading;
    Span span;
    std::size_t sentence = 0;
    std::vector<std::string> others;  ///< codes of the other participants of its act
    std::string place;                ///< country of the act, if its place is known
    std::string told;                 ///< of a source: the country whose act it tells, or empty
};

/// What a phrase was found to stand for; no codes: unknown.
struct Found {
    std::vector<std::string> codes;
    std::string reason;
    std::string rule = {};  ///< the rule that found it, in a word
};

/// Finds what pronouns, descriptions, titles and bare nouns stand for, from the names around them. Keeps
/// references to the names and tables, which must outlive it.
class Coreference {
  public:
    Coreference(const DocumentNames& names, const Lexicon& lexicon, const CountryTable& countries)
        : names_(names), lexicon_(lexicon), classes_(lexicon.classes()), countries_(countries) {}

    [[nodiscard]] Found find(const OpenPhrase& phrase) const;

    /// The country that the text is about at that point: named nearby, else the one named most. `bound`: what
    /// stands there is likelier to be of the country that the whole text is about (a minister) than of a
    /// neighbour in the sentence (protesters).
    [[nodiscard]] std::string nearest_country(Span span, std::size_t sentence,
                                              const std::vector<std::string>& others, bool bound) const;
    /// The two states that the text speaks of at that point; `others` are none of them, if there are more.
    [[nodiscard]] std::vector<std::string> current_pair(std::size_t offset, std::size_t sentence,
                                                        const std::vector<std::string>& others) const;

    /// Who the party of an act is that its sentence leaves out: of what is named nearby, the likeliest that
    /// is not among `others`; an actor rather than another if the doer is missing.
    [[nodiscard]] Found find_missing(std::size_t offset, std::size_t sentence,
                                     const std::vector<std::string>& others, bool doer) const;

  private:
    [[nodiscard]] Found find_pronoun(const OpenPhrase& phrase) const;
    [[nodiscard]] Found find_state(const OpenPhrase& phrase) const;
    [[nodiscard]] Found find_pair(const OpenPhrase& phrase) const;
    [[nodiscard]] Found find_speaker(const OpenPhrase& phrase) const;
    [[nodiscard]] Found find_repeated(const OpenPhrase& phrase) const;
    [[nodiscard]] Found find_body(const OpenPhrase& phrase) const;
    [[nodiscard]] Found find_name(const ActorReading& reading, Span span, std::size_t sentence) const;
    [[nodiscard]] Found find_beside_name(const ActorReading& reading) const;
    [[nodiscard]] ActorReading read_beside_name(const std::string& name, std::size_t sentence,
                                                std::size_t word) const;
    [[nodiscard]] Found find_leader(const ActorReading& reading) const;
    [[nodiscard]] Found find_around(const OpenPhrase& phrase) const;
    [[nodiscard]] bool is_usual_state(const std::string& code) const;

    const DocumentNames& names_;
    const Lexicon& lexicon_;
    const WordClasses& classes_;
    const CountryTable& countries_;
};

}  // namespace dragoman
