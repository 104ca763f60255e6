// What a verb, or the verb behind a noun, can mean: synsets of WordNet and what they
// are kinds of, so that "lambast" is known to be a way of criticizing.
#ifndef HEARSAY_SRC_ATTRIBUTION_WORD_SENSES_H_
#define HEARSAY_SRC_ATTRIBUTION_WORD_SENSES_H_

#include <cstdint>
#include <span>

namespace hearsay {

// The lemma's hash (TokenFacts::lemma) above, the synset's offset in WordNet's verb
// file below. A list is sorted and holds several entries a lemma. Stored in model files.
using SenseEntry = std::uint64_t;

constexpr SenseEntry sense_entry(std::uint32_t lemma, std::uint32_t synset) {
  return (std::uint64_t{lemma} << 32) | synset;
}

constexpr std::uint32_t synset_of(SenseEntry entry) { return static_cast<std::uint32_t>(entry); }

// All entries of a lemma. O(log entries). Requires: `entries` is sorted.
std::span<const SenseEntry> find_senses(std::span<const SenseEntry> entries, std::uint32_t lemma);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_WORD_SENSES_H_
