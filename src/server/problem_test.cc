#include "server/problem.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Problem, HasAStatusForEachError) {
  EXPECT_EQ(http_status(ErrorCode::invalid_input), 400);
  EXPECT_EQ(http_status(ErrorCode::not_found), 404);
  EXPECT_EQ(http_status(ErrorCode::io), 500);
  EXPECT_EQ(http_status(ErrorCode::corrupt_model), 500);
}

TEST(Problem, IsJsonWhateverItTells) {
  const ServerResponse response = problem(400, "a \"quote\" \xff rest");
  EXPECT_EQ(response.content_type, "application/problem+json");
  EXPECT_EQ(response.body,
            R"({"type": "about:blank", "title": "Bad Request", "status": 400, "detail": "a \"quote\" "})");
}

TEST(Problem, SaysWhenToTryAgain) {
  EXPECT_THAT(try_again("locked").headers, testing::Contains(testing::Key("Retry-After")));
}

}  // namespace
}  // namespace hearsay
