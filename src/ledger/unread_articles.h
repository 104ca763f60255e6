// The words of articles that are kept unread, so that they are found all the same.
//
// A full-text index of its own, of newest versions; in ledgers that were made without it, it is added when
// somebody writes. What fails, fails as Query::next() does.
#ifndef HEARSAY_SRC_LEDGER_UNREAD_ARTICLES_H_
#define HEARSAY_SRC_LEDGER_UNREAD_ARTICLES_H_

#include <cstdint>

#include "hearsay/document.h"
#include "ledger/database.h"

namespace hearsay {

inline constexpr const char* kUnreadTables = R"sql(
CREATE VIRTUAL TABLE IF NOT EXISTS unread_words USING fts5(
  title, text, language UNINDEXED, tokenize="unicode61 remove_diacritics 2"
);
)sql";

class UnreadArticles {
 public:
  // `database` must outlive the object and have the table.
  explicit UnreadArticles(Database& database);

  // Writes the words of an article that is_unread(); nothing of others.
  Result<Success> keep(std::int64_t article, const Document& doc);

  Result<Success> forget(std::int64_t article);

 private:
  Query keep_, forget_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_UNREAD_ARTICLES_H_
