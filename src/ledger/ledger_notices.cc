#include "ledger/article_number.h"
#include "ledger/ledger_state.h"

namespace hearsay {

Result<std::vector<LedgerNotice>> Ledger::notices(const ArticleQuery& wanted) {
  std::vector<LedgerNotice> found;
  Query table(state_->database, "SELECT 1 FROM sqlite_schema WHERE name = 'item_versions'");
  const Result<bool> there = table.next();
  if (!there) return there.error();
  if (!*there) return found;
  const bool any = wanted.publisher.empty();
  const std::int64_t last_day = wanted.before.empty() ? kLastDay : day_number(wanted.before);
  Query query(state_->database,
              std::string("SELECT a.id, a.title, a.publisher, a.published, i.status, a.version, i.article "
                          "FROM item_versions i JOIN articles a ON a.number = i.article "
                          "WHERE i.status > 0 AND i.article >= ? AND i.article < ? ") +
                  (any ? "" : "AND a.publisher = ? ") + "ORDER BY i.article DESC LIMIT ?");
  std::int64_t end = first_article_of(last_day + 1);
  if (wanted.below > 0) end = std::min(end, wanted.below);
  query.bind(wanted.after.empty() ? 0 : first_article_of(day_number(wanted.after)));
  query.bind(end);
  if (!any) query.bind(wanted.publisher);
  query.bind(std::int64_t{wanted.limit});
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) {
    LedgerNotice& notice = found.emplace_back();
    notice.article = query.text(0);
    notice.title = query.text(1);
    notice.publisher = query.text(2);
    notice.published = query.text(3);
    notice.status = read_enum<ArticleStatus>(query.number(4), kArticleStatusCount);
    notice.version = query.number(5);
    notice.number = query.number(6);
  }
  if (!row) return row.error();
  return found;
}

}  // namespace hearsay
