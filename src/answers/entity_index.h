// Who the sources of an answer are, over all articles.
#ifndef HEARSAY_SRC_ANSWERS_ENTITY_INDEX_H_
#define HEARSAY_SRC_ANSWERS_ENTITY_INDEX_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/ledger.h"

namespace hearsay {

// The entities of what is shown.
class EntityIndex {
 public:
  // All entities of a ledger. Linear in its size.
  static Result<EntityIndex> read(Ledger& ledger);

  // Those that are the sources of these statements, and of the story's threads.
  static Result<EntityIndex> of(Ledger& ledger, const std::vector<LedgerStatement>& statements);
  static Result<EntityIndex> of(Ledger& ledger, const LedgerStory& story);

  // nullptr where the statement's source has none.
  const EntityName* source_of(const LedgerStatement& statement) const;

  // The only one that is called so; nullptr where there is none, or several.
  const EntityName* find(std::string_view name) const;

  // Of read(); else none.
  const std::vector<LedgerEntity>& all() const { return entities_; }

 private:
  std::vector<LedgerEntity> entities_;
  std::map<std::pair<std::string, std::uint32_t>, EntityName> by_use_;
  std::map<std::string, EntityName, std::less<>> by_name_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_ENTITY_INDEX_H_
