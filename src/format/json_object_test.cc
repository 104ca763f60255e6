#include "format/json_object.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(JsonObject, WritesMembersInOrderAndLeavesOutWhatIsEmpty) {
  JsonObject object;
  object.text("a", "say \"no\"").text("b", "").number("c", 0).texts("d", {"x", "", "y"}).texts("e", {});
  object.json("f", "{}").json("g", "").list("h", {"1", "2"}).list("i", {});
  EXPECT_EQ(object.take(), R"({"a": "say \"no\"", "c": 0, "d": ["x", "y"], "f": {}, "h": [1, 2]})");
  EXPECT_EQ(object.take(), "{}");
}

TEST(JsonObject, IdsCountFromOne) {
  EXPECT_EQ(numbered_id('a', 2), "a3");
  EXPECT_EQ(numbered_id('e', 0xffffffff), "e4294967296");
}

TEST(JsonObject, PercentEncodesWhatUrnsCannotHold) {
  EXPECT_EQ(percent_encoded("ab-1._~"), "ab-1._~");
  EXPECT_EQ(percent_encoded("https://é"), "https%3A%2F%2F%C3%A9");
}

}  // namespace
}  // namespace hearsay
