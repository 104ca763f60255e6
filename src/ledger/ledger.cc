#include "ledger/ledger.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "ledger/database.h"
#include "ledger/identity.h"
#include "ledger/schema.h"

namespace hearsay {
namespace {

// With its length before it, so that no two lists of fields read alike.
void append_field(std::string_view field, std::string& out) {
  for (std::size_t size = field.size(), i = 0; i < 8; ++i, size >>= 8) out += static_cast<char>(size & 0xff);
  out += field;
}

std::string hash_of(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

std::string entity_id(std::string_view key) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string id = "E";
  for (const char c : hash_of(key).substr(0, 8)) {
    id += kHex[static_cast<unsigned char>(c) >> 4];
    id += kHex[static_cast<unsigned char>(c) & 15];
  }
  return id;
}

// The words of all pieces, "…" between two that are apart.
std::string words_of(const Document& doc, const std::vector<Span>& spans) {
  std::string words;
  for (const Span span : spans) {
    if (!words.empty()) words += " … ";
    words += doc.at(span);
  }
  return words;
}

// From 1; 0 where no block holds it.
std::int64_t paragraph_of(const Document& doc, const Attribution& a) {
  const std::uint32_t begin = a.content.front().begin;
  const auto after = std::upper_bound(doc.blocks.begin(), doc.blocks.end(), begin,
                                      [](std::uint32_t at, const Block& b) { return at < b.span.begin; });
  return after - doc.blocks.begin();
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
  Votes<std::string> spellings;
  Votes<int> kinds;
  std::map<std::string, std::string> aliases;  // key, a spelling
  std::vector<LedgerEntity::Use> uses;
};

LedgerEntity make_entity(const std::string& key, const std::vector<const NameUse*>& names) {
  LedgerEntity entity{.id = entity_id(key), .name = names.front()->spellings.winner()};
  entity.kind = static_cast<EntityKind>(names.front()->kinds.winner());
  std::map<std::string, std::string> aliases;
  for (const NameUse* use : names) {
    for (const auto& [spelling, count] : use->spellings.counts) aliases.emplace(spelling, spelling);
    for (const auto& [alias, spelling] : use->aliases) aliases.emplace(spelling, spelling);
    entity.uses.insert(entity.uses.end(), use->uses.begin(), use->uses.end());
  }
  aliases.erase(entity.name);
  for (const auto& [spelling, same] : aliases) entity.aliases.push_back(spelling);
  std::sort(entity.uses.begin(), entity.uses.end(), [](const auto& a, const auto& b) {
    return std::tie(a.article, a.entity) < std::tie(b.article, b.entity);
  });
  return entity;
}

}  // namespace

struct Ledger::State {
  explicit State(Database opened) : database(std::move(opened)) {}

  Database database;
  bool in_transaction = false;

