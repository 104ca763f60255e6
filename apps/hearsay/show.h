// What `hearsay show` prints of each kind of thing.
#ifndef HEARSAY_APPS_HEARSAY_SHOW_H_
#define HEARSAY_APPS_HEARSAY_SHOW_H_

#include <cstdint>
#include <vector>

#include "arguments.h"
#include "hearsay/format.h"
#include "hearsay/result.h"

namespace hearsay {

class Ledger;
class Lines;
struct LedgerArticle;

// Where it is printed.
struct Showing {
  Ledger& ledger;
  LedgerFormat format = LedgerFormat::text;
  TextOptions options;
  int limit = 50;
  Lines& lines;
};

// An article and its relations; what its versions changed. `versions`: not empty, the newest last. Fails
// with invalid_input where an analysis cannot be read, and as the ledger does.
Result<Success> show_article(const Showing& showing, const std::vector<LedgerArticle>& versions);

// A statement of the article's newest version, by its number in the ledger. Likewise.
Result<Success> show_statement(const Showing& showing, const LedgerArticle& article, std::int64_t number);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_SHOW_H_
