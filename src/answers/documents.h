// The documents of a ledger's articles.
#ifndef HEARSAY_SRC_ANSWERS_DOCUMENTS_H_
#define HEARSAY_SRC_ANSWERS_DOCUMENTS_H_

#include <functional>
#include <string>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

class Ledger;

// Receives what is wrong with an article, in one line.
using ReportLine = std::function<void(const std::string&)>;

// Calls `receive` with the document of each article's newest version, by date of publication
// and id, until it returns false. An article whose analysis cannot be read is reported in one
// line and left out; then the result is false. Fails as the ledger does.
Result<bool> for_each_document(Ledger& ledger, const std::function<bool(const Document&)>& receive,
                               const ReportLine& report);

// Likewise the newest first, of those published from `after` to `before`, ISO dates or empty.
Result<bool> for_each_newest_document(Ledger& ledger, const std::string& after, const std::string& before,
                                      const std::function<bool(const Document&)>& receive,
                                      const ReportLine& report);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ANSWERS_DOCUMENTS_H_
