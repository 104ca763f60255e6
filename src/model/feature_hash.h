// Hashes of features: what a linear model looks up its weights by.
//
// Values end up in model files, so these functions never change.
#ifndef HEARSAY_SRC_MODEL_FEATURE_HASH_H_
#define HEARSAY_SRC_MODEL_FEATURE_HASH_H_

#include <cstdint>
#include <string_view>

namespace hearsay {

// Mixes one more value into a hash (the 64-bit finaliser of MurmurHash3 over a
// multiply by the golden ratio). Cheap: two multiplications.
constexpr std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  std::uint64_t h = (hash ^ value) * 0x9E3779B97F4A7C15u;
  h ^= h >> 32;
  h *= 0xD6E8FEB86659FD93u;
  return h ^ (h >> 29);
}

// Hash of a feature from its template's number and its values, in order.
template <typename... Values>
constexpr std::uint64_t feature(std::uint32_t template_id, Values... values) {
  std::uint64_t h = template_id + 1;
  ((h = mix(h, static_cast<std::uint64_t>(values))), ...);
  return h;
}

// Hash of bytes, for words and affixes (XXH3).
std::uint64_t hash_bytes(std::string_view bytes);

// The row of a table of 2^bits rows. Uses the high bits, which are mixed best.
constexpr std::uint32_t row_of(std::uint64_t hash, int bits) {
  return static_cast<std::uint32_t>(hash >> (64 - bits));
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_MODEL_FEATURE_HASH_H_
