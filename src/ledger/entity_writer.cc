#include "ledger/entity_writer.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ledger/name_key.h"

namespace hearsay {
namespace {

// Names kept in memory; more are read again.
constexpr std::size_t kMaxKnown = 300'000;

// The number of another name, or a text.
template <typename Fact>
void bind_value(Query& query, const Fact& fact) {
  const bool is_text = fact.fact == NameFact::spelling || fact.fact == NameFact::role;
  is_text ? query.bind(std::string_view(fact.text)) : query.bind(fact.number);
}

}  // namespace

const char* const kEntityTables = R"sql(
CREATE TABLE names (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  hash INTEGER NOT NULL,
  spelling TEXT NOT NULL,
  uses INTEGER NOT NULL DEFAULT 0, called INTEGER NOT NULL DEFAULT 0,
  said INTEGER NOT NULL DEFAULT 0, about INTEGER NOT NULL DEFAULT 0,
  persons INTEGER NOT NULL DEFAULT 0, organizations INTEGER NOT NULL DEFAULT 0,
  places INTEGER NOT NULL DEFAULT 0, events INTEGER NOT NULL DEFAULT 0, groups INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX names_by_hash ON names(hash);
CREATE INDEX names_by_said ON names(said DESC, hash) WHERE said > 0;
CREATE TABLE name_words (
  word TEXT NOT NULL,
  name INTEGER NOT NULL,
  PRIMARY KEY (word, name)
) WITHOUT ROWID;
CREATE TABLE name_facts (
  name INTEGER NOT NULL,
  fact INTEGER NOT NULL,
  value NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (name, fact, value)
) WITHOUT ROWID;
CREATE TABLE name_uses (
  name INTEGER NOT NULL,
  article INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  bearer INTEGER NOT NULL,
  said INTEGER NOT NULL, about INTEGER NOT NULL,
  PRIMARY KEY (name, article, entity)
) WITHOUT ROWID;
CREATE TABLE article_entities (
  article INTEGER PRIMARY KEY,
  entities BLOB NOT NULL
);
)sql";

EntityWriter::EntityWriter(Database& d)
    : names_(d,
             "INSERT OR FAIL INTO names(number, key, hash, spelling, uses, called, said, about, persons, "
             "organizations, "
             "places, events, groups)",
             13),
      words_(d, "INSERT OR IGNORE INTO name_words(word, name)", 2),
      new_facts_(d, "INSERT OR FAIL INTO name_facts(name, fact, value, count)", 4,
                 "ON CONFLICT DO UPDATE SET count = count + excluded.count"),
      new_uses_(d, "INSERT OR FAIL INTO name_uses(name, article, entity, bearer, said, about)", 6),
      version_(d, "PRAGMA data_version"),
      last_(d, "SELECT max(number) FROM names"),
      find_(d, "SELECT number, spelling FROM names WHERE hash = ? AND key = ?"),
      by_number_(d, "SELECT spelling FROM names WHERE number = ?"),
      article_(d, "INSERT INTO article_entities(article, entities) VALUES (?, ?)"),
      read_(d, "SELECT entities FROM article_entities WHERE article = ?"),
      forget_article_(d, "DELETE FROM article_entities WHERE article = ?"),
      count_(d,
             "UPDATE names SET uses = uses + ?, called = called + ?, said = said + ?, about = about + ?, "
             "persons = persons + ?, organizations = organizations + ?, places = places + ?, "
             "events = events + ?, groups = groups + ? WHERE number = ?"),
      fewer_(d, "UPDATE name_facts SET count = count + ? WHERE name = ? AND fact = ? AND value = ?"),
      forget_fact_(d, "DELETE FROM name_facts WHERE name = ? AND fact = ? AND value = ? AND count <= 0"),
      forget_uses_(d, "DELETE FROM name_uses WHERE name = ? AND article = ?"),
      forget_name_(d, "DELETE FROM names WHERE number = ? AND uses <= 0 AND called <= 0 RETURNING key"),
      forget_words_(d, "DELETE FROM name_words WHERE word = ? AND name = ?") {}

Result<Success> EntityWriter::begin() {
  if (!uses_.empty()) return Success{};  // in the midst of a transaction
  // Another process may have written since our last one.
  const Result<bool> row = version_.next();
  if (!row) return row.error();
  const std::int64_t version = version_.number(0);
  version_.reset();
  if (version == seen_version_ && next_ != 0 && known_.size() <= kMaxKnown) return Success{};
  seen_version_ = version;
  known_.clear();
  spellings_.clear();
  const Result<bool> last = last_.next();
  if (!last) return last.error();
  next_ = last_.number(0) + 1;
  last_.reset();
  return Success{};
}

Result<std::int64_t> EntityWriter::find_or_add(const std::string& key, const std::string& spelling) {
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  const Result<bool> found = find_.bind(key_hash(key)).bind(key).next();
  std::int64_t number = 0;
  if (found && *found) {
    number = find_.number(0);
    spellings_.emplace(number, find_.text(1));
  }
  find_.reset();
  if (!found) return found.error();
  if (number == 0) {
    number = next_++;
    new_.push_back({.key = key, .spelling = spelling, .counts = {}});
    spellings_.emplace(number, spelling);
  }
  known_.emplace(key, number);
  return number;
}

EntityWriter::Counts& EntityWriter::counts_of(std::int64_t name) {
  const std::int64_t first_new = next_ - static_cast<std::int64_t>(new_.size());
  if (name >= first_new) return new_[static_cast<std::size_t>(name - first_new)].counts;
  return counts_[name];
}

Result<Success> EntityWriter::add(const Document& doc, std::int64_t article) {
  return add(doc, prepare_entities(doc), article);
}

Result<Success> EntityWriter::add(const Document& doc, const std::vector<PreparedEntity>& prepared,
                                  std::int64_t article) {
  if (const auto begun = begin(); !begun) return begun.error();
  std::vector<StoredEntity> entities(doc.entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const Entity& e = doc.entities[i];
    const PreparedEntity& p = prepared[i];
    entities[i] = {.spelling = e.name,
                   .kind = e.kind,
                   .aliases = {},
                   .roles = e.roles,
                   .member_of = e.member_of,
                   .said = p.said,
                   .about = p.about};
    if (p.key.empty()) continue;
    const Result<std::int64_t> name = find_or_add(p.key, e.name);
    if (!name) return name.error();
    entities[i].name = *name;
    for (std::size_t k = 0; k < e.aliases.size(); ++k) {
      if (p.alias_keys[k].empty()) continue;
      const Result<std::int64_t> alias = find_or_add(p.alias_keys[k], e.aliases[k]);
      if (!alias) return alias.error();
      entities[i].aliases.push_back({.name = *alias, .spelling = e.aliases[k]});
    }
  }
  if (const auto done = article_.bind(article).bind_blob(encode_entities(entities)).run(); !done)
    return done.error();
  return count(entities, article, 1);
}

Result<Success> EntityWriter::count_spelling(std::int64_t name, const std::string& spelling, int sign) {
  auto known = spellings_.find(name);
  if (known == spellings_.end()) {
    const Result<bool> row = by_number_.bind(name).next();
    if (!row) return row.error();
    known = spellings_.emplace(name, *row ? by_number_.text(0) : "").first;
    by_number_.reset();
  }
  if (known->second != spelling) facts_.push_back({name, NameFact::spelling, 0, spelling, sign});
  return Success{};
}

Result<Success> EntityWriter::count(const std::vector<StoredEntity>& entities, std::int64_t article,
                                    int sign) {
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const StoredEntity& e = entities[i];
    if (e.name == 0) continue;
    Counts& counts = counts_of(e.name);
    counts.uses += sign;
    counts.said += sign * static_cast<std::int64_t>(e.said.size());
    counts.about += sign * static_cast<std::int64_t>(e.about.size());
    counts.kinds[static_cast<std::size_t>(e.kind)] += sign;
    counts.shrank |= sign < 0;
    if (const auto done = count_spelling(e.name, e.spelling, sign); !done) return done.error();
    Use use{.name = e.name, .article = article, .entity = static_cast<std::int64_t>(i)};
    use.said = static_cast<std::int64_t>(e.said.size());
    use.about = static_cast<std::int64_t>(e.about.size());
    uses_.push_back(use);
    std::vector<std::int64_t> aliases;
    for (const StoredEntity::Alias& alias : e.aliases) {
      Counts& called = counts_of(alias.name);
      called.called += sign;
      called.shrank |= sign < 0;
      if (const auto done = count_spelling(alias.name, alias.spelling, sign); !done) return done.error();
      if (alias.name == e.name || std::ranges::find(aliases, alias.name) != aliases.end()) continue;
      aliases.push_back(alias.name);
      facts_.push_back({e.name, NameFact::alias, alias.name, "", sign});
      facts_.push_back({alias.name, NameFact::bearer, e.name, "", sign});
      uses_.push_back({.name = alias.name, .article = article, .entity = use.entity, .bearer = e.name});
    }
    for (const std::string& role : e.roles) facts_.push_back({e.name, NameFact::role, 0, role, sign});
    for (const std::uint32_t whole : e.member_of) {
      const std::int64_t other = entities[whole].name;
      if (other != 0 && other != e.name) facts_.push_back({e.name, NameFact::whole, other, "", sign});
    }
  }
  return Success{};
}

