#include "feeds/feed.h"

#include <gmock/gmock.h>

#include <vector>

namespace hearsay {
namespace {

using ::testing::HasSubstr;

std::vector<FeedItem> items_of(std::string_view bytes) {
  std::vector<FeedItem> items;
  const auto feed = read_feed(bytes, {.name = "f", .content_type = ""}, [&](FeedItem&& item) {
    items.push_back(std::move(item));
    return true;
  });
  EXPECT_TRUE(feed) << (feed ? "" : feed.error().message);
  return items;
}

std::string error_of(std::string_view bytes) {
  const auto feed = read_feed(bytes, {.name = "f", .content_type = ""}, [](FeedItem&&) { return true; });
  return feed ? "" : feed.error().message;
}

TEST(Feed, ReadsJson) {
  const auto items = items_of(
      "\xEF\xBB\xBF\n"
      R"({"title": "Northline", "items": [{"id": "1", "url": "https://n.test/1",
    "title": "Pier &amp; sea", "content_html": "<p>Safe.</p><p>So.</p>", "date_modified": "2025-03-04T09:30:00Z",
    "authors": [{"name": "Ada Holm"}, {"name": "Tom Dahl"}]}]})");
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].title, "Pier & sea");
  EXPECT_EQ(items[0].content, "Safe.\n\nSo.");
  EXPECT_EQ(items[0].published, "2025-03-04T09:30:00Z");
  EXPECT_EQ(items[0].byline, "Ada Holm, Tom Dahl");
}

TEST(Feed, SaysWhatIsNoFeed) {
  EXPECT_EQ(error_of(""), "f: expected a feed, found nothing");
  EXPECT_EQ(error_of(" \n"), "f: expected a feed, found nothing");
  EXPECT_THAT(error_of("plain words"), HasSubstr("f:1: byte 0: expected XML"));
  EXPECT_EQ(error_of("<!DOCTYPE html>\n<html><p>x"), "f:2: byte 16: expected a feed, found a page");
  EXPECT_EQ(error_of("<opml/>"), "f:1: byte 0: expected a feed, found a list of feeds (OPML)");
  EXPECT_EQ(error_of("<svg/>"), "f:1: byte 0: expected a feed, found XML that begins with <svg>");
  EXPECT_THAT(error_of("{\"items\": ["), HasSubstr("f: expected JSON"));
}

TEST(Feed, RefusesEntityBombs) {
  const std::string bomb =
      "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
      "\"&a;&a;&a;&a;\">]>\n<rss><channel><title>&b;</title></channel></rss>";
  EXPECT_EQ(error_of(bomb),
            "f:1: byte 24: expected no entities but those of XML and HTML, found a declaration of 'a'");
  EXPECT_THAT(error_of("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss>&x;</rss>"),
              HasSubstr("a declaration of 'x'"));
}

TEST(Feed, BoundsTheDepth) {
  std::string deep = "<rss><channel><item><description>";
  for (int i = 0; i < 1'000'000; ++i) deep += "<div>";
  EXPECT_THAT(error_of(deep), HasSubstr("expected elements at most 256 deep, found deeper ones"));
}

TEST(Feed, KeepsWhatCameBeforeTheEnd) {
  int count = 0;
  const auto feed =
      read_feed("<rss><channel><item><title>a</title></item>\n<item><title>b</title></item>\n<item><tit",
                {.name = "f", .content_type = ""}, [&](FeedItem&&) { return ++count > 0; });
  EXPECT_EQ(count, 2);
  ASSERT_FALSE(feed);
  EXPECT_THAT(feed.error().message, HasSubstr("f:3: byte 80: expected XML, found"));
}

TEST(Feed, StopsWhenToldTo) {
  int count = 0;
  std::string many = "<rss><channel>";
  for (int i = 0; i < 1000; ++i) many += "<item><title>a</title></item>";
  EXPECT_TRUE(read_feed(many, {.name = "f", .content_type = ""}, [&](FeedItem&&) { return ++count < 3; }));
  EXPECT_EQ(count, 3);
}

TEST(Feed, ReadsAHundredThousandItems) {
  std::string many = "<rss version='2.0'><channel><title>Many</title>";
  for (int i = 0; i < 100'000; ++i)
    many += "<item><title>Pier " + std::to_string(i) + "</title><link>https://n.test/" + std::to_string(i) +
            "</link></item>";
  EXPECT_EQ(items_of(many + "</channel></rss>").size(), 100'000u);
}

}  // namespace
}  // namespace hearsay
