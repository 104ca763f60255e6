#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "ledger/content_hash.h"
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

}  // namespace

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

}  // namespace hearsay
