// What kind of thing or doing a lemma can be, by WordNet's lexicographer files:
// "deny" is a verb of communication, "spokesman" a noun for a person.
#ifndef HEARSAY_SRC_ATTRIBUTION_WORD_CLASSES_H_
#define HEARSAY_SRC_ATTRIBUTION_WORD_CLASSES_H_

#include <cstdint>
#include <span>

namespace hearsay {

// Numbers are those of WordNet's lexnames(5WN), 3 to 28 for nouns and 29 to 43 for
// verbs; 0 is "not in the list".
struct WordClass {
  std::uint8_t noun = 0;   // file of the most frequent noun sense
  std::uint8_t verb = 0;   // file of the most frequent verb sense
  std::uint8_t flags = 0;  // which others it has: see below
  bool operator==(const WordClass&) const = default;
};
inline constexpr std::uint8_t kCanCommunicate = 1;      // some sense in verb.communication
inline constexpr std::uint8_t kCanThink = 2;            // verb.cognition
inline constexpr std::uint8_t kCanFeel = 4;             // verb.emotion
inline constexpr std::uint8_t kCanBeCommunication = 8;  // noun.communication
inline constexpr std::uint8_t kCanBeCognition = 16;     // noun.cognition
inline constexpr std::uint8_t kCanBePerson = 32;        // noun.person
inline constexpr std::uint8_t kCanBeGroup = 64;         // noun.group

// An entry of the list, sorted by value: the upper 40 bits of the lemma's hash
// (hash_bytes), then noun, verb and flags. Stored in model files.
using WordClassEntry = std::uint64_t;

constexpr WordClassEntry word_class_entry(std::uint64_t lemma_hash, WordClass c) {
  return (lemma_hash & ~std::uint64_t{0xFFFFFF}) | (std::uint64_t{c.noun} << 16) |
         (std::uint64_t{c.verb} << 8) | c.flags;
}

// The class of a lemma; all zero when the list lacks it. O(log entries). Requires:
// `entries` is sorted.
WordClass find_word_class(std::span<const WordClassEntry> entries, std::uint64_t lemma_hash);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_WORD_CLASSES_H_
