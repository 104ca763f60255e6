#include <algorithm>
#include <tuple>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/carriers.h"
#include "ledger/ledger_state.h"
#include "ledger/matches.h"
#include "ledger/reading.h"
#include "ledger/statement_rows.h"

namespace hearsay {

Result<std::int64_t> Ledger::count_articles() {
  Query query(state_->database, "SELECT count(*) FROM articles WHERE replaced_by IS NULL");
  const Result<bool> row = query.next();
  if (!row) return row.error();
  return query.number(0);
}

Result<LedgerCounts> Ledger::count() {
  LedgerCounts counts;
  Query query(state_->database,
              "SELECT (SELECT count(*) FROM articles WHERE replaced_by IS NULL), "
              "(SELECT count(*) FROM articles), (SELECT count(*) FROM statements), "
              "(SELECT count(*) FROM relations), (SELECT count(*) FROM threads), "
              "(SELECT min(published) FROM articles WHERE replaced_by IS NULL AND published > ''), "
              "(SELECT max(published) FROM articles WHERE replaced_by IS NULL), "
              "(SELECT count(*) FROM names WHERE uses > 0), "
              "(SELECT count(*) FROM slots WHERE length(statements) = 0)");
  const Result<bool> row = query.next();
  if (!row) return row.error();
  counts = {.articles = query.number(0), .versions = query.number(1), .statements = query.number(2)};
  counts.relations = query.number(3);
  counts.threads = query.number(4);
  counts.first = query.text(5);
  counts.last = query.text(6);
  counts.names = query.number(7);
  counts.unread = query.number(8);
  return counts;
}

static Result<std::vector<LedgerStatement>> search_publisher(Database& database, const StatementQuery& wanted,
                                                             const std::vector<std::string>& terms) {
  const auto numbers =
      find_matches(database, terms, number_range(wanted), wanted.publisher, std::int64_t{wanted.limit});
  if (!numbers) return numbers.error();
  StatementReader reader(database);
  std::vector<LedgerStatement> found;
  for (const std::int64_t number : *numbers) {
    auto statement = reader.read(number);
    if (!statement) return statement.error();
    if (*statement) found.push_back(**std::move(statement));
  }
  return found;
}

static Result<std::vector<LedgerStatement>> search_all(Database& database, const StatementQuery& wanted,
                                                       const std::vector<std::string>& terms) {
  std::string all;
  for (const std::string& term : terms) all += (all.empty() ? "(" : " AND (") + term + ")";
  const NumberRange range = number_range(wanted);
  std::string sql = "SELECT " + std::string(kStatementColumns);
  if (all.empty()) {
    sql +=
        std::string(kStatementTables) + "WHERE s.number >= ? AND s.number < ? ORDER BY s.number DESC LIMIT ?";
  } else {
    // In the order of the index, so that it stops at the limit.
    sql +=
        " FROM (SELECT rowid FROM statement_words WHERE statement_words MATCH ? AND rowid >= ? AND rowid < ? "
        "ORDER BY rowid DESC LIMIT ?) w JOIN statements s ON s.number = w.rowid "
        "JOIN articles a ON a.number = s.number >> 20";
  }
  Query query(database, sql);
  if (!all.empty()) query.bind(all);
  query.bind(range.first).bind(range.last).bind(std::int64_t{wanted.limit});
  std::vector<LedgerStatement> found;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) found.push_back(read_statement(query));
  if (!row) return row.error();
  return found;
}

Result<std::vector<LedgerStatement>> Ledger::search(const StatementQuery& wanted) {
  const auto terms = search_terms(wanted);
  if (!terms) return std::vector<LedgerStatement>{};
  const Reading reading(state_->database);
  const auto search = wanted.publisher.empty() ? search_all : search_publisher;
  Result<std::vector<LedgerStatement>> matches = search(state_->database, wanted, *terms);
  if (!matches) return matches;
  std::vector<LedgerStatement>& found = *matches;
  if (const auto done = read_carriers(state_->database, found); !done) return done.error();
  std::sort(found.begin(), found.end(), [](const LedgerStatement& a, const LedgerStatement& b) {
    if (a.published != b.published) return a.published > b.published;
    return std::tie(a.article, a.attribution) < std::tie(b.article, b.attribution);
  });
  return found;
}

