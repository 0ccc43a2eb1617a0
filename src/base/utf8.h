#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dragoman {

/// One decoded code point and how many bytes it took (1..4). An invalid byte gives U+FFFD and 1.
struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1;
};

/// Decodes the code point that starts at `offset`, which must be below text.size(). Refuses overlong forms,
/// surrogates and values above U+10FFFF, as RFC 3629 says.
CodePoint decode_utf8(std::string_view text, std::size_t offset);

/// Appends the UTF-8 form of a code point; an invalid one is written as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// The text with every invalid byte replaced by U+FFFD, and NUL bytes too; valid text comes back unchanged.
std::string repair_utf8(std::string_view text);

/// Byte offset of each code point, and last the text's size: the reverse of CodePointIndex.
std::vector<std::size_t> code_point_offsets(std::string_view text);

/// Turns byte offsets of one valid UTF-8 text into code point offsets. Offsets inside a code point count as
/// its start.
class CodePointIndex {
  public:
    explicit CodePointIndex(std::string_view text);

    /// Code points before byte `offset`; offset is 0..size of the text.
    [[nodiscard]] std::size_t at(std::size_t offset) const;

  private:
    std::vector<std::size_t> continuations_;  // byte offsets of all continuation bytes, ascending
    std::size_t size_ = 0;
};

}  // namespace dragoman
