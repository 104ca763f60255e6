// Writes who and what an article speaks of: its entities, their names, aliases, roles,
// memberships and statements; and takes it back.
//
// What is counted over all articles waits in memory until flush(), so that a name that a
// hundred articles have is written once.
#ifndef HEARSAY_SRC_LEDGER_ENTITY_WRITER_H_
#define HEARSAY_SRC_LEDGER_ENTITY_WRITER_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "hearsay/document.h"
#include "ledger/database.h"
#include "ledger/entity_bytes.h"
#include "ledger/prepared_entity.h"
#include "ledger/row_writer.h"

namespace hearsay {

// The SQL that makes the tables of entities; docs/ledger.md describes them.
extern const char* const kEntityTables;

// What a name's row of `name_facts` says. Values are stored: never renumber.
enum class NameFact : std::int64_t {
  spelling = 0,  // how it is written, where not as in `names`
  role = 1,      // a title or description of who is called so
  alias = 2,     // the number of another name of who is called so
  bearer = 3,    // the number of a name that this one is an alias of
  whole = 4,     // the number of a name whose bearer it belongs to or speaks for
};

// Threads: as its database.
class EntityWriter {
 public:
  // The database must outlive the writer, and have the tables.
  explicit EntityWriter(Database& database);

  // Writes the entities of an article that has none yet; `article` is the number of its
  // row, a transaction is open. Fails as Query::next() does; then the transaction has to be rolled
  // back.
  Result<Success> add(const Document& doc, const std::vector<PreparedEntity>& prepared, std::int64_t article);
  Result<Success> add(const Document& doc, std::int64_t article);

  // Takes back all that add() wrote for an article; nothing if it wrote nothing.
  Result<Success> remove(std::int64_t article);

  // Writes what waits; to be called before the transaction is committed.
  Result<Success> flush();

  // To be called when the transaction is rolled back.
  void discard();

 private:
  struct Counts {
    std::int64_t uses = 0, called = 0, said = 0, about = 0;
    std::array<std::int64_t, kEntityKindCount> kinds{};
    bool shrank = false;
  };
  // A name that is not in the file yet.
  struct NewName {
    std::string key, spelling;
    Counts counts;
  };
  struct Use {
    std::int64_t name = 0, article = 0, entity = 0, bearer = 0;
    std::int64_t said = 0, about = 0;
  };
  // How often a fact is told more than before; its value is `number` or `text`.
  struct FactChange {
    std::int64_t name = 0;
    NameFact fact = NameFact::spelling;
    std::int64_t number = 0;
    std::string text;
    std::int64_t change = 0;
  };

  Result<Success> begin();
  Result<std::int64_t> find_or_add(const std::string& key, const std::string& spelling);
  Counts& counts_of(std::int64_t name);
  // `sign` is 1 for an entity that comes, -1 for one that goes.
  Result<Success> count(const std::vector<StoredEntity>& entities, std::int64_t article, int sign);
  Result<Success> count_spelling(std::int64_t name, const std::string& spelling, int sign);
  Result<Success> write_names();
  Result<Success> write_words();
  Result<Success> write_counts();
  Result<Success> write_facts();
  Result<Success> withdraw_fact(const FactChange& fact);
  Result<Success> write_uses();
  Result<Success> forget_names();

  RowWriter names_, words_, new_facts_, new_uses_;
  Query version_, last_, find_, by_number_, article_, read_, forget_article_;
  Query count_, fewer_, forget_fact_, forget_uses_, forget_name_, forget_words_;
  std::unordered_map<std::string, std::int64_t> known_;  // by key
  std::unordered_map<std::int64_t, std::string> spellings_;
  std::int64_t next_ = 0;  // number of the next new name; 0: not known
  std::int64_t seen_version_ = -1;
  std::vector<NewName> new_;  // the last ones before next_
  std::map<std::int64_t, Counts> counts_;
  std::vector<FactChange> facts_;
  std::vector<Use> uses_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ENTITY_WRITER_H_
