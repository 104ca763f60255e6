#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "ledger/entity_reader.h"
#include "ledger/entity_writer.h"
#include "ledger/name_key.h"

namespace hearsay {
namespace {

constexpr std::int64_t kAll = std::numeric_limits<std::int64_t>::max();

// Names with a word that are looked at, and bearers of a name.
constexpr std::size_t kMostFound = 20'000;
constexpr std::size_t kMostMeanings = 50;

// Names whose roles are looked at, the most talkative first.
constexpr std::int64_t kMostAsked = 5'000;

}  // namespace

// Keys of all whom a name means that stands alone.
void EntityReader::add_bearers(std::int64_t name, std::vector<std::string>& keys) {
  for (const std::int64_t meaning : identities_.meanings(name)) {
    const NameRow* row = identities_.row(meaning);
    if (row == nullptr) continue;
    keys.push_back(corrected_->key_of(row->key));
    for (std::string& part : corrected_->part_keys(row->key)) keys.push_back(std::move(part));
  }
}

// The same, and of all who have it besides another name.
void EntityReader::add_meanings(std::int64_t name, std::vector<std::string>& keys) {
  add_bearers(name, keys);
  std::vector<Bearer> bearers = identities_.related(name, static_cast<std::int64_t>(NameFact::bearer));
  if (bearers.size() > kMostMeanings) bearers.resize(kMostMeanings);
  for (const Bearer& bearer : bearers) add_bearers(bearer.name, keys);
}

// Whom a hit brings: a role is that of those whom the name means, and of nobody else who is called so, too.
std::vector<std::string> EntityReader::keys_of(const Hit& hit) {
  std::vector<std::string> keys;
  hit.by_role ? add_bearers(hit.name, keys) : add_meanings(hit.name, keys);
  return keys;
}

// Of the names that say most, those with these words in a role.
void EntityReader::add_role_hits(const std::string& words, std::vector<Hit>& hits) {
  Query roles(database_, R"sql(
SELECT n.number, n.said, n.hash, f.value FROM
  (SELECT number, said, hash FROM names WHERE said > 0 ORDER BY said DESC, hash LIMIT ?) AS n
  CROSS JOIN name_facts AS f ON f.name = n.number AND f.fact = ?)sql");
  roles.bind(kMostAsked).bind(static_cast<std::int64_t>(NameFact::role));
  while (identities_.step(roles)) {
    if (holds_words(name_key(roles.text(3)), words))
      hits.push_back(
          {.said = roles.number(1), .hash = roles.number(2), .name = roles.number(0), .by_role = true});
  }
}

// Names that have these words, or whose bearers have them in a role where that is asked for, the most
// talkative first.
std::vector<EntityReader::Hit> EntityReader::hits_of(const std::string& words, bool with_roles) {
  const std::vector<std::string_view> all = words_of_key(words);
  if (all.empty()) return {};
  const std::string_view rarest =
      *std::max_element(all.begin(), all.end(), [](auto a, auto b) { return a.size() < b.size(); });
  std::vector<std::int64_t> found;
  word_.bind(rarest).bind(static_cast<std::int64_t>(kMostFound));
  while (identities_.step(word_)) found.push_back(word_.number(0));
  word_.reset();
  std::vector<Hit> hits;
  for (const std::int64_t name : found) {
    const NameRow* row = identities_.row(name);
    if (row == nullptr || !holds_words(row->key, words)) continue;
    hits.push_back({.said = row->said, .hash = key_hash(row->key), .name = name, .by_role = false});
  }
  if (with_roles) add_role_hits(words, hits);
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::tie(b.said, a.hash, a.name) < std::tie(a.said, b.hash, b.name);
  });
  return hits;
}

std::vector<std::string> EntityReader::find(const std::string& words, std::size_t limit, bool with_roles) {
  std::vector<std::string> keys;
  std::set<std::string> seen;
  for (const Hit& hit : hits_of(words, with_roles)) {
    std::vector<std::string> more = keys_of(hit);
    for (std::string& key : more) {
      if (seen.insert(key).second) keys.push_back(std::move(key));
    }
    if (keys.size() >= 2 * limit) break;
  }
  return keys;
}

