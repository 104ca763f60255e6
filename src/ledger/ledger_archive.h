// The articles of a ledger of any schema, for reading them anew.
#ifndef HEARSAY_SRC_LEDGER_LEDGER_ARCHIVE_H_
#define HEARSAY_SRC_LEDGER_LEDGER_ARCHIVE_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/result.h"
#include "ledger/correction.h"
#include "ledger/database.h"

namespace hearsay {

class LedgerArchive {
 public:
  // Fails with not_found where there is no such file, invalid_input where it is no ledger,
  // or one of a schema newer than ours.
  static Result<LedgerArchive> open(const std::filesystem::path& path);

  // How many versions of articles there are.
  std::int64_t count() const { return count_; }

  // What add() was given with the next version, those of one article in their order;
  // nothing after the last one. Fails as Query::next() does.
  Result<std::optional<std::string>> next();

  // What was corrected by hand; nothing in a ledger of a schema without corrections.
  Result<std::vector<Correction>> corrections();

 private:
  explicit LedgerArchive(Database database);
  std::unique_ptr<Database> database_;  // its address is in the query
  std::optional<Query> analyses_;
  bool compressed_ = true;
  std::int64_t count_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LEDGER_ARCHIVE_H_
