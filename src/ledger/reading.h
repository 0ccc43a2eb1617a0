#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/period.h"
#include "event/event.h"
#include "ledger/parties.h"

namespace dragoman {

/// One coded event of one sentence, as the table `reports` holds it.
struct Report {
    std::string id;
    const Event* event = nullptr;  ///< of the CodedDocument that it was made from, which must live as long
    std::string act;
    std::vector<std::string> actors;  ///< codes of somebody in particular, sorted
    std::vector<std::string> recipients;
    std::string time_value;  ///< as stated, or empty
    Period stated;
    std::string place;  ///< words, or empty
    std::string city;   ///< the same, or empty if the words say no more than the recipient
    std::string quantity;
    std::string block;
    std::string sha;
};

/// A document as the store writes it: checked, with ids and digests.
struct ReadingRecord {
    std::string text_sha;
    std::string sha;  ///< of all that is stored, and of the model's name
    std::vector<Report> reports;
};

/// The id of a report ('r') or an event ('e'): the letter and 12 hexadecimal digits of the key's SHA-256.
std::string make_id(char letter, std::string_view key);

/// Makes the records of a document. Refuses (malformed) what no reading can be: no id, spans outside the
/// text, a sentence or an act that does not exist.
Result<ReadingRecord> make_reading(const CodedDocument& coded, const std::string& model, const ActTable& acts,
                                   const PartyTable& parties);

}  // namespace dragoman
