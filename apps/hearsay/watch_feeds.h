// Which feeds `watch` asks.
#ifndef HEARSAY_APPS_HEARSAY_WATCH_FEEDS_H_
#define HEARSAY_APPS_HEARSAY_WATCH_FEEDS_H_

#include <string>
#include <vector>

#include "fetch/url.h"
#include "hearsay/result.h"
#include "ledger/feed_store.h"

namespace hearsay {

struct WatchedFeed {
  Url url;
  std::string name;  // for people: its title, else its host
  FeedState state;   // as the ledger remembers it
};

struct WatchedFeeds {
  std::vector<WatchedFeed> feeds;     // each address once, in order
  std::vector<std::string> problems;  // of single addresses, a line each
};

// Those of the operands, addresses and files of OPML; without operands, those that the ledger
// remembers. Fails where a file cannot be read, and as FeedStore.
Result<WatchedFeeds> list_feeds(const std::vector<std::string>& operands, FeedStore& store);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_WATCH_FEEDS_H_
