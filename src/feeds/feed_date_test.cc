#include "feeds/feed_date.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(FeedDate, ReadsWhatRssWrites) {
  EXPECT_EQ(feed_date("Tue, 04 Mar 2025 09:30:00 +0100"), "2025-03-04T09:30:00+01:00");
  EXPECT_EQ(feed_date("Tue, 4 Mar 2025 09:30:00 GMT"), "2025-03-04T09:30:00Z");
  EXPECT_EQ(feed_date("4 Mar 25 9:30 EST"), "2025-03-04T09:30:00-05:00");
  EXPECT_EQ(feed_date(" Tuesday, 4 March 2025\n 09:30:00 Z "), "2025-03-04T09:30:00Z");
  EXPECT_EQ(feed_date("Tue, 04 Mar 2025"), "2025-03-04");
  EXPECT_EQ(feed_date("March 4, 2025 9:30"), "2025-03-04T09:30:00");
  EXPECT_EQ(feed_date("04-Mar-2025 09:30:00 UTC"), "2025-03-04T09:30:00Z");
  EXPECT_EQ(feed_date("Tue, 04 Mar 1997 09:30:00 GMT+1"), "1997-03-04T09:30:00+01:00");
}

TEST(FeedDate, ReadsWhatAtomWrites) {
  EXPECT_EQ(feed_date("2025-03-04T09:30:00Z"), "2025-03-04T09:30:00Z");
  EXPECT_EQ(feed_date("2025-03-04T09:30:00.123+01:00"), "2025-03-04T09:30:00+01:00");
  EXPECT_EQ(feed_date("2025-03-04 09:30"), "2025-03-04T09:30:00");
  EXPECT_EQ(feed_date("2025-03-04"), "2025-03-04");
  EXPECT_EQ(feed_date("2025/3/4"), "2025-03-04");
  EXPECT_EQ(feed_date("20250304T093000"), "2025-03-04");
  EXPECT_EQ(feed_date("2025-03-04T09:30:00-00:00"), "2025-03-04T09:30:00Z");
}

TEST(FeedDate, GivesNothingForWhatIsNoDate) {
  for (const char* text :
       {"", "yesterday", "2025", "2025-13-04", "2025-02-30", "31 Feb 2025", "1/2", "Tue,", "2025-",
        "99999999999999", "2025-03", "-", "4 Mar", "Mar 2025", "\xF0\x9F\x98\x80 4"})
    EXPECT_EQ(feed_date(text), "") << text;
  EXPECT_EQ(feed_date("2025-03-04T25:30:00Z"), "2025-03-04");
}

}  // namespace
}  // namespace hearsay
