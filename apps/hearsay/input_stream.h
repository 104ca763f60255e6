// Files and standard input as streams.
#ifndef HEARSAY_APPS_HEARSAY_INPUT_STREAM_H_
#define HEARSAY_APPS_HEARSAY_INPUT_STREAM_H_

#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>
#include <vector>

namespace hearsay {

// Reads a file descriptor. A failed read throws, which an istream turns into
// badbit.
class DescriptorBuffer : public std::streambuf {
 public:
  DescriptorBuffer() : bytes_(kBytes) {}
  ~DescriptorBuffer() override;
  DescriptorBuffer(const DescriptorBuffer&) = delete;
  DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;

  // "-" is standard input. Returns 0, or the errno of what went wrong: EISDIR for
  // a directory. Closes what was open.
  int open(const std::string& path);
  void close();

  // Of all files so far.
  std::uint64_t bytes_read() const { return bytes_read_; }

 protected:
  int_type underflow() override;

 private:
  static constexpr std::size_t kBytes = std::size_t{64} << 10;

  std::vector<char> bytes_;
  int descriptor_ = -1;
  std::uint64_t bytes_read_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_INPUT_STREAM_H_
