#include "ledger/entity_reader.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/entity_writer.h"
#include "ledger/name_key.h"

namespace hearsay {
namespace {

constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

// Wholes of wholes that are looked at for a side.
constexpr int kDeepest = 8;

// Uses of an entity's other names that are looked up to count its articles exactly.
constexpr std::size_t kMostCounted = 1'000;

// The most frequent one, the first of equals.
template <typename Key>
Key most_frequent_of(const std::map<Key, std::int64_t>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

// All that articles say of an entity.
struct EntityReader::Facts {
  Parts parts;
  std::map<std::int64_t, std::map<std::string, std::int64_t>> spellings;  // by name
  std::set<std::string> aliases, roles;
  std::map<std::string, std::int64_t> wholes;  // by key
  KindCounts kinds{};
  std::int64_t said = 0;
};

std::string entity_id(std::string_view key) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const auto hash = static_cast<std::uint64_t>(key_hash(key));
  std::string id = "E";
  for (int shift = 60; shift >= 0; shift -= 4) id += kHex[hash >> shift & 15];
  return id;
}

EntityReader::EntityReader(Database& d)
    : database_(d),
      identities_(d),
      article_id_(d, "SELECT id FROM articles WHERE number = ?"),
      said_(d,
            "SELECT article, entity FROM name_uses WHERE name = ? AND article >= ? AND article < ? AND said "
            "> 0 "
            "ORDER BY article DESC, entity DESC"),
      about_(d,
             "SELECT article, entity FROM name_uses WHERE name = ? AND article >= ? AND article < ? AND "
             "about > 0 "
             "ORDER BY article DESC, entity DESC"),
      facts_(d, "SELECT fact, value, count FROM name_facts WHERE name = ?"),
      use_in_(d, "SELECT 1 FROM name_uses WHERE name = ? AND article = ? AND bearer = 0"),
      most_(d, "SELECT number FROM names WHERE said > 0 ORDER BY said DESC, hash LIMIT ?"),
      word_(d, "SELECT name FROM name_words WHERE word = ? LIMIT ?"),
      names_(d, "SELECT number FROM names WHERE uses > 0"),
      unnamed_(d, "SELECT article, entities FROM article_entities ORDER BY article"),
      article_number_(d, "SELECT number FROM articles WHERE id = ? AND replaced_by IS NULL"),
      spelled_(d, "SELECT value, count FROM name_facts WHERE name = ? AND fact = 0") {}

EntityReader::~EntityReader() {
  // It only ends a reading, which cannot fail in a way that matters.
  (void)database_.execute("RELEASE entities");
}

Result<std::unique_ptr<EntityReader>> EntityReader::open(Database& database) {
  // One transaction for all look-ups: SQLite locks the file for each that has none.
  if (const auto begun = database.execute("SAVEPOINT entities"); !begun) return begun.error();
  std::unique_ptr<EntityReader> reader(new EntityReader(database));
  const auto corrections = read_corrections(database);
  if (!corrections) return corrections.error();
  reader->corrected_ = std::make_unique<Corrected>(*corrections, database, reader->identities_);
  if (!reader->state()) return reader->state().error();
  return reader;
}

std::string EntityReader::article_id(std::int64_t article) {
  if (const auto known = ids_.find(article); known != ids_.end()) return known->second;
  std::string id;
  if (identities_.step(article_id_.bind(article))) id = article_id_.text(0);
  article_id_.reset();
  return ids_[article] = id;
}

std::string EntityReader::key_of(std::int64_t article, std::uint32_t entity) {
  const std::vector<StoredEntity>& entities = identities_.entities(article);
  if (entity >= entities.size()) return "";
  const std::int64_t name = entities[entity].name;
  if (name == 0) return corrected_->key_of(unnamed_key(article_id(article), entity), article);
  const NameRow* row = identities_.row(identities_.resolve(article, name));
  return row == nullptr ? std::string() : corrected_->key_of(row->key, article);
}

// An article's entity by unnamed_key(), if the key is one.
struct UnnamedUse {
  std::string article;
  std::uint32_t entity = 0;
};
static std::optional<UnnamedUse> read_unnamed_key(const std::string& key) {
  if (!key.starts_with('\n')) return std::nullopt;
  const std::size_t end = key.find('\n', 1);
  if (end == key.npos) return std::nullopt;
  return UnnamedUse{.article = key.substr(end + 1),
                    .entity = static_cast<std::uint32_t>(std::strtoul(key.c_str() + 1, nullptr, 10))};
}

// Those uses that are this entity's after all corrections.
void EntityReader::add_uses_of(const NameGroup& group, const std::string& key, Parts& parts) {
  const auto add = [&](const EntityUse& use) {
    if (key_of(use.article, use.entity) == key) parts.uses.push_back(use);
  };
  for (const std::int64_t name : group.names) {
    for (const EntityUse& use : identities_.uses(name, kAll)) add(use);
  }
  for (const EntityUse& use : group.uses) add(use);
}

EntityReader::Parts EntityReader::parts_of(const std::string& key) {
  Parts parts;
  for (const std::string& member : corrected_->members(key)) {
    std::vector<std::string> bases = {member};
    const Corrected::Part* part = corrected_->part(member);
    if (part != nullptr) bases = corrected_->members(part->whole);
    for (const std::string& base : bases) {
      if (const std::optional<UnnamedUse> unnamed = read_unnamed_key(base)) {
        if (identities_.step(article_number_.bind(unnamed->article)))
          parts.uses.push_back({.article = article_number_.number(0), .entity = unnamed->entity});
        article_number_.reset();
        continue;
      }
      const std::int64_t name = identities_.find(base);
      if (name == 0) continue;
      const NameGroup group = identities_.group(name);
      if (part != nullptr || corrected_->split_from(base) != nullptr) {
        add_uses_of(group, key, parts);
      } else {
        parts.names.insert(parts.names.end(), group.names.begin(), group.names.end());
        parts.uses.insert(parts.uses.end(), group.uses.begin(), group.uses.end());
      }
    }
  }
  std::sort(parts.uses.begin(), parts.uses.end());
  parts.uses.erase(std::unique(parts.uses.begin(), parts.uses.end()), parts.uses.end());
  return parts;
}

// The key of whom a name means, whatever the article.
std::string EntityReader::bearer_key(std::int64_t name) {
  std::int64_t bearer = identities_.resolve_everywhere(name);
  if (bearer == 0) {
    const std::vector<std::int64_t> meanings = identities_.meanings(name);
    const bool itself = std::find(meanings.begin(), meanings.end(), name) != meanings.end();
    bearer = itself || meanings.empty() ? name : meanings.front();
    // Numbers depend on the order of adding, keys do not.
    for (const std::int64_t one : itself ? std::vector<std::int64_t>() : meanings) {
      if (identities_.row(one)->key < std::string(identities_.row(bearer)->key)) bearer = one;
    }
  }
  const NameRow* row = identities_.row(bearer);
  return row == nullptr ? std::string() : corrected_->key_of(row->key);
}

void EntityReader::add_name(std::int64_t name, Facts& facts) {
  const NameRow* known = identities_.row(name);
  if (known == nullptr) return;
  const NameRow row = *known;
  facts.said += row.said;
  for (std::size_t i = 0; i < facts.kinds.size(); ++i) facts.kinds[i] += row.kinds[i];
  std::map<std::string, std::int64_t>& spellings = facts.spellings[name];
  std::int64_t others = 0;
  std::vector<std::pair<std::int64_t, std::int64_t>> aliases, wholes;
  facts_.bind(name);
  while (identities_.step(facts_)) {
    const std::int64_t count = facts_.number(2);
    switch (static_cast<NameFact>(facts_.number(0))) {
      case NameFact::spelling:
        spellings[std::string(facts_.text(1))] += count;
        others += count;
        break;
      case NameFact::role:
        facts.roles.emplace(facts_.text(1));
        break;
      case NameFact::alias:
        aliases.emplace_back(facts_.number(1), count);
        break;
      case NameFact::whole:
        wholes.emplace_back(facts_.number(1), count);
        break;
      default:
        break;
    }
  }
  if (row.uses + row.called > others) spellings[row.spelling] += row.uses + row.called - others;
  for (const auto& [spelling, count] : spellings) facts.aliases.insert(spelling);
  for (const auto& [alias, count] : aliases) facts.aliases.insert(spelling_of(alias));
  for (const auto& [whole, count] : wholes) facts.wholes[bearer_key(whole)] += count;
}

void EntityReader::add_use(const EntityUse& use, Facts& facts) {
  const std::vector<StoredEntity>& entities = identities_.entities(use.article);
  if (use.entity >= entities.size()) return;
  const StoredEntity e = entities[use.entity];
  facts.said += static_cast<std::int64_t>(e.said.size());
  ++facts.kinds[static_cast<std::size_t>(e.kind)];
  ++facts.spellings[e.name][e.spelling];
  facts.aliases.insert(e.spelling);
  for (const StoredEntity::Alias& alias : e.aliases) facts.aliases.insert(alias.spelling);
  facts.roles.insert(e.roles.begin(), e.roles.end());
  for (const std::uint32_t whole : e.member_of) ++facts.wholes[key_of(use.article, whole)];
}

const EntityReader::Facts& EntityReader::facts_of(const std::string& key) {
  if (const auto known = kept_.find(key); known != kept_.end()) return *known->second;
  auto facts = std::make_unique<Facts>();
  facts->parts = parts_of(key);
  for (const std::int64_t name : facts->parts.names) add_name(name, *facts);
  for (const EntityUse& use : facts->parts.uses) add_use(use, *facts);
  facts->wholes.erase(key);
  facts->wholes.erase("");
  return *(kept_[key] = std::move(facts));
}

// The spelling of a name that most articles have.
std::string EntityReader::spelling_of(std::int64_t name) {
  const NameRow* known = identities_.row(name);
  if (known == nullptr) return "";
  const NameRow row = *known;
  std::map<std::string, std::int64_t> spellings;
  std::int64_t others = 0;
  spelled_.bind(name);
  while (identities_.step(spelled_)) {
    spellings[std::string(spelled_.text(0))] = spelled_.number(1);
    others += spelled_.number(1);
  }
  spelled_.reset();
  spellings[row.spelling] += row.uses + row.called - others;
  return most_frequent_of(spellings);
}

std::string EntityReader::name_of(const std::string& key) {
  if (const auto known = called_.find(key); known != called_.end()) return known->second;
  return called_[key] = find_name(key);
}

std::string EntityReader::find_name(const std::string& key) {
  const bool is_plain = corrected_->part(key) == nullptr && corrected_->split_from(key) == nullptr;
  if (const std::int64_t name = identities_.find(key); name != 0 && is_plain) return spelling_of(name);
  const Facts& facts = facts_of(key);
  // Of a part, the longest name.
  std::map<std::string, std::int64_t> spellings;
  std::string longest;
  for (const auto& [name, counts] : facts.spellings) {
    const NameRow* row = name == 0 ? nullptr : identities_.row(name);
    const std::string own = row == nullptr ? std::string() : row->key;
    if (!spellings.empty() && own.size() <= longest.size()) continue;
    longest = own;
    spellings = counts;
  }
  return spellings.empty() ? std::string() : most_frequent_of(spellings);
}

// The one of its names that says most; 0 where none says anything.
std::int64_t EntityReader::loudest_name(const std::string& key) {
  std::tuple<std::int64_t, std::int64_t, std::int64_t> first{0, 0, 0};
  for (const auto& [name, spellings] : facts_of(key).spellings) {
    const NameRow* row = name == 0 ? nullptr : identities_.row(name);
    if (row != nullptr) first = std::min(first, {-row->said, key_hash(row->key), name});
  }
  return std::get<2>(first);
}

std::string EntityReader::whole_of(const std::string& key) {
  const Facts& facts = facts_of(key);
  return facts.wholes.empty() ? std::string() : most_frequent_of(facts.wholes);
}

// The topmost one that it belongs to, or that was told.
std::string EntityReader::side_of(const std::string& key) {
  std::string top = key;
  std::set<std::string> seen;
  for (int depth = 0; depth < kDeepest && seen.insert(top).second; ++depth) {
    if (std::string told = corrected_->side_of(top); !told.empty()) return told;
    const std::string whole = whole_of(top);
    if (whole.empty()) break;
    top = whole;
  }
  if (top != key) return top;
  return most_frequent(facts_of(key).kinds) == EntityKind::organization ? key : std::string();
}

std::int64_t EntityReader::count_articles(const Parts& parts) {
  std::set<std::int64_t> single;
  for (const EntityUse& use : parts.uses) single.insert(use.article);
  std::vector<std::pair<std::int64_t, std::int64_t>> names;  // uses, name
  for (const std::int64_t name : parts.names) {
    const NameRow* row = identities_.row(name);
    if (row != nullptr) names.emplace_back(row->uses, name);
  }
  if (names.empty()) return static_cast<std::int64_t>(single.size());
  std::sort(names.rbegin(), names.rend());
  std::int64_t count = names.front().first;
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (single.size() + static_cast<std::size_t>(names[i].first) > kMostCounted) {
      count += names[i].first;
      continue;
    }
    for (const EntityUse& use : identities_.uses(names[i].second, kAll)) single.insert(use.article);
  }
  for (const std::int64_t article : single) {
    const bool counted = identities_.step(use_in_.bind(names.front().second).bind(article));
    use_in_.reset();
    count += !counted;
  }
  return count;
}

LedgerEntity EntityReader::read(const std::string& key, bool with_uses) {
  const Facts& facts = facts_of(key);
  LedgerEntity entity{.id = entity_id(key), .key = key, .name = name_of(key)};
  entity.kind = most_frequent(facts.kinds);
  entity.named =
      !facts.parts.names.empty() || std::any_of(facts.spellings.begin(), facts.spellings.end(),
                                                [](const auto& names) { return names.first != 0; });
  std::set<std::string> aliases = facts.aliases;
  aliases.erase(entity.name);
  entity.aliases.assign(aliases.begin(), aliases.end());
  entity.roles.assign(facts.roles.begin(), facts.roles.end());
  for (const auto& [whole, count] : facts.wholes) entity.member_of.push_back(entity_id(whole));
  std::sort(entity.member_of.begin(), entity.member_of.end());
  if (const std::string side = side_of(key); !side.empty()) {
    entity.side = entity_id(side);
    entity.side_name = name_of(side);
  }
  if (const std::string whole = whole_of(key); !whole.empty()) entity.whole_name = name_of(whole);
  entity.statements = facts.said;
  entity.articles = count_articles(facts.parts);
  if (!with_uses) return entity;
  std::vector<EntityUse> uses = facts.parts.uses;
  for (const std::int64_t name : facts.parts.names) {
    const std::vector<EntityUse> more = identities_.uses(name, kAll);
    uses.insert(uses.end(), more.begin(), more.end());
  }
  for (const EntityUse& use : uses)
    entity.uses.push_back({.article = article_id(use.article), .entity = use.entity});
  std::sort(entity.uses.begin(), entity.uses.end(), [](const auto& a, const auto& b) {
    return std::tie(a.article, a.entity) < std::tie(b.article, b.entity);
  });
  return entity;
}

std::vector<std::int64_t> EntityReader::statements(const std::string& key, NumberRange range,
                                                   std::size_t limit, bool said) {
  const Parts parts = facts_of(key).parts;
  std::vector<std::int64_t> numbers;
  const auto add = [&](const EntityUse& use) {
    const std::vector<StoredEntity>& entities = identities_.entities(use.article);
    if (use.entity >= entities.size()) return;
    const StoredEntity& e = entities[use.entity];
    for (const std::uint32_t a : said ? e.said : e.about) {
      const std::int64_t number = statement_number(use.article, a);
      if (number >= range.first && number < range.last) numbers.push_back(number);
    }
  };
  for (const std::int64_t name : parts.names) {
    Query& query = said ? said_ : about_;
    const std::size_t wanted = numbers.size() + limit;
    query.bind(name).bind(article_of(range.first)).bind(article_of(range.last - 1) + 1);
    std::vector<EntityUse> uses;
    // Of the newest article, statements may lie beyond the range. All of an article's uses are looked at, for
    // they are not in the order of its statements.
    std::int64_t newest = -1, last = -1;
    std::size_t older = 0;
    while (identities_.step(query)) {
      const EntityUse use{.article = query.number(0), .entity = static_cast<std::uint32_t>(query.number(1))};
      if (older >= limit && use.article != last) break;
      if (newest < 0) newest = use.article;
      older += use.article != newest;
      last = use.article;
      uses.push_back(use);
    }
    query.reset();
    last = -1;
    for (const EntityUse& use : uses) {
      if (numbers.size() >= wanted && use.article != last) break;
      last = use.article;
      add(use);
    }
  }
  for (const EntityUse& use : parts.uses) add(use);
  std::sort(numbers.rbegin(), numbers.rend());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (numbers.size() > limit) numbers.resize(limit);
  return numbers;
}

std::vector<std::int64_t> EntityReader::said(const std::string& key, NumberRange range, std::size_t limit) {
  return statements(key, range, limit, true);
}

std::vector<std::int64_t> EntityReader::about(const std::string& key, NumberRange range, std::size_t limit) {
  return statements(key, range, limit, false);
}

}  // namespace hearsay