Result<Success> EntityWriter::remove(std::int64_t article) {
  if (const auto begun = begin(); !begun) return begun.error();
  // First what waits, for some of it may be this article's.
  if (const auto done = flush(); !done) return done.error();
  const Result<bool> row = read_.bind(article).next();
  if (!row) return row.error();
  std::optional<std::vector<StoredEntity>> entities;
  if (*row) entities = decode_entities(read_.text(0));
  read_.reset();
  if (!*row) return Success{};
  if (!entities) return Error{ErrorCode::invalid_input, "the entities of an article are damaged"};
  if (const auto done = count(*entities, article, -1); !done) return done.error();
  for (const Use& use : uses_) {
    if (const auto done = forget_uses_.bind(use.name).bind(use.article).run(); !done) return done.error();
  }
  uses_.clear();
  if (const auto done = forget_article_.bind(article).run(); !done) return done.error();
  return flush();
}

Result<Success> EntityWriter::write_names() {
  std::int64_t number = next_ - static_cast<std::int64_t>(new_.size());
  return names_.write(new_, [&](Query& row, const NewName& name) {
    const Counts& c = name.counts;
    row.bind(number++).bind(std::string_view(name.key)).bind(key_hash(name.key));
    row.bind(std::string_view(name.spelling));
    row.bind(c.uses).bind(c.called).bind(c.said).bind(c.about);
    for (const std::int64_t kind : c.kinds) row.bind(kind);
  });
}

