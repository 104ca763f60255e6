#include "server/event_log.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(EventLog, TellsWhatFollows) {
  EventLog log;
  log.append("article", "{}");
  log.append("changed", "{\"a\": 1}");
  std::uint64_t number = *log.after("1");
  EXPECT_EQ(*log.read(1000, number), "id: 2\nevent: changed\ndata: {\"a\": 1}\n\n");
  EXPECT_EQ(number, 3u);
  EXPECT_EQ(*log.read(1000, number), "");
  number = 1;
  log.read(1, number);
  EXPECT_EQ(number, 2u);  // one at least
}

TEST(EventLog, KnowsWhatItCannotTell) {
  EventLog log;
  for (std::size_t i = 0; i < kMostEvents + 5; ++i) log.append("changed", "{}");
  for (const char* last :
       {"", "x", "4", "-1", "99999999999999999999999", "1030", "18446744073709551615", "7 "})
    EXPECT_FALSE(log.after(last)) << last;
  EXPECT_EQ(log.after("5"), 6u);
  EXPECT_EQ(log.after("1029"), 1030u);
  std::uint64_t number = 5;
  EXPECT_FALSE(log.read(10, number));
}

}  // namespace
}  // namespace hearsay
