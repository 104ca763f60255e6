#include "attribution/word_senses.h"

#include <algorithm>

namespace hearsay {

std::span<const SenseEntry> find_senses(std::span<const SenseEntry> entries, std::uint32_t lemma) {
  const auto first = std::lower_bound(entries.begin(), entries.end(), sense_entry(lemma, 0));
  auto last = first;
  while (last != entries.end() && *last >> 32 == lemma) ++last;
  return {first, last};
}

}  // namespace hearsay
