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

// Makes the checksum of section `index` right, if its bytes lie within the file.
inline void patch_section(std::string& file, std::uint32_t index) {
  const std::size_t entry = kHeaderSize + std::size_t{index} * kEntrySize;
  const auto offset = load_at<std::uint64_t>(file, entry + 24);
  const auto size = load_at<std::uint64_t>(file, entry + 32);
  if (offset > file.size() || size > file.size() - offset) return;
  const std::uint64_t checksum = XXH3_64bits(file.data() + offset, size);
  std::memcpy(file.data() + entry + 40, &checksum, sizeof checksum);
}

// True if the table of sections lies within the file.
inline bool has_table(const std::string& file) {
  return file.size() >= kHeaderSize && section_count(file) <= (file.size() - kHeaderSize) / kEntrySize;
}

// Makes the checksum of the table right. Requires: has_table(file).
inline void patch_table(std::string& file) {
  const std::uint64_t checksum = XXH3_64bits(file.data() + kHeaderSize, section_count(file) * kEntrySize);
  std::memcpy(file.data() + 40, &checksum, sizeof checksum);
}

// Makes every checksum right whose bytes lie within the file.
inline void patch_checksums(std::string& file) {
  if (!has_table(file)) return;
  for (std::uint32_t i = 0; i < section_count(file); ++i) patch_section(file, i);
  patch_table(file);
}

}  // namespace hearsay

#endif  // HEARSAY_TESTS_FUZZ_PATCH_CHECKSUMS_H_
