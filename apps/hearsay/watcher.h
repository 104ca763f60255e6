// Watching feeds: asking them, fetching their articles, reading these and writing them down.
#ifndef HEARSAY_APPS_HEARSAY_WATCHER_H_
#define HEARSAY_APPS_HEARSAY_WATCHER_H_

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "adding.h"
#include "fetch/fetcher.h"
#include "watch_article.h"
#include "watch_feeds.h"
#include "watch_log.h"
#include "watch_schedule.h"

namespace hearsay {

class Watcher {
 public:
  // All must outlive the object. `ledger_path`: of `store`'s ledger.
  Watcher(const Arguments& arguments, const Pipeline& pipeline, FeedStore& store);

  // Until all feeds were asked once, or until it is asked to stop (stopping.h): then what is being read is
  // still kept, but no site is waited for longer than a second. Says what was added. Returns an exit
  // status.
  int run(WatchedFeeds feeds);

 private:
  struct Feed {
    WatchedFeed watched;
    std::string language;
    std::size_t outstanding = 0;      // articles that are scheduled
    bool all_done = true;             // no item waits for a later poll
    std::string etag, last_modified;  // of the last answer; kept when all its items are done with
  };
  // What one thread needs.
  struct Worker {
    HttpClient client;
    Scratch scratch;
  };
  // What a poll found.
  struct Poll {
    std::size_t items = 0, left = 0;
    std::size_t useless = 0;  // that have neither an address nor an article
    std::vector<WatchedItem> fresh;
    std::size_t waiting = 0;  // that are tried again later
  };

  bool schedule_first(std::size_t number);
  void schedule_feed(std::size_t number, std::int64_t due);
  std::int64_t next_due(const FeedState& state) const;
  void work();
  int report();

  void poll(std::size_t number, Worker& worker);
  void poll_answered(std::size_t number, Fetched fetched);
  void poll_failed(std::size_t number, const Fetched& fetched, const std::string& problem);
  void end_poll(std::size_t number);
  void consider(Feed& feed, const Url& base, FeedItem item, Poll& found);

  void read_item(const WatchJob& job, Worker& worker);
  void page_failed(const WatchJob& job, FetchOutcome outcome, const std::string& problem, Worker& worker);
  void consider_waiting(Feed& feed, Poll& found);
  void wait_for(const WatchJob& job, std::int64_t tries, std::int64_t not_before);
  void put_off_host(const WatchJob& job, const std::string& problem);
  void try_later(const WatchJob& job, const std::string& problem);
  void keep(const WatchJob& job, Document doc, Worker& worker);
  void write(const WatchJob& job, const Analysis& analysis);
  void settle(const WatchJob& job, ItemFate fate, std::int64_t tries = 0, std::int64_t not_before = 0);
  void let_go(const WatchJob& job, bool done);

  ItemOrigin origin_of(const WatchJob& job);
  std::shared_ptr<Ledger> open_ledger();
  template <typename T>
  bool check(const Result<T>& result);
  std::int64_t pause_after(std::int64_t failures) const;

  const Arguments& arguments_;
  const WatchArguments& asked_;
  const Pipeline& pipeline_;
  FeedStore& store_;
  WatchLog log_;
  Fetcher fetcher_;
  WatchSchedule schedule_;

  std::mutex mutex_;  // over all that follows, and the store
  std::shared_ptr<Ledger> ledger_;
  std::int64_t ledger_version_ = 0;  // of the file when ledger_ last wrote
  std::vector<Feed> feeds_;
  std::set<std::string> scheduled_;  // keys of items
  std::size_t added_ = 0, changed_ = 0, known_ = 0;
  bool feed_failed_ = false;
  bool broken_ = false;  // the ledger cannot be written to
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_WATCHER_H_
