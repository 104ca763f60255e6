#include "ledger/content_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace hearsay {
namespace {

// With its length before it, so that no two lists of fields read alike.
void append_field(std::string_view field, std::string& out) {
  for (std::size_t size = field.size(), i = 0; i < 8; ++i, size >>= 8) out += static_cast<char>(size & 0xff);
  out += field;
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

std::string article_content_id(const Document& doc) {
  const Metadata& m = doc.metadata;
  std::string bytes;
  for (const std::string* field :
       {&m.id, &m.url, &m.title, &m.publisher, &m.byline, &m.published, &doc.text}) {
    append_field(*field, bytes);
  }
  if (m.status != ArticleStatus::usable || m.version != 0)
    append_field(std::string(to_string(m.status)) + " " + std::to_string(m.version), bytes);
  return content_hash(bytes);
}

}  // namespace hearsay
