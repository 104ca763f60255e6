// The documents of a ledger's articles.
#ifndef HEARSAY_APPS_HEARSAY_LEDGER_DOCUMENTS_H_
#define HEARSAY_APPS_HEARSAY_LEDGER_DOCUMENTS_H_

#include <functional>
#include <string>

#include "hearsay/document.h"
#include "ledger/ledger.h"

namespace hearsay {

// Calls `receive` with the document of each article's newest version, by date of publication
// and id, until it returns false. An article whose analysis cannot be read is reported on
// standard error and left out; then the result is false. Fails as the ledger does.
Result<bool> for_each_document(Ledger& ledger, const std::function<bool(const Document&)>& receive);

// Likewise the newest first, of those published from `after` to `before`, ISO dates or empty.
Result<bool> for_each_newest_document(Ledger& ledger, const std::string& after, const std::string& before,
                                      const std::function<bool(const Document&)>& receive);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_LEDGER_DOCUMENTS_H_
