#include "format/json_feed.h"

#include <gmock/gmock.h>

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(JsonFeed, ReadsItems) {
  const auto feed = parse_json_feed(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Northline",
    "language": "en", "authors": [{"name": "Desk"}], "items": [
      {"id": "1", "url": "https://northline.test/1", "title": "Pier", "content_html": "<p>Safe.</p>",
       "date_published": "2025-03-04T09:30:00Z", "authors": [{"name": "Ada Holm"}, {"name": "Tom Dahl"}]},
      {"id": 2, "external_url": "https://other.test/2", "content_text": "Closed.", "summary": "So"}]})");
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->title, "Northline");
  ASSERT_EQ(feed->items.size(), 2u);
  EXPECT_THAT(feed->items[0].authors, ElementsAre("Ada Holm", "Tom Dahl"));
  EXPECT_EQ(feed->items[0].content_html, "<p>Safe.</p>");
  EXPECT_EQ(feed->items[1].id, "2");
  EXPECT_EQ(feed->items[1].url, "https://other.test/2");
  EXPECT_THAT(feed->items[1].authors, ElementsAre("Desk"));
}

TEST(JsonFeed, ForgivesFieldsOfOtherTypes) {
  const auto feed = parse_json_feed(
      R"({"title": [], "author": {"name": "Desk"}, "items": [7, {"title": null, "author": 3}]})");
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->items.size(), 1u);
  EXPECT_EQ(feed->items[0].title, "");
  EXPECT_THAT(feed->items[0].authors, ElementsAre("Desk"));
}

TEST(JsonFeed, SaysWhatIsNoFeed) {
  EXPECT_THAT(parse_json_feed("[]").error().message, HasSubstr("found an array"));
  EXPECT_THAT(parse_json_feed("{}").error().message, HasSubstr("items: expected an array, found nothing"));
  EXPECT_THAT(parse_json_feed(R"({"items": [)").error().message, HasSubstr("at byte 11"));
}

}  // namespace
}  // namespace hearsay
