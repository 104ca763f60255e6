#include "input_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "stopping.h"

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

DescriptorBuffer::int_type DescriptorBuffer::underflow() {
  while (gptr() == egptr()) {
    const ssize_t count = ::read(descriptor_, bytes_.data(), bytes_.size());
    if (count == 0 || (count < 0 && errno == EINTR && stop_status() != 0)) return traits_type::eof();
    if (count < 0 && errno != EINTR) throw std::system_error(errno, std::generic_category());
    if (count < 0) continue;
    bytes_read_ += static_cast<std::uint64_t>(count);
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
  }
  return traits_type::to_int_type(*gptr());
}

}  // namespace hearsay
