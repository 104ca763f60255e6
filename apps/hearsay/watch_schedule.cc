#include "watch_schedule.h"

#include <algorithm>

namespace hearsay {
namespace {

// A host that is to be left alone for longer is not waited for: who asks for it is told so.
constexpr std::chrono::seconds kLongestWait{60};

}  // namespace

void WatchSchedule::add(WatchJob job, Clock::time_point due) {
  const std::scoped_lock lock(mutex_);
  if (job.item) {
    articles_[job.host].push_back(std::move(job));
  } else {
    feeds_.push_back({std::move(job), due});
  }
  changed_.notify_all();
}

WatchSchedule::Next WatchSchedule::find_next() {
  Next next;
  const Clock::time_point patience = Clock::now() + kLongestWait;
  const auto look = [&](const std::string& host, Clock::time_point due) {
    if (busy_.contains(host)) return false;
    const Clock::time_point ready = ready_(host);
    if (ready < patience) due = std::max(due, ready);
    if (due >= next.due) return false;
    next = {.due = due, .feed = 0, .host = nullptr};
    return true;
  };
  for (std::size_t i = 0; i < feeds_.size(); ++i) {
    if (look(feeds_[i].job.host, feeds_[i].due)) next.feed = i;
  }
  for (const auto& [host, jobs] : articles_) {
    if (look(host, Clock::time_point{})) next.host = &host;
  }
  return next;
}

WatchJob WatchSchedule::remove(const Next& next) {
  WatchJob job;
  if (next.host == nullptr) {
    job = std::move(feeds_[next.feed].job);
    feeds_.erase(feeds_.begin() + static_cast<std::ptrdiff_t>(next.feed));
    return job;
  }
  const auto queue = articles_.find(*next.host);
  job = std::move(queue->second.front());
  queue->second.pop_front();
  if (queue->second.empty()) articles_.erase(queue);
  return job;
}

std::optional<WatchJob> WatchSchedule::take() {
  std::unique_lock lock(mutex_);
  while (!stopped_) {
    const Next next = find_next();
    if (next.due <= Clock::now()) {
      WatchJob job = remove(next);
      ++working_;
      if (!job.host.empty()) busy_.insert(job.host);
      return job;
    }
    if (feeds_.empty() && articles_.empty() && working_ == 0) break;
    if (working_ == 0 && articles_.empty()) waits_(next.due);
    if (next.due == Clock::time_point::max()) {
      changed_.wait(lock);
    } else {
      changed_.wait_until(lock, next.due);
    }
  }
  changed_.notify_all();
  return std::nullopt;
}

void WatchSchedule::finish(const WatchJob& job) {
  const std::scoped_lock lock(mutex_);
  --working_;
  busy_.erase(job.host);
  changed_.notify_all();
}

std::vector<WatchJob> WatchSchedule::drop_articles(const std::string& host) {
  const std::scoped_lock lock(mutex_);
  const auto found = articles_.find(host);
  if (found == articles_.end()) return {};
  std::vector<WatchJob> dropped(std::make_move_iterator(found->second.begin()),
                                std::make_move_iterator(found->second.end()));
  articles_.erase(found);
  return dropped;
}

void WatchSchedule::stop() {
  const std::scoped_lock lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

}  // namespace hearsay
