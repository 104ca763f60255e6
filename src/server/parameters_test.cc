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
  const auto query = query_of("q=old+bridge+act:deny&who=Ada+Holm&after=2024-03-06&limit=7");
  ASSERT_TRUE(query);
  EXPECT_EQ(query->words, "old bridge");
  EXPECT_EQ(query->act, "deny");
  EXPECT_EQ(query->source, "\"Ada Holm\"");
  EXPECT_EQ(query->limit, 7);
  EXPECT_EQ(query_of("")->limit, kUsualLimit);
}

TEST(Parameters, SayWhatIsWrong) {
  for (const auto& [query, message] :
       {std::pair("colour=red", "expected one of"), std::pair("limit=1&limit=2", "found 'it twice'"),
        std::pair("limit=0", "limit: expected a number from 1"), std::pair("limit=5x", "limit: expected"),
        std::pair("limit=99999999999", "limit: expected"), std::pair("act=shout", "act: expected"),
        std::pair("act=deny+x", "act: expected"), std::pair("after=June", "after: expected a date"),
        std::pair("q=act:shout", "q: act: expected")}) {
    const auto read = query_of(query);
    ASSERT_FALSE(read) << query;
    EXPECT_THAT(read.error().message, testing::HasSubstr(message));
  }
}

Parameters parameters_of(const std::string& query) {
  return *Parameters::read(*parse_target("/?" + query), kAll);
}

TEST(Parameters, CursorsComeBack) {
  for (const ListPlace& place : {ListPlace{1, 2, 3}, ListPlace{0x7fffffffffffffff, -5, 0}}) {
    const std::string cursor = parameters_of("q=bridge&limit=3").cursor("threads", place);
    EXPECT_EQ(**parameters_of("q=bridge&limit=4&cursor=" + cursor).place("threads"), place);
    EXPECT_FALSE(parameters_of("q=bridge&cursor=" + cursor).place("disputes"));
    EXPECT_FALSE(parameters_of("q=ferry&cursor=" + cursor).place("threads"));
  }
  EXPECT_EQ(*parameters_of("").place("threads"), std::nullopt);
}

TEST(Parameters, OtherCursorsAreRefused) {
  for (const char* cursor :
       {"zz", "1", "1.2.3.", "1.2.3.00000000", "....", "ffffffffffffffffff.0.0.00000000"}) {
    const auto place = parameters_of("cursor=" + std::string(cursor)).place("threads");
    ASSERT_FALSE(place) << cursor;
    EXPECT_THAT(place.error().message, testing::HasSubstr("cursor: expected"));
  }
}

}  // namespace
}  // namespace hearsay
