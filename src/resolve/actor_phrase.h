#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "resolve/lexicon.h"
#include "resolve/word_classes.h"

namespace dragoman {

/// What the words of one phrase say of the actor, before the text around it is asked.
struct ActorReading {
    std::vector<std::string> codes;  ///< "CUB.GOV"; empty: the phrase names no country, body or known person
    std::string sector;              ///< what the words say of the kind of actor: "GOV", or empty
    std::string office_code;  ///< what the bare office or body would mean ("Secretary of State"): "USA.GOV"
    std::string reason;       ///< which entry of which table gave the codes
    std::string name;         ///< last word of a name that no table holds ("Yun"), or empty
    std::string given;        ///< lower-case word of the name before that one ("carl"), or empty
    std::vector<std::string> words;  ///< lower case, without articles
    std::string head;                ///< lower-case noun before the first preposition: "government", or empty
    WordClass pointing = WordClass::none;  ///< "it", "the two countries", "the group"
    bool possessive = false;               ///< "its embassy": the pronoun is only the owner
    bool adjective = false;                ///< the country stands in a demonym only ("Cuban officials")
    bool person = false;                   ///< one person, named or by title
    bool plural = false;
    bool definite = false;  ///< "the ...", "this ...", "its ..."
};

/// Reads an actor phrase: the longest names in it, their joints ("France and Germany", "the embassy of Iran
/// in Rome"), and the words that tell the sector (codebook, section 4). Persons count as what they were on
/// `day`.
ActorReading read_actor_phrase(const std::vector<TextWord>& words, const Lexicon& lexicon,
                               std::optional<Day> day);

}  // namespace dragoman
