// The entities of a ledger as they are shown: names put together (identities.h), corrected by
// hand (corrections.h), with all that articles say of them.
//
// Cost: of everything but all(), the look-ups for the entities shown, whatever the
// size of the ledger. An entity is known by a key, which an id is the hash of.
// Threads: as its database. It sees the ledger as it was when it was made.
#ifndef HEARSAY_SRC_LEDGER_ENTITY_READER_H_
#define HEARSAY_SRC_LEDGER_ENTITY_READER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/corrections.h"
#include "ledger/identities.h"
#include "ledger/ledger.h"
#include "ledger/search_terms.h"

namespace hearsay {

// "E" and 16 hexadecimal digits.
std::string entity_id(std::string_view key);

class EntityReader {
 public:
  // The database must outlive the reader. Fails as Query::next() does.
  static Result<std::unique_ptr<EntityReader>> open(Database& database);
  ~EntityReader();

  // Whose an article's entity is. Empty where the article has no such entity.
  std::string key_of(std::int64_t article, std::uint32_t entity);

  // How an entity is called: the spelling that most articles have.
  std::string name_of(const std::string& key);

  // All but `uses`, unless `with_uses`.
  LedgerEntity read(const std::string& key, bool with_uses);

  // Keys of those who have these words in one of their names, whole and in this order; of many, those
  // that say most. With `with_roles` also of those who have the words in a role, among the 5,000 names that
  // say most. Requires: `words` is a key.
  std::vector<std::string> find(const std::string& words, std::size_t limit, bool with_roles);

  // Keys of those who have this name, by key.
  std::vector<std::string> called(const std::string& name);

  // Keys of those whom somebody means who types a name or an id: those called so, else those with these
  // words in one of their names. Linear in the ledger for the id of one without a name.
  std::vector<std::string> mean(const std::string& text);

  // Keys of those who say most, by that; at least `limit` of them if there are so many.
  std::vector<std::string> most_talkative(std::size_t limit);

  // Keys of the next `limit` of those whom a list has (Ledger::entity_page): with these words, which are a
  // key, in a name (or, as find() does, in a role), or, where there are none, all who say anything. `place`
  // says where the list begins, and is then where it goes on; nothing at its end.
  std::vector<std::string> page_of(const std::string& words, bool with_roles, std::size_t limit,
                                   std::optional<ListPlace>& place);

  // Keys of all, sorted. Linear in the ledger.
  std::vector<std::string> all();

  // Numbers of the statements that it makes, or others about it, the newest first, within a range.
  std::vector<std::int64_t> said(const std::string& key, NumberRange range, std::size_t limit);
  std::vector<std::int64_t> about(const std::string& key, NumberRange range, std::size_t limit);

  const Result<Success>& state() const { return identities_.state(); }

 private:
  // What belongs to an entity: all uses of names but those in some articles, and single uses.
  struct Parts {
    std::vector<std::int64_t> names;
    std::vector<EntityUse> uses;
  };
  struct Facts;

  explicit EntityReader(Database& database);
  Parts parts_of(const std::string& key);
  void add_uses_of(const NameGroup& group, const std::string& key, Parts& parts);
  void add_name(std::int64_t name, Facts& facts);
  void add_use(const EntityUse& use, Facts& facts);
  const Facts& facts_of(const std::string& key);
  std::string key_with_id(const std::string& id);
  std::string article_id(std::int64_t article);
  std::string bearer_key(std::int64_t name);
  std::string whole_of(const std::string& key);
  std::string side_of(const std::string& key);
  std::int64_t count_articles(const Parts& parts);
  void add_bearers(std::int64_t name, std::vector<std::string>& keys);
  void add_meanings(std::int64_t name, std::vector<std::string>& keys);
  std::string spelling_of(std::int64_t name);
  std::string find_name(const std::string& key);
  struct Hit {
    std::int64_t said = 0, hash = 0, name = 0;
    bool by_role = false;
  };
  void add_role_hits(const std::string& words, std::vector<Hit>& hits);
  std::vector<std::string> keys_of(const Hit& hit);
  std::vector<Hit> hits_of(const std::string& words, bool with_roles);
  std::int64_t loudest_name(const std::string& key);
  std::vector<std::string> first_named_by(std::int64_t name);
  std::vector<std::string> page_of_talkative(std::size_t limit, std::optional<ListPlace>& place);
  std::vector<std::string> page_of_named(const std::string& words, bool with_roles, std::size_t limit,
                                         std::optional<ListPlace>& place);
  std::vector<std::int64_t> statements(const std::string& key, NumberRange range, std::size_t limit,
                                       bool said);

  Database& database_;
  Identities identities_;
  std::unique_ptr<Corrected> corrected_;
  Query article_id_, said_, about_, facts_, use_in_, most_, word_, names_, unnamed_, article_number_,
      spelled_;
  std::unordered_map<std::int64_t, std::string> ids_;
  std::unordered_map<std::string, std::string> called_;  // by key: what name_of() gave
  std::map<std::string, std::unique_ptr<Facts>> kept_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ENTITY_READER_H_
