#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "claims/statement_bytes.h"
#include "ledger/identity.h"
#include "ledger/ledger_state.h"

namespace hearsay {
namespace {

// What the user typed as a query of FTS5: every word or phrase must be there, and
// nothing in it is an operator.
void append_terms(std::string_view typed, std::string_view column, std::string& out) {
  const auto append = [&](std::string_view term) {
    if (term.find_first_not_of(" \t\n") == std::string_view::npos) return;
    if (!out.empty()) out += " AND ";
    out += column;
    out += " : \"";
    out += term;
    out += '"';
  };
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= typed.size(); ++i) {
    const bool end = i == typed.size();
    const bool mark = !end && typed[i] == '"';
    if (!end && !mark && (quoted || typed[i] != ' ')) continue;
    append(typed.substr(begin, i - begin));
    begin = i + 1;
    if (mark) quoted = !quoted;
  }
}

// The number of the enumerator with this name, or nothing.
std::optional<int> find_act(std::string_view name) {
  for (int i = 0; i < kActCount; ++i) {
    if (to_string(static_cast<Act>(i)) == name) return i;
  }
  return std::nullopt;
}

constexpr std::string_view kStatementColumns =
    "a.id, a.title, a.publisher, a.published, s.attribution, s.paragraph, s.source, s.cue, s.content, "
    "s.form, "
    "s.act, s.negated, s.confidence, s.entity";
constexpr int kStatementColumnCount = 14;

// From a row that begins with these columns.
LedgerStatement read_statement(const Query& query) {
  LedgerStatement s;
  int column = 0;
  for (std::string* field : {&s.article, &s.title, &s.publisher, &s.published}) *field = query.text(column++);
  s.attribution = static_cast<std::uint32_t>(query.number(4));
  s.paragraph = static_cast<std::uint32_t>(query.number(5));
  column = 6;
  for (std::string* field : {&s.source, &s.cue, &s.content}) *field = query.text(column++);
  s.form = read_enum<Form>(query.number(9), kFormCount);
  s.act = read_enum<Act>(query.number(10), kActCount);
  s.negated = query.number(11) != 0;
  s.confidence = static_cast<float>(query.real(12));
  if (!query.is_null(13)) s.entity = static_cast<std::uint32_t>(query.number(13));
  return s;
}

}  // namespace

Result<LedgerCounts> Ledger::count() {
  LedgerCounts counts;
  Query query(
      state_->database,
      "SELECT (SELECT count(*) FROM articles WHERE replaced_by IS NULL), (SELECT count(*) FROM articles), "
      "(SELECT count(*) FROM statements JOIN articles ON articles.number = article WHERE replaced_by IS "
      "NULL)");
  const Result<bool> row = query.next();
  if (!row) return row.error();
  counts = {.articles = query.number(0), .versions = query.number(1), .statements = query.number(2)};
  const auto all = entities();
  if (!all) return all.error();
  counts.entities = std::count_if(all->begin(), all->end(), [](const LedgerEntity& e) { return e.named; });
  return counts;
}

Result<Success> Ledger::for_each_article(const std::function<bool(const LedgerArticle&)>& receive) {
  Query query(state_->database,
              "SELECT id, title, publisher, published, url, analysis FROM articles WHERE replaced_by IS NULL "
              "ORDER BY published, id");
  for (;;) {
    const Result<bool> row = query.next();
    if (!row) return row.error();
    if (!*row) return Success{};
    LedgerArticle article;
    int column = 0;
    for (std::string* field : {&article.id, &article.title, &article.publisher, &article.published,
                               &article.url, &article.analysis}) {
      *field = query.text(column++);
    }
    if (!receive(article)) return Success{};
  }
}