Result<std::vector<LedgerStatement>> Ledger::statements(const std::vector<std::int64_t>& numbers) {
  StatementReader reader(state_->database);
  std::vector<LedgerStatement> found;
  for (const std::int64_t number : numbers) {
    auto statement = reader.read(number);
    if (!statement) return statement.error();
    if (*statement) found.push_back(**std::move(statement));
  }
  if (const auto done = read_carriers(state_->database, found); !done) return done.error();
  return found;
}

Result<std::optional<std::int64_t>> Ledger::find_statement(const std::string& article,
                                                           std::uint32_t attribution) {
  Query query(state_->database,
              "SELECT s.number FROM articles a JOIN statements s ON s.number = (a.number << 20 | ?) "
              "WHERE a.id = ? AND a.replaced_by IS NULL");
  const Result<bool> row = query.bind(std::int64_t{attribution}).bind(article).next();
  if (!row) return row.error();
  std::optional<std::int64_t> number;
  if (*row) number = query.number(0);
  return number;
}

Result<std::vector<std::string>> Ledger::check() {
  struct Rule {
    const char* broken;
    const char* sql;  // a row for each case
  };
  static constexpr Rule kRules[] = {
      {"the file is damaged", "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
      {"something belongs to no article", "SELECT \"table\" FROM pragma_foreign_key_check"},
      {"an article has no newest version, or two",
       "SELECT id FROM articles GROUP BY id HAVING sum(replaced_by IS NULL) <> 1"},
      {"an article has no analysis",
       "SELECT id FROM articles WHERE number NOT IN (SELECT article FROM analyses)"},
      {"a newest version has no slots",
       "SELECT id FROM articles WHERE replaced_by IS NULL AND number NOT IN (SELECT article FROM slots)"},
      {"statements belong to no newest version",
       "SELECT DISTINCT number >> 20 FROM statements WHERE number >> 20 NOT IN (SELECT article FROM slots)"},
      {"statements of an article are not numbered from 0",
       "SELECT number >> 20 FROM statements GROUP BY number >> 20 HAVING max(number & 1048575) + 1 <> "
       "count(*)"},
      {"a statement cannot be searched for",
       "SELECT number FROM statements WHERE number NOT IN (SELECT rowid FROM statement_words WHERE "
       "statement_words MATCH 'marks : act*')"},
      {"words belong to no statement",
       "SELECT rowid FROM statement_words WHERE statement_words MATCH 'marks : act*' AND rowid NOT IN "
       "(SELECT number FROM statements)"},
      {"a name is there twice", "SELECT key FROM names GROUP BY hash, key HAVING count(*) > 1"},
      {"a thread does not count its statements",
       "SELECT number FROM threads t WHERE (statements, first, last) <> (SELECT count(*), min(statement), "
       "max(statement) FROM thread_members WHERE thread = t.number)"},
  };
  std::vector<std::string> broken;
  for (const Rule& rule : kRules) {
    Query query(state_->database, rule.sql);
    Result<bool> row = query.next();
    for (; row && *row; row = query.next())
      broken.push_back(std::string(rule.broken) + ": " + std::string(query.text(0)));
    if (!row && row.error().code == ErrorCode::io) return row.error();
    if (!row) broken.push_back(row.error().message);
  }
  const auto unheeded = unheeded_corrections(state_->database);
  if (!unheeded && unheeded.error().code == ErrorCode::io) return unheeded.error();
  if (!unheeded) broken.push_back(unheeded.error().message);
  if (unheeded) broken.insert(broken.end(), unheeded->begin(), unheeded->end());
  return broken;
}

}  // namespace hearsay
