#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace dragoman {

/// A one-line progress bar on standard error, drawn at most ten times a second and only if that is a
/// terminal.
class Progress {
  public:
    /// `total` 0 means unknown: counts are shown without a bar.
    explicit Progress(std::size_t total);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Shows `done` of the total and a note ("14 documents, 120 events").
    void show(std::size_t done, const std::string& note);
    /// Wipes the line, so that other output can follow.
    void clear();

  private:
    std::size_t total_;
    bool on_terminal_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace dragoman
