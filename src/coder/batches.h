#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace dragoman {

/// Indices of sentences that go through the network together: all of one length.
using Batch = std::vector<std::size_t>;

/// Sorts sentences, given by their numbers of pieces, into batches of equal length, the longest first. A
/// batch holds at most 4 sentences, and fewer where they are long, because the network's memory grows with
/// the square of the length. Within a length, order is kept.
std::vector<Batch> plan_batches(std::span<const std::size_t> lengths);

}  // namespace dragoman
