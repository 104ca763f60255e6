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

std::string entity_id(std::string_view key) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string id = "E";
  for (const char c : content_hash(key).substr(0, 8)) {
    id += kHex[static_cast<unsigned char>(c) >> 4];
    id += kHex[static_cast<unsigned char>(c) & 15];
  }
  return id;
}

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

template <typename Enum>
Enum read_enum(std::int64_t stored, int count) {
  return static_cast<Enum>(std::clamp<std::int64_t>(stored, 0, count - 1));
}

// How often something was seen, to take the most frequent: the first of equals.
template <typename Key>
struct Votes {
  std::map<Key, int> counts;
  void add(const Key& key) { ++counts[key]; }
  Key winner() const {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
};

// One name over all articles.
struct NameUse {
  bool named = true;
  Votes<std::string> spellings;
  Votes<int> kinds;
  std::map<std::string, std::string> aliases;  // key, a spelling
  std::set<std::string> roles;
  std::vector<LedgerEntity::Use> uses;
};

LedgerEntity make_entity(const std::string& key, const std::vector<const NameUse*>& names) {
  LedgerEntity entity{.id = entity_id(key), .name = names.front()->spellings.winner()};
  entity.kind = static_cast<EntityKind>(names.front()->kinds.winner());
  entity.named = names.front()->named;
  std::set<std::string> roles;
  std::map<std::string, std::string> aliases;
  for (const NameUse* use : names) {
    for (const auto& [spelling, count] : use->spellings.counts) aliases.emplace(spelling, spelling);
    for (const auto& [alias, spelling] : use->aliases) aliases.emplace(spelling, spelling);
    roles.insert(use->roles.begin(), use->roles.end());
    entity.uses.insert(entity.uses.end(), use->uses.begin(), use->uses.end());
  }
  entity.roles.assign(roles.begin(), roles.end());
  aliases.erase(entity.name);
  for (const auto& [spelling, same] : aliases) entity.aliases.push_back(spelling);
  std::sort(entity.uses.begin(), entity.uses.end(), [](const auto& a, const auto& b) {
    return std::tie(a.article, a.entity) < std::tie(b.article, b.entity);
  });
  return entity;
}

Result<Success> add_roles(Database& database, std::map<std::string, NameUse>& names) {
  Query roles(database,
              "SELECT names.key, roles.role FROM roles JOIN entities USING (article, entity) "
              "JOIN names ON names.number = entities.name JOIN articles ON articles.number = roles.article "
              "WHERE articles.replaced_by IS NULL");
  Result<bool> row = roles.next();
  for (; row && *row; row = roles.next()) names[std::string(roles.text(0))].roles.emplace(roles.text(1));
  if (!row) return row.error();
  return Success{};
}

Result<Success> add_memberships(Database& database, std::vector<LedgerEntity>& entities) {
  std::map<std::pair<std::string, std::uint32_t>, std::size_t> by_use;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    for (const LedgerEntity::Use& use : entities[i].uses) by_use[{use.article, use.entity}] = i;
  }
  std::vector<std::set<std::string>> wholes(entities.size());
  Query members(database,
                "SELECT articles.id, entity, member_of FROM memberships "
                "JOIN articles ON articles.number = article WHERE articles.replaced_by IS NULL");
  Result<bool> row = members.next();
  for (; row && *row; row = members.next()) {
    const std::string article(members.text(0));
    const auto part = by_use.find({article, static_cast<std::uint32_t>(members.number(1))});
    const auto whole = by_use.find({article, static_cast<std::uint32_t>(members.number(2))});
    if (part == by_use.end() || whole == by_use.end() || part->second == whole->second) continue;
    wholes[part->second].insert(entities[whole->second].id);
  }
  if (!row) return row.error();
  for (std::size_t i = 0; i < entities.size(); ++i) {
    entities[i].member_of.assign(wholes[i].begin(), wholes[i].end());
  }
  return Success{};
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

Result<std::vector<LedgerEntity>> Ledger::entities() {
  std::map<std::string, NameUse> names;
  Query uses(state_->database,
             "SELECT names.key, entities.spelling, entities.kind, articles.id, entities.entity, "
             "entities.named FROM entities "
             "JOIN names ON names.number = entities.name JOIN articles ON articles.number = entities.article "
             "WHERE articles.replaced_by IS NULL");
  Result<bool> row = uses.next();
  for (; row && *row; row = uses.next()) {
    NameUse& use = names[std::string(uses.text(0))];
    use.named = uses.number(5) != 0;
    use.spellings.add(std::string(uses.text(1)));
    use.kinds.add(static_cast<int>(read_enum<EntityKind>(uses.number(2), kEntityKindCount)));
    use.uses.push_back(
        {.article = std::string(uses.text(3)), .entity = static_cast<std::uint32_t>(uses.number(4))});
  }
  if (!row) return row.error();
  Query aliases(state_->database,
                "SELECT names.key, aliases.key, aliases.spelling FROM aliases "
                "JOIN entities USING (article, entity) JOIN names ON names.number = entities.name "
                "JOIN articles ON articles.number = aliases.article WHERE articles.replaced_by IS NULL "
                "ORDER BY aliases.spelling");
  for (row = aliases.next(); row && *row; row = aliases.next()) {
    names[std::string(aliases.text(0))].aliases.emplace(aliases.text(1), aliases.text(2));
  }
  if (!row) return row.error();

  if (const auto done = add_roles(state_->database, names); !done) return done.error();

  std::vector<NamedThing> things;
  std::vector<const NameUse*> by_thing;
  for (const auto& [key, use] : names) {
    NamedThing thing{.key = key, .kind = static_cast<EntityKind>(use.kinds.winner())};
    for (const auto& [alias, spelling] : use.aliases) thing.aliases.push_back(alias);
    things.push_back(std::move(thing));
    by_thing.push_back(&use);
  }
  const std::vector<std::uint32_t> same = find_identities(things);
  std::vector<std::vector<const NameUse*>> groups(things.size());
  for (std::uint32_t i = 0; i < things.size(); ++i) groups[i].push_back(by_thing[i]);
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    if (same[i] != i) groups[same[i]].push_back(by_thing[i]);
  }
  std::vector<LedgerEntity> out;
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    if (same[i] == i) out.push_back(make_entity(things[i].key, groups[i]));
  }
  std::sort(out.begin(), out.end(), [](const LedgerEntity& a, const LedgerEntity& b) { return a.id < b.id; });
  if (const auto done = add_memberships(state_->database, out); !done) return done.error();
  return out;
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
