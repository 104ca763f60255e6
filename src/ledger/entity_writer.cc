#include "ledger/entity_writer.h"

#include "ledger/identity.h"

namespace hearsay {

const char* const kEntityTables = R"sql(
CREATE TABLE names (
  number INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
);
CREATE TABLE entities (
  article INTEGER NOT NULL REFERENCES articles(number),
  entity INTEGER NOT NULL,
  name INTEGER NOT NULL REFERENCES names(number),
  spelling TEXT NOT NULL,
  kind INTEGER NOT NULL,
  named INTEGER NOT NULL,
  PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE TABLE roles (
  article INTEGER NOT NULL REFERENCES articles(number),
  entity INTEGER NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (article, entity, role)
) WITHOUT ROWID;
CREATE TABLE memberships (
  article INTEGER NOT NULL REFERENCES articles(number),
  entity INTEGER NOT NULL,
  member_of INTEGER NOT NULL,
  PRIMARY KEY (article, entity, member_of)
) WITHOUT ROWID;
CREATE INDEX entities_by_name ON entities(name);
CREATE TABLE aliases (
  article INTEGER NOT NULL REFERENCES articles(number),
  entity INTEGER NOT NULL,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  spelling TEXT NOT NULL,
  PRIMARY KEY (article, entity, position)
) WITHOUT ROWID;
CREATE INDEX aliases_by_key ON aliases(key);
)sql";

EntityWriter::EntityWriter(Database& d)
    : name_(d, "INSERT INTO names(key) VALUES (?) ON CONFLICT(key) DO NOTHING"),
      entity_(d,
              "INSERT INTO entities(article, entity, name, spelling, kind, named) "
              "SELECT ?, ?, number, ?, ?, ? FROM names WHERE key = ?"),
      alias_(d, "INSERT INTO aliases(article, entity, position, key, spelling) VALUES (?, ?, ?, ?, ?)"),
      role_(d, "INSERT OR IGNORE INTO roles(article, entity, role) VALUES (?, ?, ?)"),
      membership_(d, "INSERT INTO memberships(article, entity, member_of) VALUES (?, ?, ?)"),
      remove_entities_(d, "DELETE FROM entities WHERE article = ?"),
      remove_aliases_(d, "DELETE FROM aliases WHERE article = ?"),
      remove_roles_(d, "DELETE FROM roles WHERE article = ?"),
      remove_memberships_(d, "DELETE FROM memberships WHERE article = ?") {}

Result<Success> EntityWriter::add_entity(const Entity& e, std::uint32_t number, const std::string& key,
                                         std::int64_t article) {
  const std::int64_t entity = number;
  if (const auto done = name_.bind(key).run(); !done) return done.error();
  Query& query = entity_.bind(article).bind(entity).bind(e.name);
  query.bind(static_cast<std::int64_t>(e.kind)).bind(std::int64_t{e.named}).bind(key);
  if (const auto done = query.run(); !done) return done.error();
  std::int64_t position = 0;
  for (const std::string& alias : e.aliases) {
    if (!e.named) break;  // descriptions
    const std::string alias_key = name_key(alias);
    alias_.bind(article).bind(entity).bind(position++).bind(alias_key).bind(alias);
    if (const auto done = alias_.run(); !done) return done.error();
  }
  for (const std::string& role : e.roles) {
    if (const auto done = role_.bind(article).bind(entity).bind(role).run(); !done) return done.error();
  }
  for (const std::uint32_t other : e.member_of) {
    const auto done = membership_.bind(article).bind(entity).bind(std::int64_t{other}).run();
    if (!done) return done.error();
  }
  return Success{};
}

Result<Success> EntityWriter::add(const Document& doc, std::int64_t article) {
  for (std::uint32_t i = 0; i < doc.entities.size(); ++i) {
    const Entity& e = doc.entities[i];
    const std::string key = e.named ? name_key(e.name) : unnamed_key(doc.metadata.id, i);
    if (key.empty()) continue;
    if (const auto done = add_entity(e, i, key, article); !done) return done.error();
  }
  return Success{};
}

Result<Success> EntityWriter::remove(std::int64_t article) {
  for (Query* query : {&remove_entities_, &remove_aliases_, &remove_roles_, &remove_memberships_}) {
    if (const auto done = query->bind(article).run(); !done) return done.error();
  }
  return Success{};
}

}  // namespace hearsay
