#include "format/item_status.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(ItemStatus, KnowsTheCodesOfPublishers) {
  EXPECT_EQ(read_item_status("stat:canceled"), ArticleStatus::canceled);
  EXPECT_EQ(read_item_status("Cancelled"), ArticleStatus::canceled);
  EXPECT_EQ(read_item_status("sig:kill"), ArticleStatus::canceled);
  EXPECT_EQ(read_item_status("http://cv.example.com/signal:correction"), ArticleStatus::corrected);
  EXPECT_EQ(read_item_status("withheld"), ArticleStatus::withheld);
  EXPECT_EQ(read_item_status("usable"), ArticleStatus::usable);
  for (const char* other : {"", ":", "embargoed", "canceled by", "200"})
    EXPECT_EQ(read_item_status(other), std::nullopt) << other;
}

TEST(ItemStatus, VersionsAreWholeNumbers) {
  EXPECT_EQ(read_item_version("3"), 3u);
  EXPECT_EQ(read_item_version("0012"), 12u);
  for (const char* other : {"", "0", "-1", "1.2", " 1", "v2", "4294967295", "99999999999"})
    EXPECT_EQ(read_item_version(other), 0u) << other;
}

}  // namespace
}  // namespace hearsay
