// Links the statements of a new article with those that the ledger has.
//
// Cost: bounded for each statement, whatever the size of the ledger: of the statements that
// share a key (claims/candidates.h) only those nearest in time are compared.
#ifndef HEARSAY_SRC_LEDGER_LINKING_H_
#define HEARSAY_SRC_LEDGER_LINKING_H_

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "claims/statement.h"
#include "ledger/database.h"

namespace hearsay {

// A statement of the article that is being added.
struct NewStatement {
  std::int64_t row = 0;
  PlacedStatement placed;
};

class Linker {
 public:
  // The database must outlive the linker.
  explicit Linker(Database& database);

  // Writes the keys and relations of an article's statements, whose rows are there.
  Result<Success> link(const std::vector<NewStatement>& statements);

  // To be called when an article is replaced: its statements are compared no more.
  void forget() { cache_.clear(); }

 private:
  Result<Success> write_keys(const NewStatement& statement);
  Result<Success> find_candidates(const NewStatement& statement, std::vector<std::int64_t>& rows);
  // nullptr for a statement of a replaced version.
  Result<const PlacedStatement*> load(std::int64_t row);
  Result<Success> write_relation(const NewStatement& fresh, std::int64_t row, const PlacedStatement& other);

  Query key_, before_, from_, statement_, relation_;
  std::map<std::int64_t, std::optional<PlacedStatement>> cache_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LINKING_H_
