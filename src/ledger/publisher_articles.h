// Which articles a publisher has.
// Threads: as its database.
#ifndef HEARSAY_SRC_LEDGER_PUBLISHER_ARTICLES_H_
#define HEARSAY_SRC_LEDGER_PUBLISHER_ARTICLES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "ledger/database.h"

namespace hearsay {

class PublisherArticles {
 public:
  // Publishers with more articles are asked article by article,
  static constexpr std::size_t kFew = 2'000;
  // up to so many; then it takes less time to read them all.
  static constexpr std::size_t kMostAsked = 1'000;

  // The database must outlive it. With "", every article is one of them. O(kFew), by the index of publishers.
  static Result<PublisherArticles> open(Database& database, const std::string& publisher);

  bool any() const { return publisher_.empty(); }

  // True if these are all of them; else there are more.
  bool complete() const { return complete_; }

  // The newest of them, kFew at most; the newest first.
  const std::vector<std::int64_t>& articles() const { return articles_; }

  // Fails as Query::next() does. O(1) on average, but for one scan of the index.
  Result<bool> has(std::int64_t article);

 private:
  PublisherArticles(Database& database, const std::string& publisher);

  Result<Success> read_all();

  std::string publisher_;
  Query published_by_, all_;
  bool complete_ = false;
  bool all_known_ = false;  // known_ has all that are the publisher's
  std::vector<std::int64_t> articles_;
  std::unordered_map<std::int64_t, bool> known_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_PUBLISHER_ARTICLES_H_
