#include "ledger/linkable_article.h"

#include <utility>

namespace hearsay {

LinkableArticle make_linkable(std::vector<Statement> statements, const std::string& id,
                              const std::string& publisher, const std::string& published) {
  LinkableArticle article{.keys = article_keys(statements), .claims = {}};
  std::vector<PlacedStatement>& placed = article.claims.statements;
  placed.reserve(statements.size());
  for (Statement& statement : statements) {
    placed.push_back({.statement = std::move(statement),
                      .document = id,
                      .publisher = publisher,
                      .published = published,
                      .number = static_cast<std::uint32_t>(placed.size())});
  }
  return article;
}

}  // namespace hearsay
