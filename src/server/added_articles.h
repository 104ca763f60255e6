// What is said of articles that were added.
#ifndef HEARSAY_SRC_SERVER_ADDED_ARTICLES_H_
#define HEARSAY_SRC_SERVER_ADDED_ARTICLES_H_

#include <vector>

#include "ledger/added.h"
#include "ledger/prepared_article.h"
#include "server/article_body.h"

namespace hearsay {

class Ledger;
struct LedgerEvent;

// An article on its way into the ledger.
struct Arrival {
  BodyArticle article;
  PreparedArticle prepared;
  Added outcome = Added::known_already;
};

// What became of each.
ServerResponse outcomes(const std::vector<Arrival>& arrivals);

// For those who listen: the article, and its statements. Requires: it is in the ledger.
void tell(const Arrival& arrival, Ledger& ledger, std::vector<LedgerEvent>& events);

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_ADDED_ARTICLES_H_
