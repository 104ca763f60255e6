// What the terminal shows of a command at work: colours, and a line of progress.
#ifndef HEARSAY_APPS_HEARSAY_PROGRESS_H_
#define HEARSAY_APPS_HEARSAY_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "arguments.h"

namespace hearsay {

// The choice, and where it is automatic: NO_COLOR (https://no-color.org), TERM and
// whether the output is a terminal.
bool wants_color(ColorChoice choice, bool terminal);

// One line on standard error that is written over, from the second second of the
// work on. Nothing at all where standard error is no terminal. One thread.
class ProgressLine {
 public:
  // `wanted` is false where the line would stand amid the output. With `total_bytes`, the
  // size of all input, the line has a bar and says how long it will take.
  explicit ProgressLine(bool wanted, std::uint64_t total_bytes = 0);

  // `bytes_read`: of the input so far.
  void add_document(std::size_t words, std::uint64_t bytes_read = 0);

  // Takes the line away, so that something else can be printed.
  void clear();

 private:
  bool shown_ = false;
  bool wanted_;
  std::size_t documents_ = 0;
  std::size_t words_ = 0;
  std::uint64_t total_bytes_;
  std::chrono::steady_clock::time_point begin_;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_PROGRESS_H_
