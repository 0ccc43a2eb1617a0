#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

namespace dragoman {

/// Reads a stream of any length in pieces. The first bytes can be looked at before they are taken.
class InputStream {
  public:
    /// Adds the bytes that it reads to `*count`, if that is given.
    explicit InputStream(std::istream& in, std::size_t* count = nullptr) : in_(in), count_(count) {}

    /// The first bytes not taken yet, 4096 unless the stream ends before; valid until the next call.
    std::string_view peek();

    enum class Line { read, too_long, end };

    /// Takes the next line, without its "\n" or "\r\n". A line over `limit` bytes is taken but not kept.
    Line next_line(std::string& line, std::size_t limit);

    /// Takes all that is left; false if it is over `limit` bytes.
    bool rest(std::string& bytes, std::size_t limit);

    /// True if reading was broken off by a failure rather than by the end.
    [[nodiscard]] bool failed() const { return in_.bad(); }

  private:
    /// Reads one more piece; false at the end.
    bool fill();

    std::istream& in_;
    std::size_t* count_;
    std::string buffer_;
    std::size_t taken_ = 0;  // bytes of the buffer
};

}  // namespace dragoman
