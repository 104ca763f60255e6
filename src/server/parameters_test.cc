#include "server/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

constexpr std::string_view kAll = "q who act after before limit cursor min_confidence";

Result<StatementQuery> query_of(const char* query) {
  const auto parameters = Parameters::read(*parse_target(std::string("/?") + query), kAll);
  if (!parameters) return parameters.error();
  return parameters->statement_query();
}

TEST(Parameters, BecomeAQuery) {
  const auto query = query_of("q=old+bridge+act:deny&who=Ada+Holm&after=2024-03-06&limit=7&cursor=1f");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->words, "old bridge");
  EXPECT_EQ(query->act, "deny");
  EXPECT_EQ(query->source, "\"Ada Holm\"");
  EXPECT_EQ(query->limit, 7);
  EXPECT_EQ(query->below, 31);
  EXPECT_EQ(query_of("")->limit, kUsualLimit);
}

TEST(Parameters, SayWhatIsWrong) {
  for (const auto& [query, message] :
       {std::pair("colour=red", "expected one of"), std::pair("limit=1&limit=2", "found 'it twice'"),
        std::pair("limit=0", "limit: expected a number from 1"), std::pair("limit=5x", "limit: expected"),
        std::pair("limit=99999999999", "limit: expected"), std::pair("act=shout", "act: expected"),
        std::pair("act=deny+x", "act: expected"), std::pair("after=June", "after: expected a date"),
        std::pair("cursor=zz", "cursor: expected"), std::pair("cursor=ffffffffffffffff", "cursor: expected"),
        std::pair("q=act:shout", "q: act: expected")}) {
    const auto read = query_of(query);
    ASSERT_FALSE(read) << query;
    EXPECT_THAT(read.error().message, testing::HasSubstr(message));
  }
}

TEST(Parameters, CursorsComeBack) {
  for (const std::int64_t number : {std::int64_t{1}, std::int64_t{0x7fffffffffffffff}}) {
    const Target target{.segments = {}, .parameters = {{"cursor", to_cursor(number)}}};
    EXPECT_EQ(*Parameters::read(target, kAll)->cursor(), number);
  }
}

}  // namespace
}  // namespace hearsay
