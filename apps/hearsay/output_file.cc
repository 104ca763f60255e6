#include "output_file.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace hearsay {

Result<OutputFile> OutputFile::open(const std::string& path) {
  if (path.empty()) return OutputFile(STDOUT_FILENO, "standard output");
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return OutputFile(-1, path).failure(errno);
  return OutputFile(descriptor, path);
}

Error OutputFile::failure(int error_number) const {
  return {ErrorCode::io, name_ + ": cannot be written: " + std::strerror(error_number)};
}

Result<Success> OutputFile::write(std::string_view bytes) {
  while (!bytes.empty() && !closed_pipe_) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_pipe_ = true;
    } else if (errno != EINTR) {
      return failure(errno);
    }
  }
  return Success{};
}

Result<Success> OutputFile::close() {
  const int descriptor = std::exchange(descriptor_, -1);
  if (descriptor >= 0 && ::close(descriptor) != 0) return failure(errno);
  return Success{};
}

bool OutputFile::is_terminal() const { return ::isatty(descriptor_) == 1; }

int OutputFile::columns() const {
  constexpr int kUsual = 80;
  winsize size{};
  if (::ioctl(descriptor_, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int asked = columns != nullptr ? std::atoi(columns) : 0;
  return asked > 0 ? asked : kUsual;
}

OutputFile::~OutputFile() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      closed_pipe_(other.closed_pipe_) {}

bool is_same_file(const std::string& path, const std::string& other) {
  std::error_code ignored;
  return std::filesystem::equivalent(path, other, ignored);
}

}  // namespace hearsay
