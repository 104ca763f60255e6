// An article's statements, ready to be compared with those of others.
#ifndef HEARSAY_SRC_LEDGER_LINKABLE_ARTICLE_H_
#define HEARSAY_SRC_LEDGER_LINKABLE_ARTICLE_H_

#include <string>
#include <vector>

#include "claims/article_claims.h"
#include "claims/article_keys.h"
#include "claims/relation.h"

namespace hearsay {

struct LinkableArticle {
  ArticleKeys keys;
  ArticleClaims claims;
};

// Requires: the statements are one article's.
LinkableArticle make_linkable(const RelationModel& model, std::vector<Statement> statements,
                              const std::string& id, const std::string& publisher,
                              const std::string& published);

// How an article's statements relate to each other.
std::vector<LinkedPair> relate_inner(const RelationModel& model, const LinkableArticle& article);

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_LINKABLE_ARTICLE_H_
