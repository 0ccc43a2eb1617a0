#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "resolve/actor_phrase.h"
#include "resolve/lexicon.h"
#include "text/document.h"

namespace dragoman {

/// A phrase of the document and what it stands for. No codes: a person or phrase that nothing has identified
/// yet.
struct Referent {
    Span span;
    std::size_t sentence = 0;
    std::vector<std::string> codes;
    std::string reason;
    ActorReading reading;
    bool argument = false;  ///< an actor phrase of a mention, not only a name seen in passing
    bool actor = false;     ///< in role A
};

/// The words of a document and every name in it, sentence by sentence, in the order of the text. The document
/// and the lexicon are kept by reference and must outlive it.
class DocumentNames {
  public:
    DocumentNames(const Document& document, const Lexicon& lexicon);

    /// Makes known what an actor phrase of a mention stands for; names seen in passing within it give way.
    void add(Referent referent);

    /// What stands before `offset` in that sentence and the `reach` sentences before it, nearest first.
    [[nodiscard]] std::vector<const Referent*> backwards(std::size_t offset, std::size_t sentence,
                                                         std::size_t reach) const;
    /// What stands in one sentence, in order.
    [[nodiscard]] const std::vector<Referent>& in_sentence(std::size_t sentence) const {
        return seen_[sentence];
    }
    /// The towns and provinces named in one sentence: codes hold their country.
    [[nodiscard]] const std::vector<Referent>& places_in(std::size_t sentence) const {
        return places_[sentence];
    }
    /// What the title names.
    [[nodiscard]] const std::vector<std::string>& title_codes() const { return title_codes_; }
    /// The country of a place that follows directly: "officials *in Prague*"; empty if there is none.
    [[nodiscard]] std::string place_after(Span span, std::size_t sentence) const;

    /// How often a country or body is named.
    [[nodiscard]] std::size_t count(const std::string& country) const;
    [[nodiscard]] const std::map<std::string, std::size_t>& counts() const { return counts_; }
    /// The same without capitals: those name the town as often as the government.
    [[nodiscard]] const std::map<std::string, std::size_t>& land_counts() const { return land_counts_; }
    /// The country of the dateline or the paper, for "here" and "we"; empty if neither tells.
    [[nodiscard]] const std::string& home() const { return home_; }

    [[nodiscard]] const std::vector<TextWord>& words_of(std::size_t sentence) const {
        return words_[sentence];
    }
    [[nodiscard]] std::size_t sentence_count() const { return words_.size(); }
    [[nodiscard]] const Document& document() const { return document_; }

    /// Reads words [first, last) of a sentence as one actor phrase.
    [[nodiscard]] ActorReading read(std::size_t sentence, std::size_t first, std::size_t last) const;
    /// Where the noun phrase begins that ends in a name at word `first`: titles, demonyms and "of" before it.
    [[nodiscard]] std::size_t phrase_begin(std::size_t sentence, std::size_t first) const;

  private:
    void count(const Entry& entry, const std::string& code);
    void see_names(std::size_t sentence);
    void see_persons(std::size_t sentence);
    [[nodiscard]] std::size_t title_end(std::size_t sentence, const Hit& hit) const;
    void find_home();

    const Document& document_;
    const Lexicon& lexicon_;
    const WordClasses& classes_;
    std::vector<std::vector<TextWord>> words_;
    std::vector<std::vector<Hit>> hits_;
    std::vector<std::vector<Referent>> seen_;
    std::vector<std::vector<Referent>> places_;
    std::vector<std::string> title_codes_;
    std::map<std::string, std::size_t> counts_;
    std::map<std::string, std::size_t> land_counts_;
    std::string home_;
};

}  // namespace dragoman
