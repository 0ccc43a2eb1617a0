#include "page/input_stream.h"

#include <algorithm>

namespace dragoman {
namespace {

constexpr std::size_t k_piece = std::size_t{1} << 16;
constexpr std::size_t k_peek = 4096;

}  // namespace

bool InputStream::fill() {
    buffer_.erase(0, taken_);
    taken_ = 0;
    const auto before = buffer_.size();
    buffer_.resize(before + k_piece);
    in_.read(buffer_.data() + before, static_cast<std::streamsize>(k_piece));
    buffer_.resize(before + static_cast<std::size_t>(in_.gcount()));
    if (count_ != nullptr) *count_ += buffer_.size() - before;
    return buffer_.size() > before;
}

std::string_view InputStream::peek() {
    while (buffer_.size() - taken_ < k_peek && fill()) {
    }
    return std::string_view{buffer_}.substr(taken_, k_peek);
}

InputStream::Line InputStream::next_line(std::string& line, std::size_t limit) {
    line.clear();
    bool too_long = false;
    if (taken_ == buffer_.size() && !fill()) return Line::end;
    while (true) {
        const auto end = buffer_.find('\n', taken_);
        const auto stop = end == std::string::npos ? buffer_.size() : end;
        too_long = too_long || line.size() + (stop - taken_) > limit;
        if (!too_long) line.append(buffer_, taken_, stop - taken_);
        taken_ = stop;
        if (end != std::string::npos) ++taken_;
        if (end != std::string::npos || !fill()) break;
    }
    if (too_long) line.clear();
    if (line.ends_with('\r')) line.pop_back();
    return too_long ? Line::too_long : Line::read;
}

bool InputStream::rest(std::string& bytes, std::size_t limit) {
    bytes.clear();
    do {
        bytes.append(buffer_, taken_);
        taken_ = buffer_.size();
        if (bytes.size() > limit) return false;
    } while (fill());
    return true;
}

}  // namespace dragoman
