// Writes who and what an article speaks of: its entities, their names, aliases, roles and
// memberships.
#ifndef HEARSAY_SRC_LEDGER_ENTITY_WRITER_H_
#define HEARSAY_SRC_LEDGER_ENTITY_WRITER_H_

#include <cstdint>
#include <string>

#include "hearsay/document.h"
#include "ledger/database.h"

namespace hearsay {

// The SQL that makes the tables of entities; docs/ledger.md describes them.
extern const char* const kEntityTables;

// Threads: as its database.
class EntityWriter {
 public:
  // The database must outlive the writer, and have the tables.
  explicit EntityWriter(Database& database);

  // Writes the entities of an article that has none yet; `article` is the number of its
  // row. Fails as Query::next() does.
  Result<Success> add(const Document& doc, std::int64_t article);

  // Takes back all that add() wrote for an article; nothing if it wrote nothing.
  Result<Success> remove(std::int64_t article);

 private:
  Result<Success> add_entity(const Entity& e, std::uint32_t number, const std::string& key,
                             std::int64_t article);

  Query name_, entity_, alias_, role_, membership_;
  Query remove_entities_, remove_aliases_, remove_roles_, remove_memberships_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ENTITY_WRITER_H_
