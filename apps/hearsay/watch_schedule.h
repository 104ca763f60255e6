// What `watch` does next: feeds when they are due, articles when their host may be asked; never two
// things of one host at a time. Any thread.
#ifndef HEARSAY_APPS_HEARSAY_WATCH_SCHEDULE_H_
#define HEARSAY_APPS_HEARSAY_WATCH_SCHEDULE_H_

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "feeds/feed_item.h"
#include "fetch/url.h"

namespace hearsay {

// An article of a feed, to be fetched and read.
struct WatchedItem {
  FeedItem item;
  std::string key;           // in the ledger's memory
  Url url;                   // empty: the feed has no address of it
  std::int64_t version = 0;  // item_version()
  std::int64_t tries = 0;    // that failed
};

struct WatchJob {
  std::size_t feed = 0;             // its number
  std::string host;                 // that is asked; "": none
  std::optional<WatchedItem> item;  // none: the feed itself
};

class WatchSchedule {
 public:
  using Clock = std::chrono::steady_clock;

  // `ready` says when a host may be asked, `waits` is told until when nothing is to be done.
  WatchSchedule(std::function<Clock::time_point(const std::string&)> ready,
                std::function<void(Clock::time_point)> waits)
      : ready_(std::move(ready)), waits_(std::move(waits)) {}

  void add(WatchJob job, Clock::time_point due);

  // Waits for the next job. Nothing after stop(), and when there is none and none is being done.
  std::optional<WatchJob> take();

  // Requires: take() gave the job.
  void finish(const WatchJob& job);

  // Takes the articles of a host away that wait for it.
  std::vector<WatchJob> drop_articles(const std::string& host);

  void stop();

 private:
  struct Feed {
    WatchJob job;
    Clock::time_point due;
  };
  struct Next {
    Clock::time_point due = Clock::time_point::max();
    std::size_t feed = 0;               // its place in feeds_
    const std::string* host = nullptr;  // or the host whose first article it is
  };

  Next find_next();
  WatchJob remove(const Next& next);

  std::function<Clock::time_point(const std::string&)> ready_;
  std::function<void(Clock::time_point)> waits_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Feed> feeds_;
  std::map<std::string, std::deque<WatchJob>> articles_;  // by host; none is empty
  std::set<std::string> busy_;                            // hosts
  std::size_t working_ = 0;
  bool stopped_ = false;
};

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_WATCH_SCHEDULE_H_
