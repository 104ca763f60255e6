// Speakers by the names under which the ledger knows them.
#ifndef HEARSAY_SRC_LEDGER_SPEAKER_NAMES_H_
#define HEARSAY_SRC_LEDGER_SPEAKER_NAMES_H_

#include <vector>

#include "ledger/database.h"
#include "ledger/ledger.h"

namespace hearsay {

// Names the speakers of the statements that are linked as the ledger knows them, corrections by hand
// included, so that one person who has several names takes one position. Statements and
// `placed` go together.
Result<Success> name_speakers(Database& database, const std::vector<LedgerStatement>& statements,
                              const std::vector<LinkedPair>& links, std::vector<PlacedStatement>& placed);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_SPEAKER_NAMES_H_
