#include <algorithm>
#include <limits>

#include "ledger/article_number.h"
#include "ledger/ledger_state.h"

namespace hearsay {

Result<std::vector<ArticleSummary>> Ledger::articles(const ArticleQuery& wanted) {
  const std::int64_t last_day = wanted.before.empty() ? kLastDay : day_number(wanted.before);
  std::int64_t last = first_article_of(last_day + 1);
  if (wanted.below > 0) last = std::min(last, wanted.below);
  const bool any = wanted.publisher.empty();
  Query query(
      state_->database,
      std::string("SELECT a.number, a.id, a.title, a.publisher, a.published, a.url, (SELECT count(*) FROM "
                  "statements s WHERE s.number >= a.number << 20 AND s.number < (a.number + 1) << 20) "
                  "FROM articles a WHERE a.replaced_by IS NULL AND a.number >= ? AND a.number < ? ") +
          (any ? "" : "AND a.publisher = ? ") + "ORDER BY a.number DESC LIMIT ?");
  query.bind(wanted.after.empty() ? 0 : first_article_of(day_number(wanted.after))).bind(last);
  if (!any) query.bind(wanted.publisher);
  query.bind(std::int64_t{wanted.limit});
  std::vector<ArticleSummary> found;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) {
    ArticleSummary& article = found.emplace_back();
    article.number = query.number(0);
    article.id = query.text(1);
    article.title = query.text(2);
    article.publisher = query.text(3);
    article.published = query.text(4);
    article.url = query.text(5);
    article.statements = query.number(6);
  }
  if (!row) return row.error();
  return found;
}

Result<std::int64_t> Ledger::change_counter() {
  Query query(state_->database, "PRAGMA data_version");
  const Result<bool> row = query.next();
  if (!row) return row.error();
  return query.number(0);
}

}  // namespace hearsay
