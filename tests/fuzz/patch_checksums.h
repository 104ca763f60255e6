// Damaged model files whose checksums are right, so that what lies behind the
// checksums is reached.
#ifndef HEARSAY_TESTS_FUZZ_PATCH_CHECKSUMS_H_
#define HEARSAY_TESTS_FUZZ_PATCH_CHECKSUMS_H_

#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

namespace hearsay {

// Offsets into a model file: docs/model-format.md.
inline constexpr std::size_t kHeaderSize = 48;
inline constexpr std::size_t kEntrySize = 48;

template <typename T>
T load_at(const std::string& bytes, std::size_t offset) {
  T value{};
  if (offset + sizeof value <= bytes.size()) std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

inline std::uint32_t section_count(const std::string& file) { return load_at<std::uint32_t>(file, 32); }

// Makes every checksum right whose bytes lie within the file.
inline void patch_checksums(std::string& file) {
  const std::size_t table_size = std::size_t{section_count(file)} * kEntrySize;
  if (file.size() < kHeaderSize || table_size > file.size() - kHeaderSize) return;
  for (std::size_t entry = kHeaderSize; entry < kHeaderSize + table_size; entry += kEntrySize) {
    const auto offset = load_at<std::uint64_t>(file, entry + 24);
    const auto size = load_at<std::uint64_t>(file, entry + 32);
    if (offset > file.size() || size > file.size() - offset) continue;
    const std::uint64_t checksum = XXH3_64bits(file.data() + offset, size);
    std::memcpy(file.data() + entry + 40, &checksum, sizeof checksum);
  }
  const std::uint64_t checksum = XXH3_64bits(file.data() + kHeaderSize, table_size);
  std::memcpy(file.data() + 40, &checksum, sizeof checksum);
}

}  // namespace hearsay

#endif  // HEARSAY_TESTS_FUZZ_PATCH_CHECKSUMS_H_
