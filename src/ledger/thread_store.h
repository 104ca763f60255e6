// Threads as they are kept: which statements sure links join, brought up to date with
// each article.
//
// Where sources stand is not kept: it is computed of the threads that are shown
// (claims/threads.h). Which statements are joined does not depend on the order of adding.
#ifndef HEARSAY_SRC_LEDGER_THREAD_STORE_H_
#define HEARSAY_SRC_LEDGER_THREAD_STORE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "ledger/database.h"
#include "ledger/linking.h"
#include "ledger/row_writer.h"

namespace hearsay {

// True for what one source, or two, cannot both stand by.
bool is_disagreement(RelationType type);

class ThreadStore {
 public:
  // The database must outlive the store.
  explicit ThreadStore(Database& database);

  // Joins what links of kThreadConfidence and more join. O(links x log of the ledger),
  // amortised: of two threads the smaller one is renamed.
  Result<Success> join(const std::vector<StoredLink>& links);

  // Takes apart what only these links joined. Requires: they are gone from the relations. O(the threads'
  // statements); where the two statements are still linked with a third one, O(links of both).
  Result<Success> part(const std::vector<StoredLink>& links);

  // Takes an article's statements out, and what only they joined apart. Requires: the
  // article's relations are gone. O(its threads' statements).
  Result<Success> leave(std::int64_t article);

 private:
  struct Thread {
    std::int64_t number = 0, first = 0, last = 0, statements = 0, disagreements = 0;
  };

  class Joining;

  // The thread that holds a statement, or nothing.
  Result<std::optional<Thread>> thread_with(std::int64_t statement);
  Result<Success> write(const Joining& joining);
  Result<bool> have_common_neighbour(const StoredLink& link);
  Result<Success> dissolve(std::int64_t thread);
  Result<std::vector<std::int64_t>> numbers(Query& query);  // the query's first column

  RowWriter new_members_, changed_;
  Query find_, rename_, forget_, members_, forget_members_, threads_of_, leave_, links_, fewer_, common_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_THREAD_STORE_H_