Result<Success> EntityWriter::write_words() {
  std::vector<std::pair<std::string, std::int64_t>> words;
  std::int64_t number = next_ - static_cast<std::int64_t>(new_.size());
  for (const NewName& name : new_) {
    for (std::string& word : index_words(name.key)) words.emplace_back(std::move(word), number);
    ++number;
  }
  std::sort(words.begin(), words.end());
  return words_.write(
      words, [](Query& row, const auto& word) { row.bind(std::string_view(word.first)).bind(word.second); });
}

Result<Success> EntityWriter::write_counts() {
  for (const auto& [name, c] : counts_) {
    count_.bind(c.uses).bind(c.called).bind(c.said).bind(c.about);
    for (const std::int64_t kind : c.kinds) count_.bind(kind);
    if (const auto done = count_.bind(name).run(); !done) return done.error();
  }
  return Success{};
}

Result<Success> EntityWriter::withdraw_fact(const FactChange& fact) {
  fewer_.bind(fact.change);
  for (Query* query : {&fewer_, &forget_fact_}) {
    query->bind(fact.name).bind(static_cast<std::int64_t>(fact.fact));
    bind_value(*query, fact);
    if (const auto done = query->run(); !done) return done.error();
  }
  return Success{};
}

Result<Success> EntityWriter::write_facts() {
  const auto key = [](const FactChange& f) { return std::tie(f.name, f.fact, f.number, f.text); };
  std::sort(facts_.begin(), facts_.end(),
            [&](const FactChange& a, const FactChange& b) { return key(a) < key(b); });
  std::vector<FactChange> more;
  for (std::size_t i = 0; i < facts_.size();) {
    FactChange sum = std::move(facts_[i]);
    for (++i; i < facts_.size() && key(facts_[i]) == key(sum); ++i) sum.change += facts_[i].change;
    if (sum.change > 0)
      more.push_back(std::move(sum));
    else if (sum.change < 0)
      if (const auto done = withdraw_fact(sum); !done) return done.error();
  }
  return new_facts_.write(more, [](Query& row, const FactChange& fact) {
    row.bind(fact.name).bind(static_cast<std::int64_t>(fact.fact));
    bind_value(row, fact);
    row.bind(fact.change);
  });
}

Result<Success> EntityWriter::write_uses() {
  std::sort(uses_.begin(), uses_.end(), [](const Use& a, const Use& b) {
    return std::tie(a.name, a.article, a.entity) < std::tie(b.name, b.article, b.entity);
  });
  return new_uses_.write(uses_, [](Query& row, const Use& use) {
    row.bind(use.name).bind(use.article).bind(use.entity).bind(use.bearer).bind(use.said).bind(use.about);
  });
}

// Names that nobody has any more.
Result<Success> EntityWriter::forget_names() {
  for (const auto& [name, c] : counts_) {
    if (!c.shrank) continue;
    const Result<bool> gone = forget_name_.bind(name).next();
    const std::string key(gone && *gone ? forget_name_.text(0) : "");
    forget_name_.reset();
    if (!gone) return gone.error();
    if (key.empty()) continue;
    known_.erase(key);
    spellings_.erase(name);
    for (const std::string& word : index_words(key)) {
      if (const auto done = forget_words_.bind(word).bind(name).run(); !done) return done.error();
    }
  }
  return Success{};
}

Result<Success> EntityWriter::flush() {
  if (const auto done = write_names(); !done) return done.error();
  if (const auto done = write_words(); !done) return done.error();
  if (const auto done = write_counts(); !done) return done.error();
  if (const auto done = write_facts(); !done) return done.error();
  if (const auto done = write_uses(); !done) return done.error();
  if (const auto done = forget_names(); !done) return done.error();
  new_.clear();
  counts_.clear();
  facts_.clear();
  uses_.clear();
  return Success{};
}

void EntityWriter::discard() {
  new_.clear();
  counts_.clear();
  facts_.clear();
  uses_.clear();
  next_ = 0;
}

}  // namespace hearsay