  // Prepared when first needed; those for adding fail on a file that is only read.
  struct Writers {
    explicit Writers(Database& d)
        : known(d, "SELECT number FROM articles WHERE content = ?"),
          newest(d, "SELECT number, version FROM articles WHERE id = ? ORDER BY version DESC LIMIT 1"),
          article(d,
                  "INSERT INTO articles(id, content, version, url, title, publisher, published, analysis) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
          replace(d, "UPDATE articles SET replaced_by = ? WHERE number = ?"),
          name(d, "INSERT INTO names(key) VALUES (?) ON CONFLICT(key) DO NOTHING"),
          entity(d,
                 "INSERT INTO entities(article, entity, name, spelling, kind) "
                 "SELECT ?, ?, number, ?, ? FROM names WHERE key = ?"),
          alias(d, "INSERT INTO aliases(article, entity, position, key, spelling) VALUES (?, ?, ?, ?, ?)"),
          statement(d,
                    "INSERT INTO statements(article, attribution, entity, source, cue, content, form, act, "
                    "negated, confidence, paragraph) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          words(d, "INSERT INTO statement_words(rowid, source, content) VALUES (?, ?, ?)") {}

    Query known, newest, article, replace, name, entity, alias, statement, words;
  };
  std::unique_ptr<Writers> writers;

  // The number of the article's row.
  Result<Success> add_entities(const Document& doc, std::int64_t article);
  Result<Success> add_statements(const Document& doc, std::int64_t article);
  Result<Added> add_article(const Document& doc, const std::string& id, const std::string& analysis);
};

std::string article_content_id(const Document& doc) {
  const Metadata& m = doc.metadata;
  std::string bytes;
  for (const std::string* field :
       {&m.id, &m.url, &m.title, &m.publisher, &m.byline, &m.published, &doc.text}) {
    append_field(*field, bytes);
  }
  return hash_of(bytes);
}

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;

Result<Ledger> Ledger::open_for_adding(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path, Database::Access::create);
  if (!database) return database.error();
  if (const Result<Success> ready = prepare_for_writing(*database); !ready) return ready.error();
  auto state = std::make_unique<State>(*std::move(database));
  state->writers = std::make_unique<State::Writers>(state->database);
  return Ledger(std::move(state));
}

Result<Ledger> Ledger::open(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path, Database::Access::read);
  if (!database) return database.error();
  if (const Result<Success> known = check_schema(*database); !known) return known.error();
  return Ledger(std::make_unique<State>(*std::move(database)));
}

Result<bool> Ledger::contains(const std::string& content_id) {
  Query query(state_->database, "SELECT 1 FROM articles WHERE content = ?");
  return query.bind_blob(content_id).next();
}

Result<Success> Ledger::State::add_entities(const Document& doc, std::int64_t article) {
  for (std::uint32_t i = 0; i < doc.entities.size(); ++i) {
    const Entity& e = doc.entities[i];
    const std::string key = name_key(e.name);
    // "Two officials" of one article are not those of another.
    if (key.empty() || !e.named) continue;
    if (const auto done = writers->name.bind(key).run(); !done) return done.error();
    const auto done = writers->entity.bind(article)
                          .bind(std::int64_t{i})
                          .bind(e.name)
                          .bind(static_cast<std::int64_t>(e.kind))
                          .bind(key)
                          .run();
    if (!done) return done.error();
    std::int64_t position = 0;
    for (const std::string& alias : e.aliases) {
      const std::string alias_key = name_key(alias);
      const auto added = writers->alias.bind(article)
                             .bind(std::int64_t{i})
                             .bind(position++)
                             .bind(alias_key)
                             .bind(alias)
                             .run();
      if (!added) return added.error();
    }
  }
  return Success{};
}

Result<Success> Ledger::State::add_statements(const Document& doc, std::int64_t article) {
  for (std::uint32_t i = 0; i < doc.attributions.size(); ++i) {
    const Attribution& a = doc.attributions[i];
    const std::string source = words_of(doc, a.source);
    const std::string cue = words_of(doc, a.cue);
    const std::string content = words_of(doc, a.content);
    const std::uint32_t entity = doc.source_entities.empty() ? kNone : doc.source_entities[i];
    Query& query = writers->statement.bind(article).bind(std::int64_t{i});
    entity == kNone ? query.bind_null() : query.bind(std::int64_t{entity});
    query.bind(source).bind(cue).bind(content);
    query.bind(static_cast<std::int64_t>(a.form))
        .bind(static_cast<std::int64_t>(a.act))
        .bind(std::int64_t{a.negated});
    query.bind(static_cast<double>(a.confidence)).bind(paragraph_of(doc, a));
    if (const auto done = query.run(); !done) return done.error();
    const auto indexed = writers->words.bind(database.last_row()).bind(source).bind(content).run();
    if (!indexed) return indexed.error();
  }
  return Success{};
}

Result<Added> Ledger::State::add_article(const Document& doc, const std::string& id,
                                         const std::string& analysis) {
  const std::string content = article_content_id(doc);
  const Result<bool> known = writers->known.bind_blob(content).next();
  writers->known.reset();
  if (!known) return known.error();
  if (*known) return Added::known_already;

  const Result<bool> has_older = writers->newest.bind(id).next();
  const std::int64_t older = has_older && *has_older ? writers->newest.number(0) : 0;
  const std::int64_t version = older == 0 ? 1 : writers->newest.number(1) + 1;
  writers->newest.reset();
  if (!has_older) return has_older.error();

  const Metadata& m = doc.metadata;
  Query& insert = writers->article.bind(id).bind_blob(content).bind(version);
  const auto added =
      insert.bind(m.url).bind(m.title).bind(m.publisher).bind(m.published).bind(analysis).run();
  if (!added) return added.error();
  const std::int64_t article = database.last_row();
  if (older != 0) {
    if (const auto done = writers->replace.bind(article).bind(older).run(); !done) return done.error();
  }
  if (const auto done = add_entities(doc, article); !done) return done.error();
  if (const auto done = add_statements(doc, article); !done) return done.error();
  return older == 0 ? Added::new_article : Added::new_version;
}

Result<Added> Ledger::add(const Document& doc, const std::string& id, const std::string& analysis) {
  if (!state_->in_transaction) {
    if (const auto begun = state_->database.execute("BEGIN IMMEDIATE"); !begun) return begun.error();
    state_->in_transaction = true;
  }
  if (const auto mark = state_->database.execute("SAVEPOINT article"); !mark) return mark.error();
  Result<Added> added = state_->add_article(doc, id, analysis);
  // An article that failed half-way leaves nothing behind.
  const auto closed =
      state_->database.execute(added ? "RELEASE article" : "ROLLBACK TO article; RELEASE article");
  if (added && !closed) return closed.error();
  return added;
}

Result<Success> Ledger::commit() {
  if (!state_->in_transaction) return Success{};
  state_->in_transaction = false;
  return state_->database.execute("COMMIT");
}

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
  counts.entities = static_cast<std::int64_t>(all->size());
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
             "SELECT names.key, entities.spelling, entities.kind, articles.id, entities.entity FROM entities "
             "JOIN names ON names.number = entities.name JOIN articles ON articles.number = entities.article "
             "WHERE articles.replaced_by IS NULL");
  Result<bool> row = uses.next();
  for (; row && *row; row = uses.next()) {
    NameUse& use = names[std::string(uses.text(0))];
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
  return out;
}

