#include "server/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace hearsay {
namespace {

TEST(WorkQueue, DoesAllBeforeItEnds) {
  std::atomic<int> done = 0;
  {
    WorkQueue queue(3, 100);
    for (int i = 0; i < 100; ++i) EXPECT_TRUE(queue.give([&](std::size_t thread) { done += thread < 3; }));
  }
  EXPECT_EQ(done, 100);
}

TEST(WorkQueue, RefusesMoreThanItHasRoomFor) {
  std::promise<void> begun, go;
  WorkQueue queue(1, 1);
  EXPECT_TRUE(queue.give([&](std::size_t) {
    begun.set_value();
    go.get_future().wait();
  }));
  begun.get_future().wait();
  EXPECT_TRUE(queue.give([](std::size_t) {}));
  EXPECT_FALSE(queue.give([](std::size_t) {}));
  go.set_value();
}

}  // namespace
}  // namespace hearsay
