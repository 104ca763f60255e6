#include "format/attribution_gold.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string error_of(std::string_view line) {
  const auto article = read_attribution_gold(line);
  if (article) return "";
  EXPECT_EQ(article.error().code, ErrorCode::invalid_input);
  return article.error().message;
}

std::string with_source(const std::string& spans) {
  return R"({"id": "a", "text": "Åda said no.", "attributions": [{"source": )" + spans +
         R"(, "cue": [], "content": []}]})";
}

TEST(AttributionGold, CountsCodePoints) {
  const auto article = read_attribution_gold(
      R"({"id": "a", "text": "Åda 🚢 said no.", "attributions":
          [{"source": [[0, 3]], "cue": [[6, 10]], "content": [[4, 5], [11, 13]], "more": 1}], "url": null})");
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->id, "a");
  ASSERT_EQ(article->attributions.size(), 1u);
  const GoldAttribution& a = article->attributions[0];
  EXPECT_EQ(a.source, (std::vector<Span>{{0, 4}}));
  EXPECT_EQ(a.cue, (std::vector<Span>{{10, 14}}));
  EXPECT_EQ(a.content, (std::vector<Span>{{5, 9}, {15, 17}}));
}

TEST(AttributionGold, TakesAnArticleWithoutAttributions) {
  const auto article = read_attribution_gold(R"({"id": "", "text": "", "attributions": []})");
  ASSERT_TRUE(article);
  EXPECT_TRUE(article->attributions.empty());
}

TEST(AttributionGold, TakesSpansToTheEndAndNoFurther) {
  EXPECT_EQ(error_of(with_source("[[0, 12]]")), "");
  const std::string outside = "attribution gold: expected [begin, end) pairs within the text of a";
  for (const char* spans :
       {"[[0, 13]]", "[[3, 3]]", "[[3, 2]]", "[[-1, 2]]", "[[0]]", "[[0, 1, 2]]", "[0, 1]", "[[0, 1.5]]",
        "[[\"0\", 1]]", "[[0, 18446744073709551615]]", "[[0, 99999999999]]", "null", "{}", "3"}) {
    EXPECT_EQ(error_of(with_source(spans)), outside) << spans;
  }
}

TEST(AttributionGold, RefusesWhatIsNoArticle) {
  for (const char* line : {"", "[]", "3", "{", "{\"id\": 1}", "{} {}"}) EXPECT_NE(error_of(line), "") << line;
  EXPECT_EQ(error_of(R"({"id": 1, "text": "", "attributions": []})"),
            "attribution gold: expected id, text and attributions");
  EXPECT_EQ(error_of(R"({"id": "a", "text": "", "attributions": {}})"),
            "attribution gold: expected id, text and attributions");
  EXPECT_EQ(error_of(R"({"id": "a", "text": "", "attributions": [3]})"),
            "attribution gold: expected [begin, end) pairs within the text of a");
  EXPECT_EQ(error_of(R"({"id": "a", "text": "x", "attributions": [{"source": []}]})"),
            "attribution gold: expected [begin, end) pairs within the text of a");
}

}  // namespace
}  // namespace hearsay
