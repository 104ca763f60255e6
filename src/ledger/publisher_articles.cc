#include "ledger/publisher_articles.h"

namespace hearsay {

PublisherArticles::PublisherArticles(Database& database, const std::string& publisher)
    : publisher_(publisher),
      published_by_(database, "SELECT 1 FROM articles WHERE number = ? AND publisher = ?"),
      all_(database,
           "SELECT number FROM articles WHERE publisher = ? AND replaced_by IS NULL "
           "ORDER BY number DESC LIMIT ?") {}

Result<PublisherArticles> PublisherArticles::open(Database& database, const std::string& publisher) {
  PublisherArticles found(database, publisher);
  if (publisher.empty()) return found;
  found.all_.bind(publisher).bind(static_cast<std::int64_t>(kFew) + 1);
  Result<bool> row = found.all_.next();
  for (; row && *row && found.articles_.size() < kFew; row = found.all_.next()) {
    found.articles_.push_back(found.all_.number(0));
    found.known_.emplace(found.all_.number(0), true);
  }
  found.all_.reset();
  if (!row) return row.error();
  found.complete_ = found.all_known_ = !*row;
  return found;
}

Result<Success> PublisherArticles::read_all() {
  known_.clear();
  Result<bool> row = all_.bind(publisher_).bind(std::int64_t{-1}).next();
  for (; row && *row; row = all_.next()) known_.emplace(all_.number(0), true);
  all_.reset();
  if (!row) return row.error();
  all_known_ = true;
  return Success{};
}

Result<bool> PublisherArticles::has(std::int64_t article) {
  if (any()) return true;
  if (!all_known_ && known_.size() >= kFew + kMostAsked) {
    if (const auto done = read_all(); !done) return done.error();
  }
  if (all_known_) return known_.contains(article);
  const auto [known, is_new] = known_.try_emplace(article);
  if (!is_new) return known->second;
  const Result<bool> row = published_by_.bind(article).bind(publisher_).next();
  known->second = row && *row;
  published_by_.reset();
  if (!row) return row.error();
  return known->second;
}

}  // namespace hearsay
