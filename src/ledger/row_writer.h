// Writes many rows of a table by few statements: SQLite sets a statement up once for all of
// its rows, which takes as long as writing one. Not for full-text tables: they would write what they
// have in memory with each statement.
#ifndef HEARSAY_SRC_LEDGER_ROW_WRITER_H_
#define HEARSAY_SRC_LEDGER_ROW_WRITER_H_

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/database.h"

namespace hearsay {

class RowWriter {
 public:
  // `insert` is "INSERT OR FAIL INTO table(a, b)" or alike, with `columns` columns, `conflict` what follows
  // the values. Where a row may fail, say OR FAIL: so SQLite needs not keep what rows before it
  // changed; the transaction has to be rolled back. The database must outlive the writer.
  RowWriter(Database& database, std::string_view insert, int columns, std::string_view conflict = "");

  // Writes rows in their order; sorted as the table is, they are written fastest. `bind(query, row)`
  // binds the columns of a row: what it binds must live until write() returns. Fails as Query::next()
  // does.
  template <typename Row, typename Bind>
  Result<Success> write(const std::vector<Row>& rows, Bind bind) {
    std::span<const Row> left(rows);
    for (std::size_t i = 0; i < kSizes.size(); ++i) {
      for (; left.size() >= kSizes[i]; left = left.subspan(kSizes[i])) {
        for (const Row& row : left.first(kSizes[i])) bind(queries_[i], row);
        if (const Result<Success> done = queries_[i].run(); !done) return done.error();
      }
    }
    return Success{};
  }

 private:
  static constexpr std::array<std::size_t, 3> kSizes = {32, 6, 1};  // rows of each query

  std::vector<Query> queries_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ROW_WRITER_H_
