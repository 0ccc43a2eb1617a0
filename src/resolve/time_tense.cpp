#include "resolve/time_tense.h"

#include <algorithm>

#include "resolve/phrase_words.h"
#include "resolve/time_words.h"

namespace dragoman {
namespace {

Tense tense_of_form(std::string_view word) {
    if (word.ends_with("ed")) return Tense::past;
    const bool third_person = word.ends_with('s') && !word.ends_with("ss");
    return third_person ? Tense::present : Tense::unknown;
}

bool is_form_of_be(std::string_view word) {
    return word == "was" || word == "were" || word == "is" || word == "are";
}

}  // namespace

Tense tense_of(const TimeWords& words, std::string_view sentence, Span trigger) {
    if (trigger.empty() || trigger.end > sentence.size()) return Tense::unknown;
    constexpr std::size_t k_reach = 60;  // bytes before the trigger in which its auxiliaries stand
    const auto start = trigger.begin - std::min(trigger.begin, k_reach);
    const auto before = split_words(sentence.substr(start, trigger.begin - start));
    // The auxiliaries of a verb stand right before it, with only adverbs among them; the first one sets the
    // tense.
    auto tense = Tense::unknown;
    for (std::size_t at = before.size(); at-- > 0;) {
        const auto found = words.find(TimeKind::auxiliary, before[at].text);
        if (!found && !before[at].text.ends_with("ly")) break;
        const auto next = at + 1 < before.size() ? std::string_view{before[at + 1].text} : std::string_view{};
        if (before[at].text == "to" && next == "have") break;       // "claims to have shot"
        if (next == "to" && is_form_of_be(before[at].text)) break;  // "were to open"
        if (found && static_cast<Tense>(*found) != Tense::unknown) tense = static_cast<Tense>(*found);
    }
    if (tense != Tense::unknown) return tense;
    const auto form = split_words(trigger.of(sentence));
    return form.empty() ? Tense::unknown : tense_of_form(form.back().text);
}

}  // namespace dragoman
