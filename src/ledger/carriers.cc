#include "ledger/carriers.h"

#include <string>

namespace hearsay {

Result<Success> read_carriers(Database& database, std::vector<LedgerStatement>& statements) {
  Query query(database,
              "SELECT c.other, a.id, a.publisher FROM copied_statements c "
              "JOIN articles a ON a.number = c.other >> 20 WHERE c.statement = ? "
              "ORDER BY a.published, a.id LIMIT ?");
  for (LedgerStatement& statement : statements) {
    query.bind(statement.number).bind(std::int64_t{kMostCarriers});
    Result<bool> row = query.next();
    for (; row && *row; row = query.next()) {
      statement.carried_by.push_back({.statement = query.number(0),
                                      .article = std::string(query.text(1)),
                                      .publisher = std::string(query.text(2))});
    }
    query.reset();
    if (!row) return row.error();
  }
  return Success{};
}

}  // namespace hearsay
