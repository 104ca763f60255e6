#include "format/mended_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "format/json_value.h"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(MendedJson, KeepsWhatIsValid) {
  EXPECT_THAT(mend_json(R"({"a": [1, "b\n\u00e9//"], "c": {}})"),
              ElementsAre(R"({"a": [1, "b\n\u00e9//"], "c": {}})"));
}

TEST(MendedJson, MendsWhatPagesDo) {
  EXPECT_THAT(mend_json("{\"a\": \"b\nc\td\"}"), ElementsAre(R"({"a": "b\nc d"})"));
  EXPECT_THAT(mend_json(R"({"a": "it\'s \x \u12"})"), ElementsAre(R"({"a": "it's x u12"})"));
  EXPECT_THAT(mend_json(R"({"a": [1, 2, ], })"), ElementsAre(R"({"a": [1, 2]})"));
  EXPECT_THAT(mend_json("<!-- {\"a\": 1 /* one */} //]]> -->;"), ElementsAre(R"({"a": 1})"));
  EXPECT_THAT(mend_json(R"({"a": 1}{"b": 2};)"), ElementsAre(R"({"a": 1})", R"({"b": 2})"));
}

TEST(MendedJson, ClosesWhatIsOpen) {
  EXPECT_THAT(mend_json(R"({"a": [{"b": "cut of)"), ElementsAre(R"({"a": [{"b": "cut of"}]})"));
  EXPECT_THAT(mend_json(R"({"a": [1, {"b":)"), ElementsAre(R"({"a": [1, {"b":null}]})"));
  EXPECT_THAT(mend_json(R"({"a": [1}})"), ElementsAre(R"({"a": [1]})"));
}

TEST(MendedJson, NothingToMend) {
  for (const std::string_view text : {"", "  ", "var x = 1;", "\"text\"", "]}", "\\", "//"}) {
    EXPECT_THAT(mend_json(text), IsEmpty()) << text;
  }
  EXPECT_LE(mend_json(std::string(100000, '[')).size(), 1u);
}

}  // namespace
}  // namespace hearsay
