#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace dragoman {
namespace {

constexpr std::size_t k_bar_width = 30;
constexpr std::chrono::milliseconds k_pause{100};

std::string bar_of(std::size_t done, std::size_t total) {
    const std::size_t filled = std::min(done, total) * k_bar_width / total;
    return fmt::format("[{}{}] {:3}%", std::string(filled, '#'), std::string(k_bar_width - filled, '.'),
                       std::min(done, total) * 100 / total);
}

}  // namespace

Progress::Progress(std::size_t total) : total_(total), on_terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    clear();
}

void Progress::show(std::size_t done, const std::string& note) {
    if (!on_terminal_) return;
    const auto now = std::chrono::steady_clock::now();
    if (drawn_ && now - last_ < k_pause) return;
    last_ = now;
    drawn_ = true;
    fmt::print(stderr, "\r\x1b[K{} {}", total_ > 0 ? bar_of(done, total_) : std::string{"..."}, note);
    std::fflush(stderr);
}

void Progress::clear() {
    if (!drawn_) return;
    fmt::print(stderr, "\r\x1b[K");
    std::fflush(stderr);
    drawn_ = false;
}

}  // namespace dragoman
