#include "ledger/matches.h"

#include <string_view>

namespace hearsay {
namespace {

// Articles come first, by their index, for there are fewer of them than statements. With "+", the range of
// the query is not what statements are looked up by: that would be a scan for each article.
constexpr std::string_view kOfPublisher =
    "SELECT s.number FROM articles a CROSS JOIN statements s "
    "ON s.number >= a.number << 20 AND s.number < (a.number + 1) << 20 "
    "WHERE a.publisher = ? AND a.replaced_by IS NULL AND +s.number >= ? AND +s.number < ? "
    "ORDER BY a.number DESC, s.number DESC LIMIT ?";

constexpr std::string_view kOfTerms =
    "SELECT rowid FROM statement_words WHERE statement_words MATCH ? AND rowid >= ? AND rowid < ? "
    "ORDER BY rowid DESC LIMIT ?";

constexpr std::string_view kOfBoth =
    "SELECT w.rowid FROM statement_words w WHERE statement_words MATCH ? "
    "AND (SELECT publisher FROM articles WHERE number = w.rowid >> 20) = ? AND w.rowid >= ? AND w.rowid < ? "
    "ORDER BY w.rowid DESC LIMIT ?";

}  // namespace

Result<std::vector<std::int64_t>> find_matches(Database& database, const std::vector<std::string>& terms,
                                               NumberRange range, const std::string& publisher,
                                               std::int64_t most) {
  std::string all;
  for (const std::string& term : terms) all += (all.empty() ? "(" : " AND (") + term + ")";
  Query query(database, std::string(all.empty() ? kOfPublisher : publisher.empty() ? kOfTerms : kOfBoth));
  if (!all.empty()) query.bind(all);
  if (!publisher.empty()) query.bind(publisher);
  query.bind(range.first).bind(range.last).bind(most);
  std::vector<std::int64_t> found;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) found.push_back(query.number(0));
  if (!row) return row.error();
  return found;
}

}  // namespace hearsay
