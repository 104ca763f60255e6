#include <string>
#include <utility>

#include "ledger/article_number.h"
#include "ledger/article_writer.h"
#include "ledger/corrections.h"
#include "ledger/name_key.h"

namespace hearsay {

Result<Success> ArticleWriter::heed_corrections() {
  const auto corrections = read_corrections(database_);
  if (!corrections) return corrections.error();
  apart_.set(*corrections);
  ToldSides sides(*corrections);
  if (sides != sides_) linker_.forget_cache();
  sides_ = std::move(sides);
  return Success{};
}

Result<Success> ArticleWriter::heed(const Correction& correction) {
  const ToldSides before = sides_;
  if (const auto heeded = heed_corrections(); !heeded) return heeded.error();
  if (correction.kind == CorrectionKind::unrelated || correction.kind == CorrectionKind::related) {
    const auto articles = articles_of(correction);
    if (!articles) return articles.error();
    return relink(*articles, *articles);
  }
  const auto articles = articles_of(before, sides_);
  if (!articles) return articles.error();
  return relink(*articles, {});
}

Result<std::set<std::int64_t>> ArticleWriter::articles_of(const ToldSides& before, const ToldSides& after) {
  const ToldSides::Difference difference = ToldSides::between(before, after);
  std::set<std::int64_t> articles;
  if (const auto done = entities_.flush(); !done) return done.error();
  Query uses(database_,
             "SELECT u.article FROM names n JOIN name_uses u ON u.name = n.number "
             "WHERE n.hash = ? AND n.key = ? AND u.bearer = 0");
  for (const std::string& name : difference.names) {
    Result<bool> row = uses.bind(key_hash(name)).bind(name).next();
    for (; row && *row; row = uses.next()) articles.insert(uses.number(0));
    uses.reset();
    if (!row) return row.error();
  }
  Query newest(database_, "SELECT number FROM articles WHERE id = ? AND replaced_by IS NULL");
  for (const std::string& id : difference.articles) {
    const Result<bool> row = newest.bind(id).next();
    if (row && *row) articles.insert(newest.number(0));
    newest.reset();
    if (!row) return row.error();
  }
  return articles;
}

// What corrections about an article, or one that it has statements from, say of pairs.
Result<ToldPairs> ArticleWriter::told_pairs(const std::string& id, const std::vector<CopiedArticle>& copies) {
  if (apart_.empty()) return ToldPairs{};
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
  const auto told = told_pairs(id, *copies);
  if (!told) return told.error();
  const auto links = linker_.link_again(article, *copies, *told, also);
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

Result<std::set<std::int64_t>> ArticleWriter::articles_of(const Correction& correction) {
  const auto pairs = apart_.pairs_of(correction);
  if (!pairs) return pairs.error();
  std::set<std::int64_t> articles;
  for (const auto& [one, other] : *pairs) {
    articles.insert(article_of(one));
    articles.insert(article_of(other));
  }
  return articles;
}

}  // namespace hearsay
