// What `watch` says on standard error: a line for each thing that happens, with its time. Any thread.
#ifndef HEARSAY_APPS_HEARSAY_WATCH_LOG_H_
#define HEARSAY_APPS_HEARSAY_WATCH_LOG_H_

#include <cstdint>
#include <mutex>
#include <string>

namespace hearsay {

class WatchLog {
 public:
  // `quiet`: only failures.
  explicit WatchLog(bool quiet);
  ~WatchLog();
  WatchLog(const WatchLog&) = delete;
  WatchLog& operator=(const WatchLog&) = delete;

  // "2025-03-04 09:30:00 Northline: 12 items, 3 new"
  void say(const std::string& words);
  void fail(const std::string& words);

  // On a terminal, what it is waiting for; it is written over by what is said next.
  void wait(const std::string& words);

  // Takes that away.
  void end();

 private:
  void write(const std::string& words);
  void clear();

  std::mutex mutex_;
  bool quiet_;
  bool terminal_;
  bool waiting_ = false;
};

// "09:45" of a time on the clock, with the day where it is not today.
std::string clock_words(std::int64_t seconds_since_1970);

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_WATCH_LOG_H_
