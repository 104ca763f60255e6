#include "feeds/opml.h"

#include <gmock/gmock.h>

namespace hearsay {
namespace {

using ::testing::HasSubstr;

TEST(Opml, ReadsOutlinesHoweverDeep) {
  const auto feeds =
      read_opml(R"(<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
    <outline text="Coast"><outline text="North"><outline type="rss" text="Northline &amp; Sons" xmlUrl="https://northline.test/rss"/>
    </outline></outline><outline title="Courier" text="C" xmlurl=" https://courier.test/atom "/>
    <outline text="again" xmlUrl="https://northline.test/rss"/><outline text="no feed"/></body></opml>)",
                "feeds.opml");
  ASSERT_TRUE(feeds);
  ASSERT_EQ(feeds->size(), 2u);
  EXPECT_EQ((*feeds)[0].url, "https://northline.test/rss");
  EXPECT_EQ((*feeds)[0].title, "Northline & Sons");
  EXPECT_EQ((*feeds)[1].url, "https://courier.test/atom");
  EXPECT_EQ((*feeds)[1].title, "Courier");
}

TEST(Opml, SaysWhatIsWrong) {
  EXPECT_THAT(read_opml("<opml><body/></opml>", "f").error().message,
              HasSubstr("f: expected outlines with xmlUrl"));
  EXPECT_THAT(read_opml("<rss/>", "f").error().message,
              HasSubstr("f:1: byte 0: expected a list of feeds (OPML), found XML that begins with <rss>"));
  EXPECT_THAT(read_opml("<opml>\n<outline>", "f").error().message, HasSubstr("f:2: byte 16: expected XML"));
  std::string deep = "<opml>";
  for (int i = 0; i < 100'000; ++i) deep += "<outline>";
  EXPECT_THAT(read_opml(deep, "f").error().message, HasSubstr("at most 256 deep"));
}

}  // namespace
}  // namespace hearsay
