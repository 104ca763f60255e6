#include "fetch/host_gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace hearsay {
namespace {

using std::chrono::milliseconds;

TEST(HostGate, LetsOneInAtATimeWithPauses) {
  HostGate gate;
  std::atomic<int> inside = 0;
  const auto begin = HostGate::Clock::now();
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      EXPECT_FALSE(gate.enter("a"));
      EXPECT_EQ(++inside, 1);
      --inside;
      gate.leave("a", milliseconds(30));
    });
  }
  threads.clear();
  EXPECT_GE(HostGate::Clock::now() - begin, milliseconds(90));
}

TEST(HostGate, HostsDoNotWaitForEachOther) {
  HostGate gate;
  EXPECT_FALSE(gate.enter("a"));
  EXPECT_FALSE(gate.enter("b"));
  gate.leave("a", std::chrono::seconds(60));
  gate.leave("b", milliseconds(0));
  EXPECT_FALSE(gate.enter("b"));
}

TEST(HostGate, TurnsAwayWhomItWouldKeepForLong) {
  HostGate gate;
  gate.hold("a", std::chrono::hours(1));
  gate.hold("a", milliseconds(1));
  const auto left = gate.enter("a");
  ASSERT_TRUE(left);
  EXPECT_GT(*left, std::chrono::minutes(59));
  EXPECT_GT(gate.ready("a"), HostGate::Clock::now());
  EXPECT_LT(gate.ready("b"), HostGate::Clock::now());
}

}  // namespace
}  // namespace hearsay
