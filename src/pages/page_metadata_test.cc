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

TEST(PageMetadata, NothingIsSaid) {
  const PageMetadata m = read("");
  EXPECT_EQ(m.title + m.byline + m.publisher + m.published + m.modified + m.language + m.section, "");
  EXPECT_EQ(m.url, "https://www.northline.test/city/bridge");
  EXPECT_EQ(m.title_node, 0u);
}

}  // namespace
}  // namespace hearsay
