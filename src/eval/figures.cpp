#include "eval/figures.h"

#include <array>

namespace dragoman {
namespace {

constexpr std::array<const char*, 5> k_statuses = {"actual", "planned", "possible", "alleged", "denied"};

double quotient(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double Ratio::precision() const {
    return quotient(hits, answered);
}

double Ratio::recall() const {
    return quotient(hits, expected);
}

double Ratio::f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

double Figures::status_macro_f1() const {
    double sum = 0;
    std::size_t count = 0;
    for (const std::string status : k_statuses) {
        Ratio ratio;
        for (const auto& [pair, number] : statuses) {
            if (pair.first == status) ratio.expected += number;
            if (pair.second == status) ratio.answered += number;
            if (pair.first == status && pair.second == status) ratio.hits += number;
        }
        if (ratio.expected == 0) continue;
        sum += ratio.f1();
        ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

double Figures::status_accuracy() const {
    std::size_t right = 0;
    std::size_t all = 0;
    for (const auto& [pair, number] : statuses) {
        all += number;
        if (pair.first == pair.second) right += number;
    }
    return quotient(right, all);
}

}  // namespace dragoman
