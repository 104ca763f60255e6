#include "ledger/carriers.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "ledger/article_number.h"

namespace hearsay {
namespace {

struct Article {
  std::string id, publisher, published;
};

// Statements of a list are copied from the same few articles, so each of these is read once.
class Articles {
 public:
  explicit Articles(Database& database)
      : query_(database, "SELECT id, publisher, published FROM articles WHERE number = ?") {}

  Result<const Article*> read(std::int64_t number) {
    const auto [known, is_new] = known_.try_emplace(number);
    if (!is_new) return &known->second;
    const Result<bool> row = query_.bind(number).next();
    if (row && *row) {
      known->second = {.id = std::string(query_.text(0)),
                       .publisher = std::string(query_.text(1)),
                       .published = std::string(query_.text(2))};
    }
    query_.reset();
    if (!row) return row.error();
    return &known->second;
  }

 private:
  Query query_;
  std::unordered_map<std::int64_t, Article> known_;
};

}  // namespace

Result<Success> read_carriers(Database& database, std::vector<LedgerStatement>& statements) {
  Query query(database, "SELECT other FROM copied_statements WHERE statement = ?");
  Articles articles(database);
  std::vector<std::pair<std::int64_t, const Article*>> copies;
  for (LedgerStatement& statement : statements) {
    copies.clear();
    query.bind(statement.number);
    Result<bool> row = query.next();
    for (; row && *row; row = query.next()) {
      const Result<const Article*> article = articles.read(article_of(query.number(0)));
      if (!article) return article.error();
      copies.emplace_back(query.number(0), *article);
    }
    query.reset();
    if (!row) return row.error();
    std::sort(copies.begin(), copies.end(), [](const auto& a, const auto& b) {
      return std::tie(a.second->published, a.second->id, a.first) <
             std::tie(b.second->published, b.second->id, b.first);
    });
    if (copies.size() > static_cast<std::size_t>(kMostCarriers)) copies.resize(kMostCarriers);
    for (const auto& [number, article] : copies) {
      statement.carried_by.push_back(
          {.statement = number, .article = article->id, .publisher = article->publisher});
    }
  }
  return Success{};
}

}  // namespace hearsay
