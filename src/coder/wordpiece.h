#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace dragoman {

/// A word of a sentence and where its first piece stands.
struct Word {
    Span span;              ///< bytes of the sentence
    std::size_t piece = 0;  ///< index into Pieces::ids
};

/// A sentence as the network takes it.
struct Pieces {
    std::vector<std::int64_t> ids;  ///< the begin piece, the text's pieces, the end piece
    std::vector<Word> words;        ///< in order; those whose first piece is among ids
    bool cut = false;               ///< the sentence had more pieces than allowed
};

/// What a vocabulary calls the pieces that stand for no text: BERT's names, or another encoder's.
struct SpecialPieces {
    std::string begin = "[CLS]";
    std::string end = "[SEP]";
    std::string unknown = "[UNK]";
};

/// The WordPiece tokenizer of BERT, uncased: basic_words, then the longest pieces that the vocabulary has,
/// from the left. A word that cannot be made of pieces, or is longer than k_max_word_characters, is one
/// [UNK]. Names of special pieces in the text ("[SEP]") are plain text.
class WordPiece {
  public:
    /// Reads a vocabulary: one piece a line, its number is its line, "##" marks pieces inside a word.
    /// `place` is the file's name for messages.
    static Result<WordPiece> parse(std::string_view vocabulary, const std::string& place,
                                   const SpecialPieces& special = {});

    /// Takes any bytes. At most max_pieces ids (at least 2), begin and end counted.
    [[nodiscard]] Pieces split(std::string_view sentence, std::size_t max_pieces) const;

    [[nodiscard]] std::size_t size() const { return first_.size() + later_.size(); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Vocabulary = std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>>;

    void append_pieces(std::string_view form, std::vector<std::int64_t>& ids) const;

    Vocabulary first_;  // pieces that begin a word
    Vocabulary later_;  // pieces that continue one, without their "##"
    std::size_t longest_ = 0;
    std::int64_t begin_ = 0;
    std::int64_t end_ = 0;
    std::int64_t unknown_ = 0;
};

}  // namespace dragoman
