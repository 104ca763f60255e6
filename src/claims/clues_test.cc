#include "claims/clues.h"

#include <gtest/gtest.h>

#include "claims/comparison.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

ArticleClaims article(const std::vector<PlacedStatement>& statements) {
  return weigh_article(test_relations(), statements);
}

bool may_share(const PlacedStatement& later, const PlacedStatement& earlier) {
  return PossiblePairs(article({later}), article({earlier})).holds(0, 0);
}

TEST(PossiblePairs, AreThoseThatShareAWordWithWeight) {
  const PlacedStatement gate = make_statement("a1", "ada holm", {"gate", "sluic"});
  EXPECT_TRUE(may_share(make_statement("a2", "ivo brandt", {"gate", "rain"}), gate));
  EXPECT_FALSE(may_share(make_statement("a2", "ivo brandt", {"goose", "wage"}), gate));
  PlacedStatement named = make_statement("a2", "ivo brandt", {});
  named.statement.words = words_of({"gate"}, kNameWeight);
  EXPECT_FALSE(may_share(named, gate));
  EXPECT_FALSE(may_share(named, named));
}

TEST(PossiblePairs, ASenseOrAFigureIsEnough) {
  EXPECT_TRUE(may_share(make_statement("a2", "ivo brandt", {"car"}),
                        make_statement("a1", "ada holm", {"automobil"})));
  PlacedStatement seven = make_statement("a1", "ada holm", {"gate"});
  seven.statement.quantities = {{.thousandths = 7000, .unit = "peopl", .about = "die"}};
  PlacedStatement nine = make_statement("a2", "ivo brandt", {"ferri"});
  EXPECT_FALSE(may_share(nine, seven));
  nine.statement.pointing = nine.statement.contrast = true;
  EXPECT_TRUE(may_share(nine, seven));
  nine.statement.pointing = false;
  nine.statement.quantities = {{.thousandths = 9000, .unit = "peopl", .about = "die"}};
  EXPECT_TRUE(may_share(nine, seven));
}

TEST(PossiblePairs, WhatIsPointedToCounts) {
  PlacedStatement pointing = make_statement("a2", "ivo brandt", {"account"});
  pointing.statement.inherited = words_of({"gate"});
  const PlacedStatement gate = make_statement("a1", "ada holm", {"gate"});
  EXPECT_TRUE(may_share(pointing, gate));
  EXPECT_TRUE(may_share(gate, pointing));
}

// Each pair that the whole comparison finds something in is among them.
TEST(PossiblePairs, LeaveNothingOut) {
  const ArticleClaims first = article(place_statements(
      "a1", "2024-03-06",
      "Ada Holm said that 71 people were aboard the ferry Lantern. Ivo Brandt denied that the gates of "
      "the sluice were open before the storm.\n\nThe Harbour Office rejected that account. \"Nobody "
      "asked us about the automobile,\" the union said, adding that the crew had been paid."));
  const ArticleClaims second = article(place_statements(
      "a2", "2024-03-07",
      "Ivo Brandt said that 69 people were aboard, not 71. The ministry confirmed that the gates had been "
      "open. The Harbour Office called that account wrong.\n\nA car was seen by the crew, Ada Holm said."));
  const PossiblePairs pairs(second, first);
  std::size_t found = 0;
  for (std::size_t i = 0; i < second.statements.size(); ++i) {
    for (std::size_t j = 0; j < first.statements.size(); ++j) {
      const Comparison c = compare_contents({second.statements[i], second.weighed[i]},
                                            {first.statements[j], first.weighed[j]});
      const bool shares = c.shared.weight > 0 || c.shared.alike_words > 0 || c.inherited > 0 ||
                          c.inherited_by_earlier > 0 || c.later_count != nullptr || c.same_count ||
                          c.refuses_count || c.takes_figure;
      found += shares ? 1 : 0;
      EXPECT_TRUE(!shares || pairs.holds(i, j)) << i << " " << j;
    }
  }
  EXPECT_GE(found, 3u);
}

TEST(PossiblePairs, OfAVeryLongArticleTheFirstStatementsCount) {
  std::vector<PlacedStatement> placed(kMostCompared + 10, make_statement("a1", "ada holm", {"gate"}));
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i].number = static_cast<std::uint32_t>(i);
  const ArticleClaims long_one = article(placed);
  EXPECT_EQ(long_one.clues.words.size(), kMostCompared);
  EXPECT_TRUE(PossiblePairs(long_one, article({placed[0]})).holds(kMostCompared - 1, 0));
}

}  // namespace
}  // namespace hearsay
