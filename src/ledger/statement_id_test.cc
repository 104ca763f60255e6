#include "ledger/statement_id.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(StatementId, IsAnArticleAndAPlaceInIt) {
  const auto id = parse_statement_id("courier/a1/a12");
  ASSERT_TRUE(id);
  EXPECT_EQ(id->article, "courier/a1");
  EXPECT_EQ(id->attribution, 11u);
  EXPECT_EQ(to_string(*id), "courier/a1/a12");
}

TEST(StatementId, NothingElseIsOne) {
  for (const char* text : {"", "/", "/a", "courier", "courier/a", "courier/a0", "courier/a-1", "courier/a1x",
                           "/a1", "courier/a99999999999", "courier/b1"})
    EXPECT_FALSE(parse_statement_id(text)) << text;
}

}  // namespace
}  // namespace hearsay
