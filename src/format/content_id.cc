#include "format/content_id.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace hearsay {

std::string content_id(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(text.data(), text.size()));
  std::string id;
  for (const unsigned char byte : canonical.digest) {
    id += kHex[byte >> 4];
    id += kHex[byte & 15];
  }
  return id;
}

void settle_id(Document& doc) {
  Metadata& m = doc.metadata;
  if (m.id.empty()) m.id = m.url;
  if (m.id.empty()) m.id = content_id(doc.text);
}

}  // namespace hearsay
