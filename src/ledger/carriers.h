// Who else carries the words of a statement.
#ifndef HEARSAY_SRC_LEDGER_CARRIERS_H_
#define HEARSAY_SRC_LEDGER_CARRIERS_H_

#include <vector>

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace hearsay {

// Fills `carried_by` of each. Fails as Query::next() does. O(statements x log of the ledger).
Result<Success> read_carriers(Database& database, std::vector<LedgerStatement>& statements);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_CARRIERS_H_
