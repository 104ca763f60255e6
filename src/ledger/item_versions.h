// What publishers say of the versions of their articles: which is the newer one, and what became of it.
//
// A table of its own, with a row for each version of which something is said; in ledgers that were
// made without it, it is added when somebody writes. What fails, fails as Query::next() does.
#ifndef HEARSAY_SRC_LEDGER_ITEM_VERSIONS_H_
#define HEARSAY_SRC_LEDGER_ITEM_VERSIONS_H_

#include <cstdint>
#include <optional>
#include <string>

#include "hearsay/document.h"
#include "ledger/database.h"

namespace hearsay {

inline constexpr const char* kItemTables = R"sql(
CREATE TABLE IF NOT EXISTS item_versions (
  article INTEGER PRIMARY KEY REFERENCES articles(number),
  version INTEGER NOT NULL,
  status INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS item_versions_with_status ON item_versions(article) WHERE status > 0;
)sql";

// The place of a version among those of its article that are there.
struct VersionPlace {
  std::int64_t version = 0;      // from 1
  std::int64_t replaced_by = 0;  // number of the next one
  std::int64_t before = 0;       // number of the one before it; 0: none
};

class ItemVersions {
 public:
  // `database` must outlive the object and have the table.
  explicit ItemVersions(Database& database);

  // Writes what is said of the version `article`; nothing where nothing is.
  Result<Success> keep(std::int64_t article, const Metadata& metadata);

  Result<Success> forget(std::int64_t article);

  // Where a version belongs that is older than one that is there, by the publisher's count; nothing
  // for one that is the newest, and where it does not count.
  Result<std::optional<VersionPlace>> place_of(const Metadata& metadata);

  // Moves the version that has this place, and those behind it, one on.
  Result<Success> make_room(const std::string& id, const VersionPlace& place);

 private:
  Query keep_, forget_, versions_, move_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_ITEM_VERSIONS_H_
