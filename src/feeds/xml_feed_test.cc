#include "feeds/xml_feed.h"

#include <gmock/gmock.h>

#include <vector>

namespace hearsay {
namespace {

using ::testing::SizeIs;

struct Read {
  Feed feed;
  std::vector<FeedItem> items;
};

Read read(std::string_view bytes) {
  Read all;
  const auto feed = read_xml_feed(bytes, {.name = "f", .content_type = ""}, [&](FeedItem&& item) {
    all.items.push_back(std::move(item));
    return true;
  });
  EXPECT_TRUE(feed) << (feed ? "" : feed.error().message);
  if (feed) all.feed = *feed;
  return all;
}

// One item of RSS 2.0.
FeedItem item(std::string_view inside) {
  const Read all =
      read("<rss version='2.0'><channel><item>" + std::string(inside) + "</item></channel></rss>");
  EXPECT_THAT(all.items, SizeIs(1));
  return all.items.empty() ? FeedItem() : all.items[0];
}

TEST(XmlFeed, ReadsRss2) {
  const Read all = read(R"(
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Northline &ndash; News</title><link>https://northline.test/</link><language>en-gb</language>
<atom:link href="https://northline.test/rss" rel="self"/>
<image><title>Logo</title><url>https://northline.test/logo.png</url></image>
<item><title>Pier &amp; sea</title><link> https://northline.test/pier </link>
<description>&lt;p&gt;The pier is &lt;b&gt;safe&lt;/b&gt;.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The pier is safe.</p><p>So said Holm.</p>]]></content:encoded>
<author>desk@northline.test (Ada Holm)</author><pubDate>Tue, 04 Mar 2025 09:30:00 GMT</pubDate>
<guid isPermaLink="false">n-1</guid></item></channel></rss>)");
  EXPECT_EQ(all.feed.title, "Northline – News");
  EXPECT_EQ(all.feed.language, "en-gb");
  ASSERT_THAT(all.items, SizeIs(1));
  const FeedItem& first = all.items[0];
  EXPECT_EQ(first.title, "Pier & sea");
  EXPECT_EQ(first.url, "https://northline.test/pier");
  EXPECT_EQ(first.id, "n-1");
  EXPECT_EQ(first.summary, "The pier is safe.");
  EXPECT_EQ(first.content, "The pier is safe.\n\nSo said Holm.");
  EXPECT_EQ(first.byline, "Ada Holm");
  EXPECT_EQ(first.published, "2025-03-04T09:30:00Z");
}

TEST(XmlFeed, ReadsAtom) {
  const Read all =
      read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://courier.test/">
<title type="text">Courier</title>
<entry><title type="html">Pier &lt;i&gt;closed&lt;/i&gt;</title><id>tag:courier.test,2025:1</id>
<link rel="replies" href="/1/comments"/><link rel="enclosure" href="a.mp3"/><link href="/1"/>
<author><email>a@courier.test</email><name>Eva Strand</name><uri>https://courier.test/eva</uri></author><author><name>Tom Dahl</name></author>
<source><title>Elsewhere</title><id>x</id></source>
<published>2025-03-04T09:30:00+01:00</published><updated>2025-03-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Closed &amp; <b>shut</b>.</p><p>1 &lt; 2</p></div></content></entry></feed>)");
  EXPECT_EQ(all.feed.title, "Courier");
  EXPECT_EQ(all.feed.language, "en");
  ASSERT_THAT(all.items, SizeIs(1));
  const FeedItem& first = all.items[0];
  EXPECT_EQ(first.title, "Pier closed");
  EXPECT_EQ(first.url, "/1");
  EXPECT_EQ(first.base, "https://courier.test/");
  EXPECT_EQ(first.id, "tag:courier.test,2025:1");
  EXPECT_EQ(first.byline, "Eva Strand, Tom Dahl");
  EXPECT_EQ(first.published, "2025-03-04T09:30:00+01:00");
  EXPECT_EQ(first.updated, "2025-03-05T10:00:00Z");
  EXPECT_EQ(first.content, "Closed & shut.\n\n1 < 2");
}

TEST(XmlFeed, ReadsRdf) {
  const Read all = read(
      R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Harbour</title><items><rdf:Seq><rdf:li resource="https://h.test/1"/></rdf:Seq></items></channel>
<item rdf:about="https://h.test/1"><title>Pier</title><link>https://h.test/1</link><dc:date>2025-03-04T09:30Z</dc:date>
<dc:creator>Ada Holm</dc:creator><description>Safe.</description></item></rdf:RDF>)");
  EXPECT_EQ(all.feed.title, "Harbour");
  ASSERT_THAT(all.items, SizeIs(1));
  EXPECT_EQ(all.items[0].published, "2025-03-04T09:30:00Z");
  EXPECT_EQ(all.items[0].byline, "Ada Holm");
}

TEST(XmlFeed, ReadsRss091AndPrefixedAtom) {
  EXPECT_EQ(read("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
                 "'http://my.netscape.com/x.dtd'>"
                 "<rss version='0.91'><channel><item><title>Caf&eacute;</title></item></channel></rss>")
                .items.at(0)
                .title,
            "Café");
  EXPECT_EQ(
      read("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'><atom:entry><atom:title>Pier</atom:title>"
           "<atom:link href='https://a.test/1'/></atom:entry></atom:feed>")
          .items.at(0)
          .url,
      "https://a.test/1");
}

TEST(XmlFeed, TakesTheAddressFromWhereItStands) {
  EXPECT_EQ(item("<guid>https://n.test/1</guid>").url, "https://n.test/1");
  EXPECT_EQ(item("<guid isPermaLink='false'>https://n.test/1</guid>").url, "");
  EXPECT_EQ(item("<guid>n-1</guid>").url, "");
  EXPECT_EQ(
      item("<link>https://x.test/r</link><feedburner:origLink>https://n.test/1</feedburner:origLink>").url,
      "https://n.test/1");
}

TEST(XmlFeed, LeavesTheWordsOfMediaAlone) {
  const FeedItem read = item(
      "<media:group><media:title>Video</media:title><description>of it</description></media:group>"
      "<title>Pier</title><media:credit>A</media:credit><itunes:author>B</itunes:author><source "
      "url='x'>Y</source>");
  EXPECT_EQ(read.title, "Pier");
  EXPECT_EQ(read.summary, "");
  EXPECT_EQ(read.byline, "");
}

TEST(XmlFeed, ReadsMarkupThatNobodyEscaped) {
  EXPECT_EQ(item("<description><p>One &amp; <b>two</b></p><p>three</p></description>").summary,
            "One & two\n\nthree");
  EXPECT_EQ(item("<title>A <i>b</i> c</title>").title, "A b c");
}

TEST(XmlFeed, LongestContentCounts) {
  EXPECT_EQ(item("<content>short</content><content:encoded>longer than that</content:encoded>").content,
            "longer than that");
}

}  // namespace
}  // namespace hearsay
