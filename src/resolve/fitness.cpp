#include "resolve/fitness.h"

#include <algorithm>

#include "event/code.h"

namespace dragoman {
namespace {

// Weights of what makes an earlier phrase fit, set on the training texts; the result hardly changes if any
// one of them is halved or doubled.
constexpr double k_same_sentence = 100;
constexpr double k_sentence_before = 62;
constexpr double k_per_sentence = 12;
constexpr double k_per_phrase = 8;  // for every phrase in between
constexpr double k_noun = 15;       // "Cuba" rather than "Cuban"
constexpr double k_argument = 4;
constexpr double k_subject = 10;

}  // namespace

double fitness(const Referent& referent, std::size_t sentence, std::size_t order) {
    double value =
        referent.sentence == sentence
            ? k_same_sentence
            : k_sentence_before - k_per_sentence * static_cast<double>(sentence - referent.sentence);
    value -= k_per_phrase * static_cast<double>(order);
    if (!referent.reading.adjective) value += k_noun;
    if (referent.argument) value += k_argument;
    if (referent.actor) value += k_subject;
    return value;
}

bool shares_country(const std::vector<std::string>& codes, const std::vector<std::string>& others) {
    return std::ranges::any_of(codes, [&](const std::string& code) {
        return std::ranges::any_of(
            others, [&](const std::string& other) { return country_of(code) == country_of(other); });
    });
}

void push_new(std::vector<std::string>& list, const std::string& code) {
    if (std::ranges::find(list, code) == list.end()) list.push_back(code);
}

}  // namespace dragoman
