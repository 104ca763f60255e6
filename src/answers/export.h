// All that a ledger holds, for other programs.
#ifndef HEARSAY_SRC_ANSWERS_EXPORT_H_
#define HEARSAY_SRC_ANSWERS_EXPORT_H_

#include <functional>
#include <string>

#include "answers/documents.h"
#include "answers/export_kinds.h"
#include "hearsay/result.h"

namespace hearsay {

// Receives a piece of an export; false when nothing more is wanted.
using Write = std::function<bool(const std::string&)>;

// Writes all of the ledger, piece by piece; of csv the table. False if an article could not be
// read, which is reported. Fails as the ledger does.
Result<bool> export_ledger(Ledger& ledger, ExportFormat format, ExportTable table, const Write& write,
                           const ReportLine& report);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_EXPORT_H_
