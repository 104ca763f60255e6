// Damage to the sections of a model file, as the bytes of a fuzzer's input say.
#ifndef HEARSAY_TESTS_FUZZ_DAMAGE_H_
#define HEARSAY_TESTS_FUZZ_DAMAGE_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>
#include <string>

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/patch_checksums.h"

namespace hearsay {

// Each six bytes of `edits` are one edit: a section, an offset from its start or its end,
// and the byte to put there; or a new size for the section. Checksums are made right.
// Requires: a sound model file with at least one section.
inline void damage_sections(std::string& file, const std::uint8_t* edits, std::size_t size) {
  const std::uint32_t sections = section_count(file);
  std::set<std::uint32_t> touched;
  for (; size >= 6; edits += 6, size -= 6) {
    const std::uint32_t section = edits[0] % sections;
    const std::size_t entry = kHeaderSize + section * kEntrySize;
    const auto begin = load_at<std::uint64_t>(file, entry + 24);
    auto length = load_at<std::uint64_t>(file, entry + 32);
    const std::size_t offset = edits[1] | edits[2] << 8 | (edits[3] & 0x3f) << 16;
    touched.insert(section);
    if (edits[3] & 0x80) {
      length = edits[4] % 2 ? offset : length - std::min<std::uint64_t>(length, edits[5]);
      std::memcpy(file.data() + entry + 32, &length, sizeof length);
    } else if (begin <= file.size() && length <= file.size() - begin && length > 0) {
      const std::size_t at = edits[3] & 0x40 ? length - 1 - offset % length : offset % length;
      file[begin + at] = static_cast<char>(edits[4]);
    }
  }
  for (const std::uint32_t section : touched) patch_section(file, section);
  patch_table(file);
}

}  // namespace hearsay

#endif  // HEARSAY_TESTS_FUZZ_DAMAGE_H_
