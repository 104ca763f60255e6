#include "ledger_documents.h"

#include "format/json_analysis.h"
#include "reading.h"

namespace hearsay {

Result<bool> for_each_document(Ledger& ledger, const std::function<bool(const Document&)>& receive) {
  bool whole = true;
  const auto done = ledger.for_each_article([&](const LedgerArticle& article) {
    const Result<Document> doc = parse_analysis(article.analysis);
    if (doc) return receive(*doc);
    report_failure(article.id + ": " + doc.error().message);
    whole = false;
    return true;
  });
  if (!done) return done.error();
  return whole;
}

}  // namespace hearsay
