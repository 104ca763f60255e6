// What a Ledger is inside: the connection and, for adding, the prepared queries.
#ifndef HEARSAY_SRC_LEDGER_LEDGER_STATE_H_
#define HEARSAY_SRC_LEDGER_LEDGER_STATE_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "claims/relation_model.h"
#include "ledger/article_writer.h"
#include "ledger/database.h"
#include "ledger/ledger.h"

namespace hearsay {

struct Ledger::State {
  explicit State(Database opened) : database(std::move(opened)) {}

  Database database;
  bool in_transaction = false;
  RelationModel relations;                // loaded with `writer`
  std::unique_ptr<ArticleWriter> writer;  // null where the file is only read

  // Begins a transaction where none is open.
  Result<Success> begin();
  // What was written since the last commit is gone.
  void roll_back();
};

// An enumerator as it was stored; the nearest one where the file is damaged.
template <typename Enum>
Enum read_enum(std::int64_t stored, int count) {
  return static_cast<Enum>(std::clamp<std::int64_t>(stored, 0, count - 1));
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LEDGER_STATE_H_
