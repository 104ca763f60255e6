#include "syntax/word_cache.h"

#include <algorithm>
#include <cstddef>

#include "model/feature_hash.h"

namespace hearsay {

void WordCache::attach(const void* owner, int width) {
  const auto bytes = static_cast<std::size_t>(width);
  if (owner == owner_ && bytes == width_) return;
  owner_ = owner;
  width_ = bytes;
  places_.assign(kPlaces + 1, Place{});
  activations_.resize((kPlaces + 1) * width_);
}

WordCache::Vector WordCache::find(std::string_view word, std::span<const std::uint64_t> phrases) {
  std::size_t at = kPlaces;
  bool is_known = false;
  if (!word.empty() && word.size() <= kMaxWord && phrases.size() <= kMaxPhrases) {
    Key key;
    std::copy(word.begin(), word.end(), key.word.begin());
    key.length = static_cast<std::uint8_t>(word.size());
    std::copy(phrases.begin(), phrases.end(), key.phrases.begin());
    std::uint64_t hash = hash_bytes(word);
    for (const std::uint64_t phrase : phrases) hash = mix(hash, phrase);
    at = hash % kPlaces;
    is_known = places_[at].key == key;
    places_[at].key = key;
  }
  return {.activations = activations_.data() + at * width_, .step = &places_[at].step, .is_known = is_known};
}

}  // namespace hearsay
