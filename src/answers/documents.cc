#include "answers/documents.h"

#include "format/json_analysis.h"
#include "ledger/ledger.h"

namespace hearsay {
namespace {

// What gives each article's document to `receive`; `whole` becomes false where one cannot be read.
auto reader(const std::function<bool(const Document&)>& receive, const ReportLine& report, bool& whole) {
  return [&](const LedgerArticle& article) {
    const Result<Document> doc = parse_analysis(article.analysis);
    if (doc) return receive(*doc);
    report(article.id + ": " + doc.error().message);
    whole = false;
    return true;
  };
}

}  // namespace

Result<bool> for_each_document(Ledger& ledger, const std::function<bool(const Document&)>& receive,
                               const ReportLine& report) {
  bool whole = true;
  const Result<Success> done = ledger.for_each_article(reader(receive, report, whole));
  if (!done) return done.error();
  return whole;
}

Result<bool> for_each_newest_document(Ledger& ledger, const std::string& after, const std::string& before,
                                      const std::function<bool(const Document&)>& receive,
                                      const ReportLine& report) {
  bool whole = true;
  const Result<Success> done =
      ledger.for_each_newest({.after = after, .before = before}, reader(receive, report, whole));
  if (!done) return done.error();
  return whole;
}

}  // namespace hearsay
