#include "format/json_request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(JsonRequest, ReadsCorrections) {
  const auto merge = parse_json_correction(R"({"kind": "merge", "first": "A", "second": "B"})");
  ASSERT_TRUE(merge);
  EXPECT_EQ(merge->second, "B");
  const auto split = parse_json_correction(R"({"kind": "split", "first": "A", "articles": ["x"]})");
  ASSERT_TRUE(split);
  EXPECT_THAT(split->articles, testing::ElementsAre("x"));
  const auto unrelated = parse_json_correction(R"({"kind": "unrelated", "first": "a/a1", "second": "b/a2"})");
  ASSERT_TRUE(unrelated);
  EXPECT_EQ(unrelated->second, "b/a2");
  const auto related = parse_json_correction(R"({"kind": "related", "first": "a/a1", "second": "b/a2"})");
  ASSERT_TRUE(related);
  EXPECT_EQ(related->type, "");
  const auto typed =
      parse_json_correction(R"({"kind": "related", "first": "a/a1", "second": "b/a2", "type": "disputes"})");
  ASSERT_TRUE(typed);
  EXPECT_EQ(typed->type, "disputes");
}

TEST(JsonRequest, SaysWhatIsWrong) {
  for (const auto& [json, message] :
       {std::pair("[]", "expected an object, found an array"),
        std::pair("{}", "kind: expected a string, found nothing"),
        std::pair(R"({"kind": "drop"})", "found 'drop'"),
        std::pair(R"({"kind": "merge", "first": 1})", "found a number"),
        std::pair(R"({"kind": "split", "first": "A"})", "articles: expected a list"),
        std::pair(R"({"kind": "split", "first": "A", "articles": [1]})", "articles: expected strings"),
        std::pair(R"({"kind": "side", "first": "A", "second": ""})", "found an empty one"),
        std::pair(R"({"kind": "related", "first": "A", "second": "B", "type": "likes"})", "found 'likes'"),
        std::pair(R"({"kind": "related", "first": "A", "second": "B", "type": 1})",
                  "type: expected a string"),
        std::pair("{", "expected JSON")}) {
    const auto read = parse_json_correction(json);
    ASSERT_FALSE(read) << json;
    EXPECT_THAT(read.error().message, testing::HasSubstr(message));
  }
}

}  // namespace
}  // namespace hearsay
