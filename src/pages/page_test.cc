#include "pages/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kStory =
    R"(<!DOCTYPE html><html lang="en"><head><title>Bridge closed | Northline</title>
<meta property="og:title" content="Bridge closed after storm"></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<main><article><h1>Bridge closed after storm</h1>
<p>The bridge at Port Ansel was closed on Monday, said Ada Holm, the harbour&rsquo;s engineer, after a night of high wind.</p>
<p>&ldquo;Nobody was hurt,&rdquo; she told reporters at the quay, where two ferries waited for the water to fall.</p>
<h2>What comes next</h2>
<p>Inspectors will look at the cables on Tuesday, and the city council is to meet in the evening to hear them.</p>
</article></main>
<aside><p>Our newsletter brings you the best stories of the week, every Friday at noon, free of charge.</p></aside>
<footer><p>All rights reserved by the owners of this invented paper, which has never been printed anywhere.</p></footer>
</body></html>)";

TEST(ReadPage, KeepsTheArticle) {
  const Result<Document> doc = read_page(kStory, {});
  ASSERT_TRUE(doc);
  EXPECT_EQ(find_violation(*doc), "");
  EXPECT_THAT(doc->text, HasSubstr("said Ada Holm, the harbour’s engineer"));
  EXPECT_THAT(doc->text, HasSubstr("Inspectors will look"));
  EXPECT_THAT(doc->text, Not(HasSubstr("newsletter")));
  EXPECT_THAT(doc->text, Not(HasSubstr("rights reserved")));
  EXPECT_EQ(doc->blocks[0].kind, BlockKind::title);
  EXPECT_EQ(doc->at(doc->blocks[0].span), doc->metadata.title);
}

TEST(ReadPage, RowsAreBlocks) {
  std::string page(kStory);
  page.insert(page.find("</article>"), "<table><tr><td>Ferries<td>2<tr><td>Trains<td>7</table>");
  const Result<Document> doc = read_page(page, {});
  ASSERT_TRUE(doc);
  EXPECT_EQ(find_violation(*doc), "");
  EXPECT_TRUE(doc->text.ends_with("\n\nFerries | 2\n\nTrains | 7")) << doc->text;
  EXPECT_EQ(doc->blocks.back().kind, BlockKind::table);
}

TEST(ReadPage, MetadataAreFilled) {
  std::string page(kStory);
  page.insert(
      page.find("</head>"),
      "<link rel=canonical href=https://northline.example.com/bridge><script type='application/ld+json'>"
      "{\"@type\": \"NewsArticle\", \"datePublished\": \"2025-06-14\", \"author\": {\"@type\": \"Person\", "
      "\"name\": \"Eva Strand\"}}</script>");
  const Result<Document> doc =
      read_page(page, {.url = "https://northline.example.com/bridge?from=feed", .content_type = ""});
  ASSERT_TRUE(doc);
  EXPECT_EQ(doc->metadata.title, "Bridge closed after storm");
  EXPECT_EQ(doc->metadata.published, "2025-06-14");
  EXPECT_EQ(doc->metadata.language, "en");
  EXPECT_EQ(doc->metadata.url, "https://northline.example.com/bridge");
  EXPECT_EQ(doc->text.find("Bridge closed after storm"), 0U);
  EXPECT_EQ(doc->text.rfind("Bridge closed after storm"), 0U);
}

// Lines are cut where they are long, but never within a character.
TEST(ReadPage, LongLinesOfWideCharacters) {
  for (int shift = 0; shift < 3; ++shift) {
    std::string line(static_cast<std::size_t>(shift), 'x');
    for (int i = 0; i < 30'000; ++i) line += "橋";
    const Result<Document> doc = read_page("<p>14 June 2025 " + line + "</p><h1>" + line + "</h1>", {});
    ASSERT_TRUE(doc);
    EXPECT_EQ(find_violation(*doc), "");
  }
}

TEST(ReadPage, WithoutTextIsAnError) {
  const Result<Document> doc = read_page("<html><script>let a = 1;</script></html>", {});
  ASSERT_FALSE(doc);
  EXPECT_EQ(doc.error().message, "expected a page with an article, found no text of one in 40 bytes");
}

}  // namespace
}  // namespace hearsay
