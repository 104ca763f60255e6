// Which nouns name events and which words are about saying something, by WordNet.
#ifndef HEARSAY_SRC_EVENTS_EVENT_WORDS_H_
#define HEARSAY_SRC_EVENTS_EVENT_WORDS_H_

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

#include "hearsay/result.h"
#include "model/model_file.h"

namespace hearsay {

// Changes with the meaning of entries: older files are then refused.
inline constexpr std::uint32_t kEventsVersion = 1;

// Classes of a lemma, one bit each. Stored in model files: never renumber.
inline constexpr unsigned kEventNoun = 1;   // an act, event, process or phenomenon: "inquiry"
inline constexpr unsigned kSpeechNoun = 2;  // something said or written: "statement"
inline constexpr unsigned kSpeechVerb = 4;  // to say something: "speak"
inline constexpr std::uint64_t kEventClasses = 0xF;

// An entry: the lemma's hash (hash_bytes) but for its lowest four bits, which are its
// classes.
constexpr std::uint64_t event_word(std::uint64_t lemma_hash, unsigned classes) {
  return (lemma_hash & ~kEventClasses) | classes;
}

// A view into `file`, sorted.
struct EventWords {
  ModelFile file;
  std::span<const std::uint64_t> entries;
};

// Fails with not_found or io if the file cannot be read, corrupt_model if its size,
// version or checksum is wrong or its entries are out of order.
Result<EventWords> load_event_words(const std::filesystem::path& path);

// The classes of a lemma in small letters; 0: not known. O(log entries).
unsigned classes_of(const EventWords& words, std::string_view lemma);

}  // namespace hearsay

#endif  // HEARSAY_SRC_EVENTS_EVENT_WORDS_H_
