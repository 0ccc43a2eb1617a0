#pragma once

#include <cstddef>
#include <string_view>

namespace dragoman {

/// A half-open range [begin, end) of bytes into the text of one document.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
    [[nodiscard]] bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
    /// The covered bytes; `text` must be the text that the span was made for.
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }

    friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace dragoman
