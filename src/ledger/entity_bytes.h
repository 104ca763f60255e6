// The entities of one article as bytes: what the ledger keeps of them beyond their names.
#ifndef HEARSAY_SRC_LEDGER_ENTITY_BYTES_H_
#define HEARSAY_SRC_LEDGER_ENTITY_BYTES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// An entity of an article. Names are numbers of rows of `names`.
struct StoredEntity {
  struct Alias {
    std::int64_t name = 0;
    std::string spelling;
    bool operator==(const Alias&) const = default;
  };
  std::int64_t name = 0;  // 0: it has none
  std::string spelling;   // of its name; else how it is described
  EntityKind kind = EntityKind::person;
  std::vector<Alias> aliases;  // none of an unnamed one
  std::vector<std::string> roles;
  std::vector<std::uint32_t> member_of;  // other entities of the article
  std::vector<std::uint32_t> said;       // attributions whose source it is, rising
  std::vector<std::uint32_t> about;      // attributions of others whose content names it, rising
  bool operator==(const StoredEntity&) const = default;
};

// In the order of Document::entities. The format is stored: it never changes but with the schema.
std::string encode_entities(const std::vector<StoredEntity>& entities);

// Nothing where the bytes are not such.
std::optional<std::vector<StoredEntity>> decode_entities(std::string_view bytes);

// The names of the entities alone, each once, sorted; what follows a fault is left out. A tenth of the
// work of decode_entities().
std::vector<std::int64_t> decode_names(std::string_view bytes);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ENTITY_BYTES_H_