Result<std::vector<LedgerStatement>> Ledger::search(const StatementQuery& wanted) {
  std::string terms;
  append_terms(wanted.words, "content", terms);
  append_terms(wanted.source, "source", terms);
  const std::optional<int> act = find_act(wanted.act);
  if (!wanted.act.empty() && !act) return std::vector<LedgerStatement>{};
  std::string sql = "SELECT " + std::string(kStatementColumns) +
                    " FROM statements s JOIN articles a ON a.number = s.article WHERE a.replaced_by IS NULL";
  if (!terms.empty())
    sql += " AND s.number IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)";
  if (act) sql += " AND s.act = ?";
  if (!wanted.after.empty()) sql += " AND a.published >= ?";
  if (!wanted.before.empty()) sql += " AND substr(a.published, 1, 10) <= ?";
  sql += " ORDER BY a.published DESC, a.id, s.attribution LIMIT ?";
  Query query(state_->database, sql);
  if (!terms.empty()) query.bind(terms);
  if (act) query.bind(std::int64_t{*act});
  if (!wanted.after.empty()) query.bind(wanted.after);
  if (!wanted.before.empty()) query.bind(wanted.before);
  query.bind(std::int64_t{wanted.limit});
  std::vector<LedgerStatement> found;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) {
    found.push_back(read_statement(query));
  }
  if (!row) return row.error();
  return found;
}

Result<LedgerStory> Ledger::story() {
  struct Row {
    std::int64_t number = 0;
    LedgerStatement statement;
    PlacedStatement placed;
  };
  std::vector<Row> rows;
  Query statements(state_->database, "SELECT " + std::string(kStatementColumns) +
                                         ", s.number, s.slots FROM statements s JOIN articles a ON "
                                         "a.number = s.article WHERE a.replaced_by IS NULL");
  Result<bool> row = statements.next();
  for (; row && *row; row = statements.next()) {
    std::optional<Statement> slots = decode_statement(statements.text(kStatementColumnCount + 1));
    if (!slots) return Error{ErrorCode::invalid_input, state_->database.name() + ": a statement is damaged"};
    Row& r = rows.emplace_back();
    r.number = statements.number(kStatementColumnCount);
    r.statement = read_statement(statements);
    r.placed = {.statement = *std::move(slots),
                .document = r.statement.article,
                .publisher = r.statement.publisher,
                .published = r.statement.published,
                .number = r.statement.attribution};
  }
  if (!row) return row.error();
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return comes_before(a.placed, b.placed); });
  LedgerStory story;
  std::vector<PlacedStatement> placed;
  std::map<std::int64_t, std::uint32_t> index;
  for (Row& r : rows) {
    index[r.number] = static_cast<std::uint32_t>(placed.size());
    placed.push_back(std::move(r.placed));
    story.statements.push_back(std::move(r.statement));
  }
  Query relations(state_->database, "SELECT later, earlier, type, detail, confidence, why FROM relations");
  for (row = relations.next(); row && *row; row = relations.next()) {
    const auto later = index.find(relations.number(0));
    const auto earlier = index.find(relations.number(1));
    if (later == index.end() || earlier == index.end()) continue;  // of a replaced version
    story.links.push_back(
        {.later = later->second,
         .earlier = earlier->second,
         .relation = {.type = read_enum<RelationType>(relations.number(2), kRelationTypeCount),
                      .detail = read_enum<RelationDetail>(relations.number(3), kRelationDetailCount),
                      .confidence = static_cast<float>(relations.real(4)),
                      .why = std::string(relations.text(5))}});
  }
  if (!row) return row.error();
  std::sort(story.links.begin(), story.links.end(), [](const LinkedPair& a, const LinkedPair& b) {
    return std::tie(a.later, a.earlier) < std::tie(b.later, b.earlier);
  });
  story.threads = find_threads(placed, story.links);
  return story;
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
      {"statements of an article are not numbered from 0",
       "SELECT article FROM statements GROUP BY article HAVING max(attribution) + 1 <> count(*)"},
      {"a statement cannot be searched for",
       "SELECT number FROM statements WHERE number NOT IN (SELECT rowid FROM statement_words_docsize)"},
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
  return broken;
}

}  // namespace hearsay
