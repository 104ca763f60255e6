#include "ledger/unread_articles.h"

#include "document/reading.h"
#include "ledger/article_number.h"
#include "ledger/ledger_state.h"
#include "ledger/search_terms.h"

namespace hearsay {

UnreadArticles::UnreadArticles(Database& database)
    : keep_(database, "INSERT INTO unread_words(rowid, title, text, language) VALUES (?, ?, ?, ?)"),
      forget_(database, "DELETE FROM unread_words WHERE rowid = ?") {}

Result<Success> UnreadArticles::keep(std::int64_t article, const Document& doc) {
  if (!is_unread(doc)) return Success{};
  return keep_.bind(article).bind(doc.metadata.title).bind(doc.text).bind(doc.metadata.language).run();
}

Result<Success> UnreadArticles::forget(std::int64_t article) { return forget_.bind(article).run(); }

Result<std::vector<UnreadArticle>> Ledger::search_unread(const StatementQuery& wanted) {
  std::vector<UnreadArticle> found;
  const std::string terms = unread_terms(wanted);
  if (terms.empty() || !wanted.source.empty() || !wanted.act.empty()) return found;
  Query table(state_->database, "SELECT 1 FROM sqlite_schema WHERE name = 'unread_words'");
  const Result<bool> there = table.next();
  if (!there) return there.error();
  if (!*there) return found;
  Query query(
      state_->database,
      "SELECT a.id, a.title, a.publisher, a.published, w.language FROM unread_words w JOIN articles a ON "
      "a.number = w.rowid WHERE unread_words MATCH ? AND w.rowid >= ? AND w.rowid <= ? "
      "ORDER BY w.rowid DESC LIMIT ?");
  const NumberRange range = number_range(wanted);
  query.bind(terms).bind(article_of(range.first)).bind(article_of(range.last - 1));
  query.bind(std::int64_t{wanted.limit});
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) {
    UnreadArticle& article = found.emplace_back();
    int column = 0;
    for (std::string* field :
         {&article.id, &article.title, &article.publisher, &article.published, &article.language}) {
      *field = query.text(column++);
    }
  }
  if (!row) return row.error();
  return found;
}

}  // namespace hearsay
