#include "input_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace hearsay {

DescriptorBuffer::~DescriptorBuffer() { close(); }

void DescriptorBuffer::close() {
  const int descriptor = std::exchange(descriptor_, -1);
  if (descriptor > STDERR_FILENO) ::close(descriptor);
}

int DescriptorBuffer::open(const std::string& path) {
  close();
  setg(bytes_.data(), bytes_.data(), bytes_.data());
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) return errno;
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) return EISDIR;
  return 0;
}

// Reads more behind the first `from` bytes of the buffer; 0 at the end.
std::size_t DescriptorBuffer::fill(std::size_t from) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, bytes_.data() + from, bytes_.size() - from);
    if (count >= 0) {
      bytes_read_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) throw std::system_error(errno, std::generic_category());
  }
}

DescriptorBuffer::int_type DescriptorBuffer::underflow() {
  if (gptr() == egptr()) setg(bytes_.data(), bytes_.data(), bytes_.data() + fill(0));
  return gptr() == egptr() ? traits_type::eof() : traits_type::to_int_type(*gptr());
}

std::string_view DescriptorBuffer::peek() {
  constexpr std::size_t kEnough = 4096;
  const auto seen = [&] { return std::string_view(gptr(), static_cast<std::size_t>(egptr() - gptr())); };
  try {
    underflow();
    while (seen().size() < kEnough && seen().find('\n') == std::string_view::npos) {
      const auto used = static_cast<std::size_t>(egptr() - bytes_.data());
      const std::size_t count = fill(used);
      if (count == 0) break;
      setg(bytes_.data(), gptr(), bytes_.data() + used + count);
    }
  } catch (const std::system_error&) {
    return {};  // whoever reads on will meet it again
  }
  return seen();
}

}  // namespace hearsay
