#include "pages/page_metadata.h"

#include <gtest/gtest.h>

#include <utility>

namespace hearsay {
namespace {

PageMetadata read(std::string page, std::string_view url = "https://www.northline.test/city/bridge") {
  const Result<HtmlTree> tree = HtmlTree::parse(std::move(page));
  return read_metadata(*tree, url);
}

TEST(PageMetadata, OpenGraph) {
  const PageMetadata m = read(R"(<html lang="en_GB"><head><title>The bridge is safe | Northline</title>
    <meta property="og:title" content="The bridge &amp;amp; the mayor | Northline"><meta property="og:site_name" content="Northline">
    <meta property="article:published_time" content="2024-03-12T16:05:00-04:00">
    <meta property="article:modified_time" content="2024-03-13"><meta property="article:section" content="City">
    <link rel="canonical" href="https://www.northline.test/bridge"></head><body><p>Text.</p></body></html>)");
  EXPECT_EQ(m.title, "The bridge & the mayor");
  EXPECT_EQ(m.publisher, "Northline");
  EXPECT_EQ(m.published, "2024-03-12T16:05:00-04:00");
  EXPECT_EQ(m.modified, "2024-03-13");
  EXPECT_EQ(m.section, "City");
  EXPECT_EQ(m.language, "en-GB");
  EXPECT_EQ(m.url, "https://www.northline.test/bridge");
}

TEST(PageMetadata, LinkedData) {
  const PageMetadata m =
      read(R"(<script type="application/ld+json">[{"@type": "WebPage", "datePublished": "2001-01-01"},
    {"@type": "NewsArticle", "headline": "Another", "url": "https://www.northline.test/other", "datePublished": "2023-01-01"},
    {"@type": "NewsArticle", "headline": "The bridge is safe", "url": "https://northline.test/city/bridge/",
     "datePublished": "2024-03-12", "dateModified": "2024-03-12", "articleBody": "It is.", "publisher": {"name": "Northline"},
     "inLanguage": "en"}]</script><h1>Northline</h1><h1>The bridge is safe</h1>)");
  EXPECT_EQ(m.title, "The bridge is safe");
  EXPECT_EQ(m.publisher, "Northline");
  EXPECT_EQ(m.published, "2024-03-12");
  EXPECT_EQ(m.modified, "");
  EXPECT_EQ(m.language, "en");
  EXPECT_EQ(m.article_body, "It is.");
  EXPECT_NE(m.title_node, 0u);
}

TEST(PageMetadata, TheHeadingThatAgreesIsTheTitle) {
  EXPECT_EQ(read("<title>The bridge is safe, says mayor - Northline</title><h1>Northline</h1><h2>The bridge "
                 "is safe, says "
                 "mayor</h2>")
                .title,
            "The bridge is safe, says mayor");
  // No heading, but an element that says it.
  const PageMetadata m = read("<title>The bridge is safe ‹ A diary</title><div>The bridge is safe</div>");
  EXPECT_EQ(m.title, "The bridge is safe");
  EXPECT_NE(m.title_node, 0u);
  EXPECT_EQ(read("<title>Northline | The bridge</title><h1>Latest news</h1>").title, "The bridge");
  EXPECT_EQ(read("<h1>The bridge</h1>").title, "The bridge");
}

TEST(PageMetadata, ReadersSeeTheDay) {
  // A moment of the evening, in UTC.
  const std::string_view head = R"(<meta property="article:published_time" content="2024-03-13T02:54:29Z">)";
  EXPECT_EQ(
      read(std::string(head) + "<h1>The bridge</h1><p class=date>March 12, 2024 10:54 p.m.</p>").published,
      "2024-03-12T22:54:00");
  EXPECT_EQ(read(std::string(head), "https://northline.test/2024/03/12/bridge").published, "2024-03-12");
  EXPECT_EQ(read(std::string(head) + "<h1>The bridge</h1><p class=date>March 11, 2024</p>").published,
            "2024-03-13T02:54:29Z");
}

TEST(PageMetadata, ReadersSeeTheDayOfTimeElements) {
  EXPECT_EQ(read("<h1>The bridge</h1><time datetime='2024-03-13T02:54:29Z'>March 12, 2024</time>").published,
            "2024-03-12");
}

TEST(PageMetadata, VisibleDates) {
  EXPECT_EQ(read("<h1>The bridge</h1><p>Published 12 March 2024</p>").published, "2024-03-12");
  EXPECT_EQ(read("<html lang=en-GB><h1>The bridge</h1><p>03/04/2024").published, "2024-04-03");
  EXPECT_EQ(read("<h1>The bridge</h1><time datetime='2024-03-12T08:00'>This morning</time>").published,
            "2024-03-12T08:00:00");
  EXPECT_EQ(read("<h1>The bridge</h1><p>Updated 14 March 2024</p><p>12 March 2024</p>").published,
            "2024-03-12");
  EXPECT_EQ(read("<h1>The bridge</h1><footer>Copyright 12 March 2024</footer>").published, "");
  EXPECT_EQ(read("<h1>The bridge</h1><div class=comments><p>Ada, 12 March 2024</p></div>").published, "");
  EXPECT_EQ(read("<h1>The bridge</h1><div itemprop=datePublished content=2024-03-12></div>").published,
            "2024-03-12");
}

TEST(PageMetadata, DatesOfUrls) {
  EXPECT_EQ(read("<h1>The bridge</h1>", "https://northline.test/2024/03/12/bridge").published, "2024-03-12");
  EXPECT_EQ(
      read("", "https://archive.test/web/20200101000000/http://northline.test/2024/03/12/bridge").published,
      "2024-03-12");
}

TEST(PageMetadata, Bylines) {
  EXPECT_EQ(
      read(
          R"(<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"name": "By Ada Holm, Reporter"},
    {"name": "Per Dahl"}, {"name": "https://northline.test/eva"}]}</script>)")
          .byline,
      "Ada Holm and Per Dahl");
  EXPECT_EQ(read("<meta name=author content='Northline'><meta property='og:site_name' content='Northline'>"
                 "<h1>The bridge</h1><a rel=author>Ada Holm</a><div class=comment><b class=author>Per "
                 "Dahl</b></div>")
                .byline,
            "Ada Holm");
  EXPECT_EQ(read("<h1>The bridge</h1><p>By <b>Ada Holm</b></p><p>By noon the bridge was closed.").byline,
            "Ada Holm");
  EXPECT_EQ(read("<h1>The bridge</h1><p>By noon the bridge was closed.").byline, "");
}

TEST(PageMetadata, FrontPagesAreNoAddress) {
  const std::string page = "<link rel=canonical href='https://northline.test/'>";
  EXPECT_EQ(read(page).url, "https://www.northline.test/city/bridge");
  EXPECT_EQ(read(page, "").url, "https://northline.test/");
}

TEST(PageMetadata, NothingIsSaid) {
  const PageMetadata m = read("");
  EXPECT_EQ(m.title + m.byline + m.publisher + m.published + m.modified + m.language + m.section, "");
  EXPECT_EQ(m.url, "https://www.northline.test/city/bridge");
  EXPECT_EQ(m.title_node, 0u);
}

}  // namespace
}  // namespace hearsay
