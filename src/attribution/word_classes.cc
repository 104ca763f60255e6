#include "attribution/word_classes.h"

#include <algorithm>

namespace hearsay {

WordClass find_word_class(std::span<const WordClassEntry> entries, std::uint64_t lemma_hash) {
  constexpr std::uint64_t kKey = ~std::uint64_t{0xFFFFFF};
  const auto found = std::lower_bound(entries.begin(), entries.end(), lemma_hash & kKey);
  if (found == entries.end() || (*found & kKey) != (lemma_hash & kKey)) return {};
  return {.noun = static_cast<std::uint8_t>(*found >> 16),
          .verb = static_cast<std::uint8_t>(*found >> 8),
          .flags = static_cast<std::uint8_t>(*found)};
}

}  // namespace hearsay
