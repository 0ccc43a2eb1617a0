#pragma once

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "event/event.h"

namespace dragoman {

/// One event with all that proves it, for `--format jsonl`: its document, sentence, act and the act's names
/// in other ontologies, status, scores and arguments. Offsets are code points into the document's text, end
/// exclusive; `index` is of that text, made once for all that is printed of a document.
nlohmann::ordered_json event_to_json(const CodedDocument& coded, const Event& event, const ActTable& acts,
                                     const CodePointIndex& index);

/// One document in the codebook's exchange form, for `--format coding-jsonl`:
/// {"id", "events": [{"act", "status", "score", "trigger": {"start", "end"}, "args": [{"role", "start",
/// "end", "value"}]}]}.
nlohmann::ordered_json coding_to_json(const CodedDocument& coded, const ActTable& acts);

/// One sentence without event, for `--explain`: the sentence and the strongest act that fell short, if any.
nlohmann::ordered_json refusal_to_json(const CodedDocument& coded, const Refusal& refusal,
                                       const ActTable& acts, const CodePointIndex& index);

/// What an act says in PLOVER's terms: a planned or possible act of cooperation is AGREE there (codebook,
/// section 3).
std::string plover_type_of(const Act& act, Status status);

}  // namespace dragoman
