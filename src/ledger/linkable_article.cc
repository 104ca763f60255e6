#include "ledger/linkable_article.h"

#include <utility>

#include "claims/relate.h"

namespace hearsay {

LinkableArticle make_linkable(const RelationModel& model, std::vector<Statement> statements,
                              const std::string& id, const std::string& publisher,
                              const std::string& published) {
  LinkableArticle article{.keys = article_keys(statements), .claims = {}};
  std::vector<PlacedStatement> placed;
  placed.reserve(statements.size());
  for (Statement& statement : statements) {
    placed.push_back({.statement = std::move(statement),
                      .document = id,
                      .publisher = publisher,
                      .published = published,
                      .number = static_cast<std::uint32_t>(placed.size())});
  }
  article.claims = weigh_article(model, std::move(placed));
  return article;
}

std::vector<LinkedPair> relate_inner(const RelationModel& model, const LinkableArticle& article) {
  return relate(model, article.claims, article.claims);
}

}  // namespace hearsay
