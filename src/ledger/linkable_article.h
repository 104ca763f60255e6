// An article's statements, ready to be compared with those of others.
#ifndef HEARSAY_SRC_LEDGER_LINKABLE_ARTICLE_H_
#define HEARSAY_SRC_LEDGER_LINKABLE_ARTICLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "claims/article_keys.h"
#include "claims/relate.h"
#include "claims/statement.h"

namespace hearsay {

// Between two statements of one article, by their places in it.
struct InnerRelation {
  std::uint32_t later = 0, earlier = 0;
  Relation relation;
};

struct LinkableArticle {
  ArticleKeys keys;
  std::vector<PlacedStatement> statements;
  std::vector<std::vector<std::uint64_t>> statement_keys;  // candidate_keys() of each
  std::vector<InnerRelation> inner;                        // of a new article: how its statements relate
};

// Without `inner`. Requires: the statements are one article's.
LinkableArticle make_linkable(std::vector<Statement> statements, const std::string& id,
                              const std::string& publisher, const std::string& published);

// Of statements of one article. All pairs, but in huge articles, where each statement is
// compared with the 500 before it.
std::vector<InnerRelation> relate_inner(const std::vector<PlacedStatement>& statements);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LINKABLE_ARTICLE_H_
