#include "ledger/content_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace hearsay {

std::string content_hash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace hearsay
