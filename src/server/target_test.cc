#include "server/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(Target, ReadsPathAndQuery) {
  const auto target = parse_target("/v1/articles/a%2Fb%20c?q=a+b%26c&limit=5&x");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->segments, ElementsAre("v1", "articles", "a/b c"));
  EXPECT_THAT(target->parameters, ElementsAre(Pair("q", "a b&c"), Pair("limit", "5"), Pair("x", "")));
  EXPECT_TRUE(parse_target("/")->segments.empty());
}

TEST(Target, RefusesTricks) {
  for (const char* trick :
       {"", "v1", "http://x/v1", "/v1/../x", "/v1/%2e%2E/x", "/v1//x", "/v1/", "/v1/%", "/v1/%4", "/v1/%zz",
        "/v1/a%00b", "/v1/%ff", "/v1?q=%c3", "/./v1", "/a/a/a/a/a/a/a/a/a"}) {
    EXPECT_FALSE(parse_target(trick)) << trick;
  }
  std::string many = "/v1?";
  for (int i = 0; i < 33; ++i) many += "a=b&";
  EXPECT_FALSE(parse_target(many));
}

}  // namespace
}  // namespace hearsay
