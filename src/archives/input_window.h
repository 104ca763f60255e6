// The next bytes of a stream, as many as somebody wants to see at once.
#ifndef HEARSAY_SRC_ARCHIVES_INPUT_WINDOW_H_
#define HEARSAY_SRC_ARCHIVES_INPUT_WINDOW_H_

#include <cstdint>
#include <streambuf>
#include <string_view>
#include <vector>

namespace hearsay {

class InputWindow {
 public:
  // `in` must outlive the window.
  explicit InputWindow(std::streambuf& in) : in_(in) {}

  // What was read and not skipped. Ends to be valid with the next call of fill().
  std::string_view bytes() const { return {bytes_.data() + begin_, end_ - begin_}; }

  // Reads until bytes() has at least `wanted`; false where the input has fewer. Takes what
  // `in` has at hand, so it waits no longer than it must. Throws what `in` throws.
  bool fill(std::size_t wanted);

  // Requires: count <= bytes().size().
  void skip(std::size_t count) { begin_ += count; }

  // Goes back, to this offset or, where bytes behind it are no longer there, as far as it can.
  // Requires: offset <= offset().
  void go_back(std::uint64_t offset);

  // Of the first of bytes() in the input.
  std::uint64_t offset() const { return read_ - (end_ - begin_); }

 private:
  std::streambuf& in_;
  std::vector<char> bytes_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t read_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ARCHIVES_INPUT_WINDOW_H_
