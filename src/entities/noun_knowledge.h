// What is known of words without reading the text: which given names are men's or
// women's, which nouns stand for persons, organisations, groups, places or events.
#ifndef HEARSAY_SRC_ENTITIES_NOUN_KNOWLEDGE_H_
#define HEARSAY_SRC_ENTITIES_NOUN_KNOWLEDGE_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace hearsay {

enum class Gender : std::uint8_t { unknown, male, female, thing };

// What a noun stands for. `file` is WordNet's lexicographer file of its most frequent
// sense (lexnames(5WN), 3 to 28; 0: not known). Bits are stored: never renumber.
struct NounClass {
  std::uint8_t file = 0;
  std::uint16_t flags = 0;
  bool has(std::uint16_t flag) const { return (flags & flag) != 0; }
};
inline constexpr std::uint16_t kMaleName = 1;
inline constexpr std::uint16_t kFemaleName = 2;
inline constexpr std::uint16_t kMaleNoun = 4;
inline constexpr std::uint16_t kFemaleNoun = 8;
inline constexpr std::uint16_t kPersonNoun = 16;        // some sense in noun.person
inline constexpr std::uint16_t kGroupNoun = 32;         // some sense in noun.group
inline constexpr std::uint16_t kOrganizationNoun = 64;  // "ministry"
inline constexpr std::uint16_t kRepresentsNoun = 128;   // "spokesman": one who speaks for another
inline constexpr std::uint16_t kCollectiveNoun = 256;   // "people", "sources"
inline constexpr std::uint16_t kDocumentNoun = 512;     // "report": a thing that says something
inline constexpr std::uint16_t kMaleTitle = 1024;       // "Mr"
inline constexpr std::uint16_t kFemaleTitle = 2048;     // "Ms"
inline constexpr std::uint8_t kPersonFile = 18;
inline constexpr std::uint8_t kGroupFile = 14;
inline constexpr std::uint8_t kPlaceFile = 15;
inline constexpr std::uint8_t kActFile = 4;
inline constexpr std::uint8_t kEventFile = 11;

// An entry of the list, sorted by value: the upper 40 bits of the hash of the word in
// lower case (hash_bytes), then file and flags. Stored in model files.
using NounEntry = std::uint64_t;

constexpr NounEntry noun_entry(std::uint64_t hash, NounClass c) {
  return (hash & ~std::uint64_t{0xFFFFFF}) | (std::uint64_t{c.file} << 16) | c.flags;
}

// All zero when the list lacks the word. O(log entries). Requires: `entries` is sorted.
NounClass find_noun(std::span<const NounEntry> entries, std::uint64_t hash);

// Of a given name or a title before a name ("Ms."), as it stands in the text; unknown for
// what the list lacks or gives both.
Gender gender_of_given_name(std::span<const NounEntry> nouns, std::string_view form);
Gender gender_of_title(std::span<const NounEntry> nouns, std::string_view form);

// The kind of the pronoun "he", "her" or "it"; unknown for all others.
Gender gender_of_pronoun(std::string_view lower);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ENTITIES_NOUN_KNOWLEDGE_H_
