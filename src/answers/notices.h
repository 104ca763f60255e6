// Articles that their publishers took back or corrected.
#ifndef HEARSAY_SRC_ANSWERS_NOTICES_H_
#define HEARSAY_SRC_ANSWERS_NOTICES_H_

#include <vector>

#include "format/notice_records.h"
#include "ledger/ledger.h"

namespace hearsay {

// The newest first. Of the query, the dates and the limit count, and the words of its source: all of them
// stand in the name of the publisher, or of a source whose statement went or was changed. Fails as the
// ledger does, and with invalid_input where an analysis cannot be read.
Result<std::vector<NoticeRecord>> find_notices(Ledger& ledger, const StatementQuery& query);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_NOTICES_H_