std::vector<std::string> EntityReader::called(const std::string& name) {
  std::vector<std::string> keys;
  if (const std::int64_t number = identities_.find(name)) add_meanings(number, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

// "" where there is none.
std::string EntityReader::key_with_id(const std::string& id) {
  Query named(database_, "SELECT number FROM names WHERE hash = ? AND uses > 0");
  const std::uint64_t hash = std::strtoull(id.c_str() + 1, nullptr, 16);
  if (identities_.step(named.bind(static_cast<std::int64_t>(hash)))) return bearer_key(named.number(0));
  for (const std::string& key : corrected_->part_keys()) {
    if (entity_id(key) == id) return corrected_->key_of(key);
  }
  while (identities_.step(unnamed_)) {
    const std::int64_t article = unnamed_.number(0);
    const auto entities = decode_entities(unnamed_.text(1));
    for (std::uint32_t i = 0; entities && i < entities->size(); ++i) {
      if ((*entities)[i].name != 0 || entity_id(unnamed_key(article_id(article), i)) != id) continue;
      unnamed_.reset();
      return key_of(article, i);
    }
  }
  return "";
}

std::vector<std::string> EntityReader::mean(const std::string& text) {
  if (text.size() == 17 && text[0] == 'E' && text.find_first_not_of("0123456789abcdef", 1) == text.npos) {
    const std::string key = key_with_id(text);
    return key.empty() ? std::vector<std::string>() : std::vector<std::string>{key};
  }
  const std::string words = name_key(text);
  const std::vector<std::string> exact = called(words);
  // A whole name means its bearer, even where somebody else is called so besides.
  const bool is_whole = words.find(' ') != words.npos;
  if (is_whole && std::find(exact.begin(), exact.end(), words) != exact.end()) return {words};
  return exact.empty() ? find(words, kMostMeanings, false) : exact;
}

std::vector<std::string> EntityReader::most_talkative(std::size_t limit) {
  std::vector<std::string> keys;
  std::set<std::string> seen;
  most_.bind(static_cast<std::int64_t>(2 * limit + 20));
  std::vector<std::int64_t> names;
  while (identities_.step(most_)) names.push_back(most_.number(0));
  for (const std::int64_t name : names) {
    std::vector<std::string> more;
    add_bearers(name, more);
    for (std::string& key : more) {
      if (seen.insert(key).second) keys.push_back(std::move(key));
    }
  }
  return keys;
}

// Of those whom a name means, those of whose names it says most.
std::vector<std::string> EntityReader::first_named_by(std::int64_t name) {
  std::vector<std::string> keys, bearers;
  add_bearers(name, bearers);
  std::sort(bearers.begin(), bearers.end());
  bearers.erase(std::unique(bearers.begin(), bearers.end()), bearers.end());
  for (std::string& key : bearers) {
    if (loudest_name(key) == name) keys.push_back(std::move(key));
  }
  return keys;
}

namespace {

// A page that is being filled.
struct Page {
  std::size_t limit = 0;
  std::vector<std::string> keys;

  // Adds what a name brings from the `skip`th on; false when it is full: then `place` says where it goes on.
  bool add(std::vector<std::string> more, std::int64_t said, std::int64_t hash, std::int64_t skip,
           std::optional<ListPlace>& place) {
    for (auto i = static_cast<std::size_t>(skip); i < more.size(); ++i) {
      if (keys.size() == limit) {
        place = {said, hash, static_cast<std::int64_t>(i)};
        return false;
      }
      keys.push_back(std::move(more[i]));
    }
    return true;
  }
};

}  // namespace

std::vector<std::string> EntityReader::page_of_talkative(std::size_t limit, std::optional<ListPlace>& place) {
  const ListPlace from = place.value_or(ListPlace{kAll, 0, 0});
  place.reset();
  Query equal(database_,
              "SELECT number, said, hash FROM names WHERE said > 0 AND said = ? AND hash >= ? ORDER BY hash");
  Query less(database_,
             "SELECT number, said, hash FROM names WHERE said > 0 AND said < ? ORDER BY said DESC, hash");
  equal.bind(from[0]).bind(from[1]);
  less.bind(from[0]);
  Page page{limit, {}};
  for (Query* names : {&equal, &less}) {
    while (identities_.step(*names)) {
      const std::int64_t said = names->number(1), hash = names->number(2);
      const std::int64_t skip = said == from[0] && hash == from[1] ? from[2] : 0;
      if (!page.add(first_named_by(names->number(0)), said, hash, skip, place)) return page.keys;
    }
  }
  return page.keys;
}

std::vector<std::string> EntityReader::page_of_named(const std::string& words, bool with_roles,
                                                     std::size_t limit, std::optional<ListPlace>& place) {
  const ListPlace from = place.value_or(ListPlace{kAll, 0, 0});
  place.reset();
  Page page{limit, {}};
  std::set<std::string> seen;
  for (const Hit& hit : hits_of(words, with_roles)) {
    std::vector<std::string> more = keys_of(hit);
    std::erase_if(more, [&](const std::string& key) { return !seen.insert(key).second; });
    const bool is_before = std::pair(-hit.said, hit.hash) < std::pair(-from[0], from[1]);
    const bool is_there = hit.said == from[0] && hit.hash == from[1];
    if (!is_before && !page.add(std::move(more), hit.said, hit.hash, is_there ? from[2] : 0, place)) break;
  }
  return page.keys;
}

std::vector<std::string> EntityReader::page_of(const std::string& words, bool with_roles, std::size_t limit,
                                               std::optional<ListPlace>& place) {
  return words.empty() ? page_of_talkative(limit, place) : page_of_named(words, with_roles, limit, place);
}

std::vector<std::string> EntityReader::all() {
  std::vector<std::int64_t> names, articles;
  while (identities_.step(names_)) names.push_back(names_.number(0));
  std::set<std::string> keys;
  const auto add_uses = [&](const std::string& key) {
    // An entity that corrections take apart: each of its uses tells.
    const std::int64_t base = identities_.find(key);
    const NameGroup group = identities_.group(base);
    std::vector<EntityUse> uses = group.uses;
    for (const std::int64_t one : group.names) {
      const std::vector<EntityUse> more = identities_.uses(one, kAll);
      uses.insert(uses.end(), more.begin(), more.end());
    }
    for (const EntityUse& use : uses) keys.insert(key_of(use.article, use.entity));
  };
  for (const std::int64_t name : names) {
    for (const std::int64_t meaning : identities_.meanings(name)) {
      const NameRow* row = identities_.row(meaning);
      if (row == nullptr) continue;
      const std::string key = row->key;
      corrected_->split_from(key) == nullptr ? void(keys.insert(corrected_->key_of(key))) : add_uses(key);
    }
  }
  while (identities_.step(unnamed_)) {
    const std::int64_t article = unnamed_.number(0);
    const auto entities = decode_entities(unnamed_.text(1));
    for (std::uint32_t i = 0; entities && i < entities->size(); ++i) {
      if ((*entities)[i].name == 0)
        keys.insert(corrected_->key_of(unnamed_key(article_id(article), i), article));
    }
  }
  return {keys.begin(), keys.end()};
}

}  // namespace hearsay
