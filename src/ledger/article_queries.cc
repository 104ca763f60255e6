#include <algorithm>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/compression.h"
#include "ledger/ledger_state.h"

namespace hearsay {
namespace {

constexpr const char* kSelect =
    "SELECT a.number, a.id, a.title, a.publisher, a.published, a.url, "
    // Of the articles that it is a near copy of, the first, if that is older.
    "(SELECT o.id FROM copies c JOIN articles o ON o.number = c.other WHERE c.article = a.number "
    "AND (o.published, o.id) < (a.published, a.id) ORDER BY o.published, o.id LIMIT 1), "
    "y.analysis FROM articles a "
    "JOIN analyses y ON y.article = a.number ";

// The row that the query found. Fails with invalid_input where the analysis is damaged.
Result<LedgerArticle> read_article(const Query& query, const std::string& ledger) {
  LedgerArticle article;
  article.number = query.number(0);
  int column = 1;
  for (std::string* field : {&article.id, &article.title, &article.publisher, &article.published,
                             &article.url, &article.copy_of}) {
    *field = query.text(column++);
  }
  std::optional<std::string> analysis = decompress(query.text(column));
  if (!analysis) {
    return Error{ErrorCode::invalid_input, ledger + ": article " + article.id + " is damaged"};
  }
  article.analysis = *std::move(analysis);
  return article;
}

Result<Success> for_each(Query& query, const std::string& ledger,
                         const std::function<bool(const LedgerArticle&)>& receive) {
  for (;;) {
    const Result<bool> row = query.next();
    if (!row) return row.error();
    if (!*row) return Success{};
    const Result<LedgerArticle> article = read_article(query, ledger);
    if (!article) return article.error();
    if (!receive(*article)) return Success{};
  }
}

}  // namespace

Result<Success> Ledger::for_each_article(const std::function<bool(const LedgerArticle&)>& receive) {
  Query query(state_->database,
              std::string(kSelect) + "WHERE a.replaced_by IS NULL ORDER BY a.published, a.id");
  return for_each(query, state_->database.name(), receive);
}

Result<Success> Ledger::for_each_newest(const ArticleQuery& wanted,
                                        const std::function<bool(const LedgerArticle&)>& receive) {
  const bool any = wanted.publisher.empty();
  Query query(state_->database, std::string(kSelect) +
                                    "WHERE a.replaced_by IS NULL AND a.number BETWEEN ? AND ? " +
                                    (any ? "" : "AND a.publisher = ? ") + "ORDER BY a.number DESC");
  const std::int64_t last = wanted.before.empty() ? kLastDay : day_number(wanted.before);
  std::int64_t end = first_article_of(last + 1);
  if (wanted.below > 0) end = std::min(end, wanted.below);
  query.bind(first_article_of(day_number(wanted.after))).bind(end - 1);
  if (!any) query.bind(wanted.publisher);
  return for_each(query, state_->database.name(), receive);
}

Result<std::vector<LedgerArticle>> Ledger::versions(const std::string& id) {
  Query query(state_->database, std::string(kSelect) + "WHERE a.id = ? ORDER BY a.version");
  query.bind(id);
  std::vector<LedgerArticle> versions;
  const Result<Success> done = for_each(query, state_->database.name(), [&](const LedgerArticle& article) {
    versions.push_back(article);
    return true;
  });
  if (!done) return done.error();
  return versions;
}

}  // namespace hearsay
