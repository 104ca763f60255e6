// What a ledger remembers of the feeds that it is filled from: when each was asked, and which of
// its items are done with, so that a watch that is stopped goes on where it was.
//
// Tables of their own, made when they are first wanted; the articles know nothing of them.
// Times are seconds since 1970. Threads: one at a time. Each call that writes is safe on disk when it
// returns. What fails, fails as Query::next() does.
#ifndef HEARSAY_SRC_LEDGER_FEED_STORE_H_
#define HEARSAY_SRC_LEDGER_FEED_STORE_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/result.h"
#include "ledger/database.h"

namespace hearsay {

struct FeedState {
  std::string url;
  std::string title;                // as the feed calls itself; "" until it was read
  std::string etag, last_modified;  // of what was read; "": all of it has to be read again
  std::int64_t checked = 0;         // when it was last asked; 0: never
  std::int64_t not_before = 0;      // it must not be asked earlier
  std::int64_t failures = 0;        // in a row
  std::string problem;              // of the last of them; "": there was none
  bool operator==(const FeedState&) const = default;
};

// What became of an item. Values are stored: never renumber.
enum class ItemFate : std::uint8_t {
  waiting,   // it could not be had, and will be tried again
  kept,      // it is in the ledger
  given_up,  // it could not be had, and will not be tried again
};
inline constexpr int kItemFateCount = 3;

struct SeenItem {
  std::string key;           // the article's address; for an item without one, feed and id
  std::int64_t version = 0;  // a hash of what the feed said of it
  ItemFate fate = ItemFate::waiting;
  std::int64_t tries = 0;       // that failed
  std::int64_t not_before = 0;  // of waiting: when it may be tried again
  bool operator==(const SeenItem&) const = default;
};

// What a feed said of an item that waits: the feed may have dropped it when it is tried again.
struct WaitingItem {
  std::string key;   // of its SeenItem
  std::string feed;  // the address of the feed
  std::string url;   // of its page
  std::string id, title, byline, published, updated, language, content, summary;
  bool operator==(const WaitingItem&) const = default;
};

class FeedStore {
 public:
  // Opens the feeds of a ledger that is there, and makes the tables where it has none. Fails as
  // Ledger::open().
  static Result<FeedStore> open(const std::filesystem::path& ledger);

  // All feeds that were ever watched, by address.
  Result<std::vector<FeedState>> feeds();
  Result<std::optional<FeedState>> feed(const std::string& url);
  Result<Success> save(const FeedState& feed);

  Result<std::optional<SeenItem>> item(const std::string& key);
  // What waits no longer is forgotten by waiting().
  Result<Success> save(const SeenItem& item);

  // An item that waits with what the feed said of it.
  Result<Success> save(const SeenItem& item, const WaitingItem& said);

  // Those of a feed that wait and may be tried again at `now`, by key; at most `limit`.
  Result<std::vector<WaitingItem>> waiting(const std::string& feed, std::int64_t now, std::int64_t limit);

  // A number that is another one after somebody else than this object wrote to the ledger.
  Result<std::int64_t> version();

  // Takes over all that another ledger remembers; nothing where it has no such tables.
  Result<Success> copy_from(const std::filesystem::path& other);

 private:
  explicit FeedStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}
  std::unique_ptr<Database> database_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_FEED_STORE_H_
