// The tables of a ledger; docs/ledger.md describes them.
#ifndef HEARSAY_SRC_LEDGER_SCHEMA_H_
#define HEARSAY_SRC_LEDGER_SCHEMA_H_

#include "hearsay/result.h"
#include "ledger/database.h"

namespace hearsay {

// Changes with the tables: a ledger of another schema is refused; one of an older schema
// can be read anew (ledger_archive.h).
inline constexpr int kLedgerSchema = 3;

// Makes the tables where the file is empty; otherwise checks that the file is a ledger
// whose schema we know. Fails with invalid_input if it is not, and as Database does.
Result<Success> prepare_for_writing(Database& database);

// The same check for a file that is only read.
Result<Success> check_schema(Database& database);

// The schema of a ledger. Fails with invalid_input where the file is no ledger, or one of a newer
// schema than ours.
Result<int> read_schema(Database& database);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_SCHEMA_H_
