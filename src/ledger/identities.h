// Who is who in a ledger: identity.h's rules over what the file holds near a name.
//
// Nothing is stored; each answer takes a few look-ups by index, whatever the size of
// the ledger, and is kept in memory. So the answers depend on the articles that are there alone.
// Threads: as its database.
#ifndef HEARSAY_SRC_LEDGER_IDENTITIES_H_
#define HEARSAY_SRC_LEDGER_IDENTITIES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/database.h"
#include "ledger/entity_bytes.h"
#include "ledger/identity.h"

namespace hearsay {

// A row of `names`.
struct NameRow {
  std::string key, spelling;
  std::int64_t uses = 0, called = 0, said = 0, about = 0;
  KindCounts kinds{};
};

// An entity of an article.
struct EntityUse {
  std::int64_t article = 0;
  std::uint32_t entity = 0;
  auto operator<=>(const EntityUse&) const = default;
};

// All that is called by one person's or thing's names: all uses of some names, and single
// uses of others.
struct NameGroup {
  std::vector<std::int64_t> names;  // by number
  std::vector<EntityUse> uses;      // of other names; sorted
};

class Identities {
 public:
  // The database must outlive it, and have the tables.
  explicit Identities(Database& database);

  // The name whose bearer an article means by a name: the longest that is known of him.
  std::int64_t resolve(std::int64_t article, std::int64_t name);

  // The same for an article that is not known, where it makes no difference; else 0.
  std::int64_t resolve_everywhere(std::int64_t name);

  // All whom the name means somewhere, each once, sorted.
  std::vector<std::int64_t> meanings(std::int64_t name);

  // What the bearer of a name that resolve() gave is called.
  NameGroup group(std::int64_t name);

  // The uses of a name as it stands, not as an alias, the newest first.
  std::vector<EntityUse> uses(std::int64_t name, std::int64_t limit);

  // nullptr where there is none. Valid until the next call of a non-const member.
  const NameRow* row(std::int64_t name);
  std::int64_t find(std::string_view key);  // 0: none
  // Numbers with counts.
  std::vector<Bearer> related(std::int64_t name, std::int64_t fact);
  // An article's entities; empty where it has none. Valid likewise.
  const std::vector<StoredEntity>& entities(std::int64_t article);

  // The first failure to read the file, after which answers mean nothing.
  const Result<Success>& state() const { return state_; }
  void fail(const Error& error);
  // True for a row; keeps the failure.
  bool step(Query& query);

 private:
  // Names that an article has, sorted. Valid likewise.
  const std::vector<std::int64_t>& names_in(std::int64_t article);
  bool is_alone_open(std::int64_t name);
  const std::vector<Bearer>& bearers(std::int64_t name);
  // Of a person's first and last name, the one that has a middle initial, too; 0 where there is none, or two.
  std::int64_t with_initial(std::int64_t name);
  // choose_dominant(), where a name with an initial and without are one.
  std::int64_t dominant(const std::vector<Bearer>& bearers);
  void add_similar(std::int64_t name, const NameRow& row, std::vector<Bearer>& found);
  std::int64_t decide(std::int64_t article, std::int64_t name);
  std::vector<Bearer> near_bearers(std::int64_t article, std::int64_t name);
  Evidence weigh(std::int64_t article, std::int64_t name, const Bearer& bearer);
  bool has_role(std::int64_t article, std::int64_t name, std::int64_t bearer);
  int shared_names(std::int64_t article, std::int64_t other, std::int64_t name, std::int64_t bearer);
  std::vector<std::int64_t> short_names(std::int64_t name);

  Query row_, find_, related_, role_, word_, entities_, uses_, before_, after_, before_called_, after_called_;
  std::unordered_map<std::int64_t, NameRow> rows_;
  std::unordered_map<std::int64_t, std::vector<Bearer>> bearers_;
  std::unordered_map<std::int64_t, std::int64_t> with_initial_;
  std::unordered_map<std::int64_t, std::vector<StoredEntity>> articles_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> names_in_;
  std::unordered_map<std::int64_t, std::unordered_map<std::int64_t, std::int64_t>> decided_;  // article, name
  Result<Success> state_ = Success{};
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_IDENTITIES_H_