Result<std::vector<LedgerStatement>> Ledger::search(const StatementQuery& wanted) {
  std::string terms;
  append_terms(wanted.words, "content", terms);
  append_terms(wanted.source, "source", terms);
  const std::optional<int> act = find_act(wanted.act);
  if (!wanted.act.empty() && !act) return std::vector<LedgerStatement>{};
  std::string sql =
      "SELECT a.id, a.title, a.publisher, a.published, s.attribution, s.paragraph, s.source, s.cue, "
      "s.content, "
      "s.form, s.act, s.negated, s.confidence, s.entity FROM statements s JOIN articles a ON a.number = "
      "s.article "
      "WHERE a.replaced_by IS NULL";
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
    LedgerStatement s;
    int column = 0;
    for (std::string* field : {&s.article, &s.title, &s.publisher, &s.published})
      *field = query.text(column++);
    s.attribution = static_cast<std::uint32_t>(query.number(4));
    s.paragraph = static_cast<std::uint32_t>(query.number(5));
    column = 6;
    for (std::string* field : {&s.source, &s.cue, &s.content}) *field = query.text(column++);
    s.form = read_enum<Form>(query.number(9), kFormCount);
    s.act = read_enum<Act>(query.number(10), kActCount);
    s.negated = query.number(11) != 0;
    s.confidence = static_cast<float>(query.real(12));
    if (!query.is_null(13)) s.entity = static_cast<std::uint32_t>(query.number(13));
    found.push_back(std::move(s));
  }
  if (!row) return row.error();
  return found;
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
