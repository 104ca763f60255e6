#include "ledger/linkable_article.h"

#include <utility>

#include "claims/candidates.h"

namespace hearsay {

LinkableArticle make_linkable(std::vector<Statement> statements, const std::string& id,
                              const std::string& publisher, const std::string& published) {
  LinkableArticle article{.keys = article_keys(statements)};
  article.statements.reserve(statements.size());
  article.statement_keys.reserve(statements.size());
  for (Statement& statement : statements) {
    article.statement_keys.push_back(candidate_keys(statement));
    article.statements.push_back({.statement = std::move(statement),
                                  .document = id,
                                  .publisher = publisher,
                                  .published = published,
                                  .number = static_cast<std::uint32_t>(article.statements.size())});
  }
  return article;
}

std::vector<InnerRelation> relate_inner(const std::vector<PlacedStatement>& statements) {
  constexpr std::size_t kWindow = 500;
  std::vector<InnerRelation> relations;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (std::size_t k = i < kWindow ? 0 : i - kWindow; k < i; ++k) {
      const bool in_order = comes_before(statements[k], statements[i]);
      const PlacedStatement& later = statements[in_order ? i : k];
      const PlacedStatement& earlier = statements[in_order ? k : i];
      if (auto relation = relate(later, earlier))
        relations.push_back({later.number, earlier.number, *std::move(relation)});
    }
  }
  return relations;
}

}  // namespace hearsay
