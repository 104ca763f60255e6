// Statements as rows of the ledger.
#ifndef HEARSAY_SRC_LEDGER_STATEMENT_ROWS_H_
#define HEARSAY_SRC_LEDGER_STATEMENT_ROWS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/statement.h"
#include "ledger/database.h"
#include "ledger/ledger.h"
#include "ledger/slots.h"
#include "ledger/told_sides.h"

namespace hearsay {

// What read_statement() reads, of `statements s JOIN articles a`.
inline constexpr std::string_view kStatementColumns =
    "s.number, a.id, a.title, a.publisher, a.published, s.paragraph, s.source, s.cue, s.content, s.form, "
    "s.act, s.negated, s.confidence, s.entity";

// How the two are joined.
inline constexpr std::string_view kStatementTables =
    " FROM statements s JOIN articles a ON a.number = s.number >> 20 ";

// From a row that begins with these columns.
LedgerStatement read_statement(const Query& query);

// Reads statements of single articles, with their slots. Slots of the last article stay at hand,
// so ask in the order of numbers.
class StatementReader {
 public:
  // The database must outlive the reader.
  explicit StatementReader(Database& database);

  // Nothing for a statement that is not there.
  Result<std::optional<LedgerStatement>> read(std::int64_t number);

  // What linking compares of a statement that read() found, on the side that was told. Fails with
  // invalid_input where its slots are damaged.
  Result<PlacedStatement> place(const LedgerStatement& statement);

 private:
  Database& database_;
  Query row_, slots_;
  std::optional<ToldSides> sides_;  // read when they are needed
  std::int64_t article_ = -1;       // whose slots are at hand
  PackedSlots packed_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_STATEMENT_ROWS_H_
