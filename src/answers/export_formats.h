// Exports in the words of others (docs/exports.md).
#ifndef HEARSAY_SRC_ANSWERS_EXPORT_FORMATS_H_
#define HEARSAY_SRC_ANSWERS_EXPORT_FORMATS_H_

#include "answers/documents.h"
#include "answers/export.h"
#include "hearsay/result.h"

namespace hearsay {

// Each prints all of the ledger until nothing more is wanted. False if an article could not
// be read, which is reported. Fails as the ledger does.
Result<bool> export_schema_org(Ledger& ledger, const Write& write, const ReportLine& report);
Result<bool> export_ftm(Ledger& ledger, const Write& write, const ReportLine& report);
Result<bool> export_web_annotations(Ledger& ledger, const Write& write, const ReportLine& report);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_EXPORT_FORMATS_H_
