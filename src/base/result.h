#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace dragoman {

/// What went wrong, coarse enough to decide on: the message says the rest.
enum class ErrorKind {
    usage,         ///< the call's own words are wrong
    not_found,     ///< no such file, event, document
    unreadable,    ///< it exists but cannot be read or written
    malformed,     ///< it was read and is not what it should be
    unknown_name,  ///< a country, act or status that no table holds
    too_large,     ///< over a stated limit
    conflict,      ///< another writer, another version
};

/// Wrong input as a value: a sentence a stranger understands, and where it is ("page.html", "news.jsonl:17").
// NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign): on paths where a variant holds both
struct Error {
    ErrorKind kind = ErrorKind::malformed;
    std::string message;
    std::string place;

    /// "place: message", or the message alone if there is no place.
    [[nodiscard]] std::string to_line() const { return place.empty() ? message : place + ": " + message; }
};

/// Either a value or the Error that stands in its way. Asking for the one that is not there is our own
/// mistake.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & { return check(), std::get<0>(content_); }
    [[nodiscard]] const T& value() const& { return check(), std::get<0>(content_); }
    /// By value, so that `for (x : f().value())` is safe.
    [[nodiscard]] T value() && { return check(), std::get<0>(std::move(content_)); }
    [[nodiscard]] const Error& error() const { return assert(!ok()), std::get<1>(content_); }

    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }

  private:
    void check() const { assert(ok()); }

    std::variant<T, Error> content_;
};

template <>
class [[nodiscard]] Result<void> {
  public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), ok_(false) {}

    [[nodiscard]] bool ok() const { return ok_; }
    explicit operator bool() const { return ok_; }
    [[nodiscard]] const Error& error() const { return assert(!ok_), error_; }

  private:
    Error error_;
    bool ok_ = true;
};

}  // namespace dragoman
