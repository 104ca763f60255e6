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
  places_.assign(kPlaces, Place{});
  activations_.resize(kPlaces * width_);
}

void WordCache::begin_batch() {
  ++batch_;
  places_.resize(kPlaces);
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
    const std::size_t own = hash % kPlaces;
    is_known = places_[own].key == key;
    if (is_known || places_[own].batch != batch_) {
      at = own;
      places_[at].key = key;
      places_[at].batch = batch_;
    }
  }
  if (at == kPlaces) {
    at = places_.size();
    places_.emplace_back();
    if (activations_.size() < places_.size() * width_) activations_.resize(places_.size() * width_);
  }
  return {.activations = activations_.data() + at * width_,
          .step = &places_[at].step,
          .place = at,
          .is_known = is_known};
}

}  // namespace hearsay
