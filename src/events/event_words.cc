#include "events/event_words.h"

#include <algorithm>
#include <utility>

#include "model/feature_hash.h"

namespace hearsay {

Result<EventWords> load_event_words(const std::filesystem::path& path) {
  auto file = ModelFile::open(path, "events", kEventsVersion);
  if (!file) return file.error();
  const auto entries = file->array<std::uint64_t>("words");
  if (!entries) return entries.error();
  if (!std::is_sorted(entries->begin(), entries->end())) return file->corrupt("section words: not sorted");
  return EventWords{.file = *std::move(file), .entries = *entries};
}

unsigned classes_of(const EventWords& words, std::string_view lemma) {
  const std::uint64_t key = event_word(hash_bytes(lemma), 0);
  const auto found = std::lower_bound(words.entries.begin(), words.entries.end(), key);
  if (found == words.entries.end() || (*found & ~kEventClasses) != key) return 0;
  return static_cast<unsigned>(*found & kEventClasses);
}

}  // namespace hearsay
