#include "format/linked_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

LinkedPage read(std::string_view script) {
  LinkedPage data;
  read_linked_data(script, data);
  return data;
}

TEST(LinkedData, ReadsAnArticle) {
  const LinkedPage data = read(R"({"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": " The bridge ", "datePublished": "2024-03-12T16:05:00Z", "dateModified": "2024-03-13",
    "author": [{"@type": "Person", "name": "Ada Holm"}, {"name": ["Per Dahl"]}, "Ada Holm"],
    "publisher": {"@type": "Organization", "name": "Northline"}, "inLanguage": {"@type": "Language", "alternateName": "en-GB",
    "name": "English"}, "articleSection": ["City", "News"], "articleBody": "It is safe.",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://example.com/bridge"}})");
  ASSERT_EQ(data.articles.size(), 2u);
  const LinkedArticle& a = data.articles[0];
  EXPECT_EQ(a.kind, LinkedKind::article);
  EXPECT_EQ(a.type, "NewsArticle");
  EXPECT_EQ(a.headline, "The bridge");
  EXPECT_EQ(a.published, "2024-03-12T16:05:00Z");
  EXPECT_EQ(a.modified, "2024-03-13");
  EXPECT_THAT(a.authors, ElementsAre("Ada Holm", "Per Dahl"));
  EXPECT_EQ(a.publisher, "Northline");
  EXPECT_EQ(a.language, "en-GB");
  EXPECT_EQ(a.section, "City");
  EXPECT_EQ(a.body, "It is safe.");
  EXPECT_EQ(a.url, "https://example.com/bridge");
  EXPECT_EQ(data.articles[1].kind, LinkedKind::page);
}

TEST(LinkedData, FollowsReferencesInAGraph) {
  const LinkedPage data = read(R"({"@graph": [
    {"@type": ["Article", "Thing"], "@id": "#a", "headline": "One", "author": {"@id": "#ada"}, "publisher": {"@id": "#site"}},
    {"@type": "Person", "@id": "#ada", "name": "Ada Holm"},
    {"@type": "WebSite", "@id": "#site", "name": "Northline"},
    {"@type": "BreadcrumbList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another"}]},
    {"@type": "Recipe", "name": "Soup", "datePublished": "2020-01-01"}]})");
  ASSERT_EQ(data.articles.size(), 2u);
  EXPECT_THAT(data.articles[0].authors, ElementsAre("Ada Holm"));
  EXPECT_EQ(data.articles[0].publisher, "Northline");
  EXPECT_EQ(data.articles[1].kind, LinkedKind::work);
  EXPECT_EQ(data.site, "Northline");
}

TEST(LinkedData, ReadsWhatIsBroken) {
  EXPECT_EQ(read("[{\"@type\": \"BlogPosting\", \"name\": \"A\nB\",}]").articles.at(0).headline, "A\nB");
  EXPECT_EQ(read(R"({"@type": "Report", "headline": "Cut", "articleBody": "And so)").articles.at(0).body,
            "And so");
}

TEST(LinkedData, ReadsNothingWhereNothingIs) {
  for (const std::string_view script :
       {"", "null", "[]", "{}", R"({"@type": 7})", R"({"@type": "Person", "name": "Ada"})",
        R"([[[[[[[[{"@type": "Report"}]]]]]]]])"}) {
    EXPECT_THAT(read(script).articles, IsEmpty()) << script;
  }
  const LinkedPage odd = read(
      R"({"@type": "Article", "author": {"@id": "#x"}, "headline": {}, "datePublished": 2024, "publisher": []})");
  EXPECT_EQ(odd.articles.at(0).published, "2024");
  EXPECT_THAT(odd.articles.at(0).authors, IsEmpty());
}

}  // namespace
}  // namespace hearsay
