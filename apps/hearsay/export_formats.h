// Exports in the words of others (docs/exports.md).
#ifndef HEARSAY_APPS_HEARSAY_EXPORT_FORMATS_H_
#define HEARSAY_APPS_HEARSAY_EXPORT_FORMATS_H_

#include "hearsay/result.h"

namespace hearsay {

class Ledger;
class Lines;

// Each prints all of the ledger until nothing more is wanted. False if an article could not
// be read, which is reported. Fails as the ledger does.
Result<bool> export_schema_org(Ledger& ledger, Lines& lines);
Result<bool> export_ftm(Ledger& ledger, Lines& lines);
Result<bool> export_web_annotations(Ledger& ledger, Lines& lines);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_EXPORT_FORMATS_H_
