// Work on a stream of items by several threads, with the results in the order of
// the items.
#ifndef HEARSAY_APPS_HEARSAY_ORDERED_WORK_H_
#define HEARSAY_APPS_HEARSAY_ORDERED_WORK_H_

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace hearsay {

// A bounded queue between workers that finish in any order and a receiver that
// wants order. At most `capacity` tickets are out at a time, so memory does not
// grow with the stream.
template <typename Output>
class OrderedQueue {
 public:
  explicit OrderedQueue(std::size_t capacity) : finished_(capacity) {}

  // Waits for room, then hands out the next ticket. `next` is called with it, by
  // one thread at a time, and returns the item or nothing at the end of the
  // stream; then, and after stop(), every call returns nothing.
  template <typename Item, typename Next>
  std::optional<std::pair<std::size_t, Item>> take(Next& next) {
    const std::scoped_lock one_reader(reading_);
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [&] { return stopped_ || taken_ - given_ < finished_.size(); });
      if (stopped_) return std::nullopt;
    }
    std::optional<Item> item = next();
    const std::scoped_lock lock(mutex_);
    if (!item) {
      stopped_ = true;
      room_.notify_all();
      return std::nullopt;
    }
    return std::make_pair(taken_++, *std::move(item));
  }

  // Stores a ticket's result; whoever completes the sequence gives it to
  // `receive`, which is called in order, by one thread at a time, and returns
  // false to have no more of it.
  template <typename Receive>
  void give(std::size_t ticket, Output output, Receive& receive) {
    std::unique_lock lock(mutex_);
    finished_[ticket % finished_.size()] = std::move(output);
    if (giving_) return;
    giving_ = true;
    while (finished_[given_ % finished_.size()] && !refused_) {
      Output ready = *std::exchange(finished_[given_ % finished_.size()], std::nullopt);
      lock.unlock();
      const bool more = receive(std::move(ready));
      lock.lock();
      ++given_;
      if (!more) refused_ = stopped_ = true;
      room_.notify_all();
    }
    giving_ = false;
  }

 private:
  std::mutex reading_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::vector<std::optional<Output>> finished_;  // a ring, by ticket
  std::size_t taken_ = 0;
  std::size_t given_ = 0;
  bool giving_ = false;
  bool stopped_ = false;  // nothing more is taken
  bool refused_ = false;  // nothing more is given
};

// Calls work(item, thread) for what next() returns, on `threads` threads, and
// receive() with the results in order. One thread means the caller's own.
template <typename Item, typename Output, typename Next, typename Work, typename Receive>
void work_in_order(int threads, Next next, Work work, Receive receive) {
  constexpr std::size_t kTicketsPerThread = 4;
  OrderedQueue<Output> queue(kTicketsPerThread * static_cast<std::size_t>(threads));
  const auto run = [&](int thread) {
    while (auto taken = queue.template take<Item>(next)) {
      queue.give(taken->first, work(std::move(taken->second), thread), receive);
    }
  };
  std::vector<std::jthread> others;
  for (int thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
  run(0);
}

}  // namespace hearsay

#endif  // HEARSAY_APPS_HEARSAY_ORDERED_WORK_H_
