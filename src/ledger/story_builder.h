// Puts together the part of the ledger that a question is about: statements, how they
// relate, threads.
#ifndef HEARSAY_SRC_LEDGER_STORY_BUILDER_H_
#define HEARSAY_SRC_LEDGER_STORY_BUILDER_H_

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace hearsay {

class StoryBuilder {
 public:
  // The database must outlive the builder.
  explicit StoryBuilder(Database& database) : database_(database) {}

  void add(std::int64_t statement) { wanted_.insert(statement); }

  // A relation and its ends.
  void add_link(std::int64_t later, std::int64_t earlier);

  // All relations between statements that were added.
  Result<Success> add_links_between();

  // All relations of the statements, and what they lead to.
  Result<Success> add_neighbours();

  // What was added and is there, without threads. O(what was added x log of the ledger).
  Result<LedgerStory> build() { return read(false, {}); }

  // The same with threads. `known` may say in which one statements are known to be, by any
  // number that is not negative: so a thread stays one where only some of it was added.
  Result<LedgerStory> build_threads(const std::map<std::int64_t, std::int64_t>& known = {}) {
    return read(true, known);
  }

 private:
  struct Row {
    LedgerStatement statement;
    PlacedStatement placed;
  };

  // In the order of numbers. Slots take long to read, so without them only what orders statements is placed.
  Result<std::vector<Row>> read_rows(bool with_slots);
  Result<LedgerStory> read(bool with_threads, const std::map<std::int64_t, std::int64_t>& known);

  Database& database_;
  std::set<std::int64_t> wanted_;
  std::set<std::pair<std::int64_t, std::int64_t>> links_;  // later, earlier
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_STORY_BUILDER_H_
