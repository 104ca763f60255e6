#include "hearsay/pipeline.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Pipeline, SaysWhereItLookedForModels) {
  const auto pipeline = Pipeline::load("/nonexistent");
  ASSERT_FALSE(pipeline);
  EXPECT_EQ(pipeline.error().code, ErrorCode::not_found);
  EXPECT_NE(pipeline.error().message.find("/nonexistent"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
