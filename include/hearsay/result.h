// Errors as values. Only the outside world fails (bytes, files, models); the
// stages themselves are total functions over a valid Document.
#ifndef HEARSAY_RESULT_H_
#define HEARSAY_RESULT_H_

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace hearsay {

// What went wrong. Each edge (command line, HTTP, Python) translates these in
// exactly one function.
enum class ErrorCode {
  invalid_input,  // the bytes given are not what was asked for
  not_found,      // a named thing does not exist
  corrupt_model,  // a model file has the wrong size, version or checksum
  io,             // a file could not be opened, read or written
};

// One failure. `message` names the thing, what was expected and what was found,
// in one line without a full stop.
struct Error {
  ErrorCode code = ErrorCode::invalid_input;
  std::string message;
  bool operator==(const Error&) const = default;
};

// Either a T or an Error. Operators are those of std::expected (C++23), which
// can replace it. Reading the wrong side is a programming error (assert).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& operator*() & { return *std::get_if<0>(&state_); }
  const T& operator*() const& { return *std::get_if<0>(&state_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

// For functions that return nothing when they succeed: `return Success{};`.
struct Success {};

}  // namespace hearsay

#endif  // HEARSAY_RESULT_H_
