#include "coder/batches.h"

#include <algorithm>
#include <functional>
#include <map>

namespace dragoman {
namespace {

constexpr std::size_t k_most_rows = 4;  // more are no faster, and each number of rows takes memory
constexpr std::size_t k_most_cells = std::size_t{1} << 13;  // pairs of pieces; larger batches are no faster

}  // namespace

std::vector<Batch> plan_batches(std::span<const std::size_t> lengths) {
    std::map<std::size_t, std::vector<std::size_t>, std::greater<>> by_length;
    for (std::size_t i = 0; i < lengths.size(); ++i) by_length[lengths[i]].push_back(i);
    std::vector<Batch> batches;
    for (const auto& [length, sentences] : by_length) {
        const auto cells = std::max<std::size_t>(1, length * length);
        const auto rows = std::clamp<std::size_t>(k_most_cells / cells, 1, k_most_rows);
        for (std::size_t begin = 0; begin < sentences.size(); begin += rows) {
            const auto end = std::min(begin + rows, sentences.size());
            batches.emplace_back(sentences.begin() + static_cast<std::ptrdiff_t>(begin),
                                 sentences.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }
    return batches;
}

}  // namespace dragoman
