#include "watch_schedule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace hearsay {
namespace {

using Clock = WatchSchedule::Clock;
using std::chrono::milliseconds;
using ::testing::ElementsAre;

WatchJob feed(std::size_t number, const std::string& host) {
  return {.feed = number, .host = host, .item = {}};
}
WatchJob article(const std::string& host, const std::string& key) {
  return {.feed = 0, .host = host, .item = WatchedItem{.item = {}, .key = key, .url = {}}};
}

class WatchScheduleTest : public ::testing::Test {
 protected:
  // What is taken next, as a word, and done with.
  std::string next() {
    const std::optional<WatchJob> job = schedule_.take();
    if (!job) return "end";
    schedule_.finish(*job);
    return job->item ? job->item->key : "feed " + std::to_string(job->feed);
  }

  std::map<std::string, Clock::time_point> ready_;
  int waits_ = 0;
  WatchSchedule schedule_{[this](const std::string& host) { return ready_[host]; },
                          [this](Clock::time_point) { ++waits_; }};
};

TEST_F(WatchScheduleTest, EndsWhenThereIsNothing) { EXPECT_EQ(next(), "end"); }

TEST_F(WatchScheduleTest, ThingsComeWhenTheyAreDue) {
  const Clock::time_point now = Clock::now();
  schedule_.add(feed(1, "a.test"), now + milliseconds(60));
  schedule_.add(feed(2, "b.test"), now + milliseconds(30));
  schedule_.add(article("c.test", "c1"), {});
  EXPECT_EQ(next(), "c1");
  EXPECT_EQ(next(), "feed 2");
  EXPECT_EQ(next(), "feed 1");
  EXPECT_GE(Clock::now(), now + milliseconds(60));
  EXPECT_GE(waits_, 1);
  EXPECT_EQ(next(), "end");
}

TEST_F(WatchScheduleTest, AHostThatMayNotBeAskedYetIsWaitedFor) {
  const Clock::time_point now = Clock::now();
  ready_["a.test"] = now + milliseconds(50);
  schedule_.add(article("a.test", "a1"), {});
  schedule_.add(article("b.test", "b1"), {});
  EXPECT_EQ(next(), "b1");
  EXPECT_LT(Clock::now(), now + milliseconds(50));
  EXPECT_EQ(next(), "a1");
  EXPECT_GE(Clock::now(), now + milliseconds(50));
}

TEST_F(WatchScheduleTest, AHostThatIsLeftAloneForLongIsNotWaitedFor) {
  ready_["a.test"] = Clock::now() + std::chrono::hours(1);
  schedule_.add(article("a.test", "a1"), {});
  EXPECT_EQ(next(), "a1");
}

TEST_F(WatchScheduleTest, NoTwoThingsOfAHostAtATime) {
  schedule_.add(article("a.test", "a1"), {});
  schedule_.add(article("a.test", "a2"), {});
  schedule_.add(article("b.test", "b1"), {});
  const std::optional<WatchJob> first = schedule_.take();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->item->key, "a1");
  EXPECT_EQ(next(), "b1");
  std::jthread other([&] { EXPECT_EQ(next(), "a2"); });
  std::this_thread::sleep_for(milliseconds(20));
  schedule_.finish(*first);
}

TEST_F(WatchScheduleTest, ArticlesOfAHostAreDropped) {
  schedule_.add(article("a.test", "a1"), {});
  schedule_.add(article("a.test", "a2"), {});
  schedule_.add(article("b.test", "b1"), {});
  std::vector<std::string> keys;
  for (const WatchJob& job : schedule_.drop_articles("a.test")) keys.push_back(job.item->key);
  EXPECT_THAT(keys, ElementsAre("a1", "a2"));
  EXPECT_TRUE(schedule_.drop_articles("a.test").empty());
  EXPECT_EQ(next(), "b1");
  EXPECT_EQ(next(), "end");
}

TEST_F(WatchScheduleTest, StopsWhoeverWaits) {
  schedule_.add(feed(1, "a.test"), Clock::now() + std::chrono::hours(1));
  std::jthread other([&] { EXPECT_EQ(next(), "end"); });
  std::this_thread::sleep_for(milliseconds(20));
  schedule_.stop();
}

}  // namespace
}  // namespace hearsay
