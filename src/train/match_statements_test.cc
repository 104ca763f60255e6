#include "train/match_statements.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

// "Lee said a b c", a word a token.
Document said() {
  Document doc;
  doc.text = "Lee said a b c";
  doc.tokens = {{{0, 3}}, {{4, 8}}, {{9, 10}}, {{11, 12}}, {{13, 14}}};
  doc.attributions = {{.cue = {{4, 8}}, .content = {{9, 14}}}, {.cue = {{4, 8}}, .content = {{9, 12}}}};
  return doc;
}

TEST(MatchStatements, TheClosestFirstAndOneToOne) {
  const std::vector<GoldStatement> gold = {
      {.id = "s1", .article = "w-1", .cue = {{4, 8}}, .content = {{9, 12}}, .act = Act::deny}};
  const auto matched = match_statements(said(), gold, "w-1");
  ASSERT_EQ(matched.size(), 2u);
  EXPECT_EQ(matched[0], nullptr);
  EXPECT_EQ(matched[1], &gold[0]);
}

TEST(MatchStatements, NeedsTheArticleTheCueAndHalfOfTheContent) {
  const GoldStatement right{.id = "s1", .article = "w-1", .cue = {{4, 8}}, .content = {{9, 14}}};
  GoldStatement cue = right;
  cue.cue = {{0, 3}};
  GoldStatement content = right;
  content.content = {{0, 8}};
  for (const GoldStatement& wrong : {cue, content}) {
    EXPECT_EQ(match_statements(said(), {wrong}, "w-1")[0], nullptr);
  }
  EXPECT_EQ(match_statements(said(), {right}, "w-2")[0], nullptr);
  EXPECT_NE(match_statements(said(), {right}, "w-1")[0], nullptr);
}

}  // namespace
}  // namespace hearsay
