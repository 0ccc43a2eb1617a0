#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace dragoman {

/// An argument of a coded event as the codebook's exchange form gives it.
struct KeyArgument {
    char role = 'A';
    std::optional<Span> span;  ///< code points of the document's text; none: `~`
    std::string value;         ///< "CUB.GOV", "2015-07", "money 3000000 USD"
};

/// A coded event of a key or of an answer.
struct KeyEvent {
    std::string act;
    std::string status;
    Span trigger;              ///< code points of the document's text
    std::size_t sentence = 0;  ///< index; in an answer, set by the key's sentences
    std::optional<double> score;
    std::vector<KeyArgument> arguments;
};

/// A document of a key: its sentences, joined by one line feed, are its text.
struct KeyDocument {
    std::string id;
    std::string date;   ///< "2015-07-02", or empty
    std::string title;  ///< or empty
    std::vector<std::string> sentences;
    std::vector<std::size_t> starts;  ///< code points before each sentence
    std::vector<KeyEvent> events;

    [[nodiscard]] std::string text() const;
};

/// Events by the document's id.
using Answer = std::map<std::string, std::vector<KeyEvent>, std::less<>>;

/// Reads a key: JSON Lines, one document a line, {"id", "date", "title", "sentences": [{"text", "events"}]},
/// spans counted in code points of the sentence. `place` names the file. Errors name file and line.
Result<std::vector<KeyDocument>> parse_key(std::string_view lines, const std::string& place);

/// Reads an answer: documents as in a key, or {"id", "events"} with spans counted in the document's text, as
/// `dragoman code --format coding-jsonl` prints them. Of a document that stands twice the last one counts.
Result<Answer> parse_answer(std::string_view lines, const std::string& place);

}  // namespace dragoman
