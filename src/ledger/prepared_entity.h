// What a ledger keeps of an article's entities, as far as it can be computed without the file.
#ifndef HEARSAY_SRC_LEDGER_PREPARED_ENTITY_H_
#define HEARSAY_SRC_LEDGER_PREPARED_ENTITY_H_

#include <cstdint>
#include <string>
#include <vector>

namespace hearsay {

struct Document;

struct PreparedEntity {
  std::string key;                         // name_key(); empty for one without a name
  std::vector<std::string> alias_keys;     // of each alias; none of an unnamed one
  std::vector<std::uint32_t> said, about;  // as in StoredEntity
};

// One for each of Document::entities. A pure function.
std::vector<PreparedEntity> prepare_entities(const Document& doc);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_PREPARED_ENTITY_H_
