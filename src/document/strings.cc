#include "document/strings.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cassert>

namespace hearsay {

void Interner::attach(std::vector<std::string>& strings) {
  strings_ = &strings;
  index_.clear();
  for (std::size_t i = 0; i < strings.size(); ++i) {
    index_.emplace(XXH3_64bits(strings[i].data(), strings[i].size()), static_cast<std::uint32_t>(i));
  }
}

std::uint32_t Interner::intern(std::string_view s) {
  assert(strings_ != nullptr);
  std::uint64_t key = XXH3_64bits(s.data(), s.size());
  // Two strings with one hash take the next free key.
  for (;; ++key) {
    const auto [it, added] = index_.emplace(key, static_cast<std::uint32_t>(strings_->size()));
    if (added) {
      strings_->emplace_back(s);
      return it->second;
    }
    if ((*strings_)[it->second] == s) return it->second;
  }
}

}  // namespace hearsay
