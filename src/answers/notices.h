// Articles that their publishers took back or corrected.
#ifndef HEARSAY_SRC_ANSWERS_NOTICES_H_
#define HEARSAY_SRC_ANSWERS_NOTICES_H_

#include <optional>
#include <vector>

#include "format/notice_records.h"
#include "ledger/ledger.h"

namespace hearsay {

struct NoticePage {
  std::vector<NoticeRecord> notices;
  std::optional<ListPlace> next;  // for StatementQuery::from, where there may be more
};

// The newest first. Of the query, the publisher, the dates and the limit count, and the words of its source:
// all of them stand in the name of the publisher, or of a source whose statement went or was changed. For
// these, at most 1,000 are looked at, so a page may have fewer than its limit and yet be followed by another.
// Fails as the ledger does, and with invalid_input where an analysis cannot be read.
Result<NoticePage> find_notices(Ledger& ledger, const StatementQuery& query);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_NOTICES_H_
