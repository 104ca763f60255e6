#include "format/json_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string error_of(std::string_view json) {
  Document doc;
  const auto done = parse_json_document(json, doc);
  return done ? "" : done.error().message;
}

TEST(JsonDocument, TakesTextAndMetadata) {
  Document doc;
  ASSERT_TRUE(parse_json_document(
      R"({"id": "n1", "text": "Caf\u00e9 \ud83d\ude00", "title": "T", "publisher": "P", "byline": "B",
          "published": "2031-04-05", "modified": "2031-04-06", "url": "U", "language": "en", "score": [1, {"x": null}],
          "status": "canceled", "version": "3", "language_given": true})",
      doc));
  EXPECT_EQ(doc.text, "Café 😀");
  EXPECT_EQ(doc.metadata, (Metadata{.id = "n1",
                                    .url = "U",
                                    .title = "T",
                                    .publisher = "P",
                                    .byline = "B",
                                    .published = "2031-04-05",
                                    .modified = "2031-04-06",
                                    .language = "en",
                                    .language_given = true,
                                    .status = ArticleStatus::canceled,
                                    .version = 3}));
}

TEST(JsonDocument, OthersMayMeanSomethingElseByStatus) {
  Document doc;
  ASSERT_TRUE(parse_json_document(R"({"text": "x", "status": 200, "version": [1.5]})", doc));
  EXPECT_EQ(doc.metadata, Metadata{});
}

TEST(JsonDocument, TakesNullForAbsent) {
  Document doc;
  ASSERT_TRUE(parse_json_document(R"( {"text": "x", "title": null} )", doc));
  EXPECT_EQ(doc.metadata, Metadata{});
}

TEST(JsonDocument, NamesTheFieldThatIsWrong) {
  EXPECT_EQ(error_of(R"({"text": 3})"), "text: expected a string, found a number");
  EXPECT_EQ(error_of(R"({"text": "x", "published": ["2031"]})"),
            "published: expected a string, found an array");
  EXPECT_EQ(error_of(R"({"id": "x"})"), "text: expected a string, found nothing");
  EXPECT_EQ(error_of(R"({"text": null})"), "text: expected a string, found nothing");
  Document page;
  std::string html;
  EXPECT_TRUE(parse_json_document(R"({"url": "u", "html": "<p>x</p>"})", page, &html));
  EXPECT_EQ(html, "<p>x</p>");
  EXPECT_EQ(page.metadata.url, "u");
  EXPECT_EQ(error_of(R"({"html": "<p>x</p>"})"), "text: expected a string, found nothing");
}

TEST(JsonDocument, SaysWhereJsonEnds) {
  EXPECT_EQ(error_of("[1]"), "expected a JSON object, found an array");
  EXPECT_EQ(error_of(R"({"text": "x"} {})").substr(0, 14), "expected JSON,");
  EXPECT_NE(error_of(R"({"text": "x)").find("incomplete"), std::string::npos);
  EXPECT_NE(error_of(R"({"text" "x"})").find("at byte "), std::string::npos);
  EXPECT_EQ(error_of("{\"text\": \"\xC3\x28\"}"), "expected UTF-8, found an invalid sequence at byte 10");
  EXPECT_NE(error_of(R"({"text": "\ud800"})"), "");
  EXPECT_NE(error_of(""), "");
}

TEST(JsonDocument, KeepsTheIdOfABadDocument) {
  Document doc;
  EXPECT_FALSE(parse_json_document(R"({"id": "n7", "text": "x", "url": 1})", doc));
  EXPECT_EQ(doc.metadata.id, "n7");
  EXPECT_EQ(doc.text, "");
}

TEST(JsonDocument, RefusesDeepNestingWithoutRecursion) {
  EXPECT_NE(error_of(R"({"text": "x", "more": )" + std::string(1000000, '[')), "");
}

}  // namespace
}  // namespace hearsay
