#include "document/packed_bytes.h"

#include "document/utf8.h"

namespace hearsay {

void PackedWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

void PackedWriter::text(std::string_view text) {
  number(text.size());
  bytes_ += text;
}

std::uint64_t PackedReader::fail() {
  good_ = false;
  return 0;
}

std::uint64_t PackedReader::number(std::uint64_t largest) {
  std::uint64_t value = 0;
  for (int shift = 0; good_; shift += 7) {
    if (at_ == bytes_.size() || shift > 63) return fail();
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    if (shift == 63 && byte > 1) return fail();
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) {
      const bool padded = byte == 0 && shift > 0;  // one way to write each number
      return value <= largest && !padded ? value : fail();
    }
  }
  return 0;
}

std::size_t PackedReader::count() {
  const std::uint64_t count = number();
  return static_cast<std::size_t>(count <= bytes_.size() - at_ ? count : fail());
}

std::string_view PackedReader::bytes_of_text(std::size_t largest) {
  const std::uint64_t size = number(largest);
  if (!good_ || size > bytes_.size() - at_) return fail(), std::string_view();
  const std::string_view found = bytes_.substr(at_, size);
  at_ += size;
  return found;
}

std::string PackedReader::text(std::size_t largest) {
  const std::string_view found = bytes_of_text(largest);
  if (!is_valid_utf8(found)) return fail(), std::string();
  return std::string(found);
}

void PackedReader::skip_text() { bytes_of_text(std::numeric_limits<std::size_t>::max()); }

}  // namespace hearsay
