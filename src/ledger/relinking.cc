#include <string>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/article_writer.h"
#include "ledger/corrections.h"

namespace hearsay {

Result<Success> ArticleWriter::heed_corrections() {
  const auto corrections = read_corrections(database_);
  if (!corrections) return corrections.error();
  apart_.set(*corrections);
  return Success{};
}

// Pairs that were told apart by corrections about an article, or one that it has statements from.
Result<std::set<StatementPair>> ArticleWriter::pairs_apart(const std::string& id,
                                                           const std::vector<CopiedArticle>& copies) {
  if (apart_.empty()) return std::set<StatementPair>{};
  std::set<std::string> ids = {id};
  for (const CopiedArticle& copied : copies) {
    const Result<const LinkableArticle*> other = linker_.load(copied.number);
    if (!other) return other.error();
    if (*other != nullptr && !(*other)->claims.statements.empty())
      ids.insert((*other)->claims.statements.front().document);
  }
  return apart_.pairs_of(ids);
}

Result<Success> ArticleWriter::link_again(std::int64_t article, const std::set<std::int64_t>& also) {
  const Result<const LinkableArticle*> loaded = linker_.load(article);
  if (!loaded) return loaded.error();
  if (*loaded == nullptr || (*loaded)->claims.statements.empty()) return Success{};
  const std::string id = (*loaded)->claims.statements.front().document;
  const auto copies = copies_.stored(article);
  if (!copies) return copies.error();
  const auto apart = pairs_apart(id, *copies);
  if (!apart) return apart.error();
  const auto links = linker_.link_again(article, *copies, *apart, also);
  if (!links) return links.error();
  if (const auto done = threads_.join(links->added); !done) return done.error();
  return threads_.part(links->dropped);
}

Result<Success> ArticleWriter::relink(const std::set<std::int64_t>& articles,
                                      const std::set<std::int64_t>& also) {
  std::set<std::int64_t> all = articles;
  for (const std::int64_t article : articles) {
    auto crowded = linker_.crowded_articles(article);
    if (!crowded) return crowded.error();
    all.merge(*crowded);
  }
  // Who was compared once is compared again, even where linking would find others today.
  std::map<std::int64_t, std::set<std::int64_t>> compared;
  for (const std::int64_t article : all) {
    auto related = linker_.related_articles(article);
    if (!related) return related.error();
    related->insert(also.begin(), also.end());
    compared[article] = *std::move(related);
  }
  for (const std::int64_t article : all) {
    if (const auto done = linker_.forget_relations(article); !done) return done.error();
    if (const auto done = threads_.leave(article); !done) return done.error();
  }
  for (const std::int64_t article : all) {
    if (const auto done = link_again(article, compared[article]); !done) return done.error();
  }
  return Success{};
}

Result<Success> ArticleWriter::relink(const Correction& correction) {
  const auto pairs = apart_.pairs_of(correction);
  if (!pairs) return pairs.error();
  std::set<std::int64_t> articles;
  for (const auto& [one, other] : *pairs) {
    articles.insert(article_of(one));
    articles.insert(article_of(other));
  }
  return relink(articles, articles);
}

}  // namespace hearsay
