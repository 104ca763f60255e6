#include "ledger/matches.h"

namespace hearsay {

Result<std::vector<std::int64_t>> find_matches(Database& database, const std::vector<std::string>& terms,
                                               NumberRange range) {
  std::string all;
  for (const std::string& term : terms) all += (all.empty() ? "(" : " AND (") + term + ")";
  Query query(database,
              "SELECT rowid FROM statement_words WHERE statement_words MATCH ? AND rowid >= ? AND rowid < ? "
              "ORDER BY rowid DESC LIMIT ?");
  query.bind(all).bind(range.first).bind(range.last).bind(kMostMatches);
  std::vector<std::int64_t> found;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) found.push_back(query.number(0));
  if (!row) return row.error();
  return found;
}

}  // namespace hearsay
