#include "archives/ninjs_reader.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace hearsay {
namespace {

std::vector<Article> read(const std::string& bytes) {
  std::istringstream file(bytes);
  Decompressor in(*file.rdbuf());
  NinjsReader reader(in);
  std::vector<Article> all;
  while (std::optional<Article> article = reader.next()) all.push_back(*std::move(article));
  return all;
}

TEST(NinjsReader, OneItem) {
  const std::vector<Article> all = read(R"({
    "uri": "urn:example:1", "type": "text", "pubstatus": "usable", "version": "2", "language": "en",
    "firstcreated": "2024-03-06T08:00:00Z", "versioncreated": "2024-03-07T08:00:00Z",
    "headline": "Bridge \"closed\" {", "byline": "Ada Roe", "infosources": [{"name": "Northwire"}],
    "body_text": "Holm said no.\n\nStrand said yes."})");
  ASSERT_EQ(all.size(), 1u);
  const Metadata& m = all[0].doc.metadata;
  EXPECT_EQ(m.id, "urn:example:1");
  EXPECT_EQ(m.publisher, "Northwire");
  EXPECT_EQ(m.byline, "Ada Roe");
  EXPECT_EQ(m.published, "2024-03-06T08:00:00Z");
  EXPECT_EQ(m.title, "Bridge \"closed\" {");
  EXPECT_EQ(m.version, 2u);
  EXPECT_EQ(m.status, ArticleStatus::usable);
  EXPECT_EQ(all[0].doc.text, "Bridge \"closed\" {\n\nHolm said no.\n\nStrand said yes.");
  EXPECT_EQ(all[0].place, "item 1 at byte 0");
}

TEST(NinjsReader, VersionTwoAndMarkup) {
  const std::vector<Article> all = read(
      R"([{"uri": "https://example.com/1", "headlines": [{"role": "short", "value": "No"}, {"role": "main", "value": "No & no"}],
          "bodies": [{"contenttype": "text/plain", "value": "plain"}, {"contenttype": "text/html", "value": "<p>Holm said no."}]},
         {"uri": "urn:2", "type": "picture", "headline": "x"}, {"uri": "urn:3", "body_xhtml": "<p>x</p>"}])");
  ASSERT_EQ(all.size(), 2u);
  ASSERT_TRUE(all[0].page);
  EXPECT_NE(all[0].page->bytes.find("<h1>No &amp; no</h1>\n<p>Holm said no."), std::string::npos);
  EXPECT_EQ(all[0].doc.metadata.url, "https://example.com/1");
  EXPECT_EQ(all[1].doc.metadata.id, "urn:3");
}

TEST(NinjsReader, TakenBack) {
  const std::vector<Article> all = read(
      R"({"uri": "urn:1", "pubstatus": "canceled", "headline": "Kill", "ednote": "Holm never said so.", "body_text": "Holm said."}
         {"uri": "urn:2", "pubstatus": "withheld"})");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].doc.metadata.title, "Kill");
  EXPECT_EQ(all[0].doc.metadata.status, ArticleStatus::canceled);
  EXPECT_EQ(all[0].doc.text, "Kill\n\nHolm never said so.");
  EXPECT_EQ(all[1].doc.metadata.status, ArticleStatus::withheld);
  EXPECT_EQ(all[1].doc.text, "urn:2");
  EXPECT_TRUE(read(R"({"pubstatus": "canceled"})").empty());
}

TEST(NinjsReader, BrokenItemsCostThemselves) {
  const std::vector<Article> all =
      read("{\"uri\": broken}\n{\"uri\": \"urn:1\", \"body_text\": \"x\"}\n{\"uri\": \"urn:2\", \"body_te");
  ASSERT_EQ(all.size(), 3u);
  EXPECT_TRUE(all[0].error);
  EXPECT_FALSE(all[1].error);
  EXPECT_EQ(all[1].place, "item 2 at byte 16");
  ASSERT_TRUE(all[2].error);
  EXPECT_EQ(all[2].error->message, "expected an object that ends, found the end of the file");
}

}  // namespace
}  // namespace hearsay
