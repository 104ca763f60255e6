// What people told a ledger about who is who, against or beyond what it finds itself.
// (Which statements have nothing to do with each other: told_apart.h.)
//
// A correction names entities by the key of their name (name_key.h), not by articles, so it outlives
// new versions and further articles. All corrections hold together and their order does not matter: merging
// is transitive; what is split off an entity is one of its own, which may be merged in its turn.
#ifndef HEARSAY_SRC_LEDGER_CORRECTIONS_H_
#define HEARSAY_SRC_LEDGER_CORRECTIONS_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "ledger/correction.h"
#include "ledger/identities.h"

namespace hearsay {

// The SQL that makes the table.
extern const char* const kCorrectionTables;

// Those of kinds that we know, by number.
Result<std::vector<Correction>> read_corrections(Database& database);
// The newest first: `limit` of those with a number smaller than `below`.
Result<std::vector<Correction>> read_newest_corrections(Database& database, std::int64_t below, int limit);
// Gives it the next number where it has none (0), and returns its number.
Result<std::int64_t> write_correction(Database& database, const Correction& correction);
// False if there is no correction of this number.
Result<bool> delete_correction(Database& database, std::int64_t number);

// The key of what a split makes. No name has it.
std::string split_key(const Correction& correction);

// The corrections as a map from what a ledger finds to what holds. Keys are those of
// entities: of the name that Identities::resolve() gives, or unnamed_key().
class Corrected {
 public:
  // Asks `identities` for what the keys mean now.
  Corrected(const std::vector<Correction>& corrections, Database& database, Identities& identities);

  // Whose the use of `key` in an article is.
  std::string key_of(const std::string& key, std::int64_t article) const;
  // The same where it is not split off.
  std::string key_of(const std::string& key) const;

  // All keys that are one with this one, itself included; sorted.
  std::vector<std::string> members(const std::string& key) const;

  // Articles in which a member is somebody else; nullptr where there are none.
  const std::set<std::int64_t>* split_from(const std::string& key) const;

  // What a key of split_key() was split off, and where; nullptr for other keys.
  struct Part {
    std::string whole;
    std::set<std::int64_t> articles;
  };
  const Part* part(const std::string& key) const;

  // Keys of all that was split off, and of what was split off an entity.
  std::vector<std::string> part_keys() const;
  std::vector<std::string> part_keys(const std::string& key) const;

  // The key of the side that was told, "" where none was.
  std::string side_of(const std::string& key) const;

 private:
  void merge(const std::string& a, const std::string& b);

  std::map<std::string, std::string> leaders_;  // of each merged key, a key
  std::map<std::string, std::vector<std::string>> members_;
  std::map<std::string, Part> parts_;
  std::map<std::string, std::set<std::int64_t>> gone_;  // by the leader of the whole
  std::map<std::string, std::string> sides_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_CORRECTIONS_H_
