// Threads that do what they are given, in order.
#ifndef HEARSAY_SRC_SERVER_WORK_QUEUE_H_
#define HEARSAY_SRC_SERVER_WORK_QUEUE_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace hearsay {

// Any thread may give work. Destroying it waits for what it was given.
class WorkQueue {
 public:
  using Work = std::function<void(std::size_t thread)>;
  WorkQueue(std::size_t threads, std::size_t capacity);
  ~WorkQueue();
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  // False where as much is waiting as there is room for.
  bool give(Work work);

 private:
  void run(std::size_t thread);

  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Work> waiting_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_WORK_QUEUE_H_
