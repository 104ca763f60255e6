#include "archives/input_window.h"

#include <algorithm>

namespace hearsay {

bool InputWindow::fill(std::size_t wanted) {
  constexpr std::size_t kLeast = std::size_t{512} << 10;
  while (end_ - begin_ < wanted) {
    if (in_.sgetc() == std::streambuf::traits_type::eof()) return false;
    if (begin_ + wanted > bytes_.size()) {
      std::copy(bytes_.begin() + static_cast<std::ptrdiff_t>(begin_),
                bytes_.begin() + static_cast<std::ptrdiff_t>(end_), bytes_.begin());
      end_ -= begin_;
      begin_ = 0;
      bytes_.resize(std::max({bytes_.size(), 2 * wanted, kLeast}));  // twice: so that little is moved
    }
    const std::streamsize ready = std::max<std::streamsize>(1, in_.in_avail());
    const auto room = static_cast<std::streamsize>(bytes_.size() - end_);
    const std::streamsize count = in_.sgetn(bytes_.data() + end_, std::min(ready, room));
    end_ += static_cast<std::size_t>(count);
    read_ += static_cast<std::uint64_t>(count);
  }
  return true;
}

void InputWindow::go_back(std::uint64_t offset) {
  const std::uint64_t first = read_ - end_;  // offset of bytes_[0]
  begin_ = offset > first ? static_cast<std::size_t>(offset - first) : 0;
}

}  // namespace hearsay
