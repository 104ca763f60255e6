#include "claims/relate.h"

#include <gtest/gtest.h>

#include "claims/candidates.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

const std::vector<std::string> kGate = {"gate", "sluic", "open", "midnight"};

TEST(Relate, FiguresOfOneThingConflict) {
  PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  PlacedStatement later = make_statement("a2", "brigade", kGate);
  earlier.statement.quantities = {{.thousandths = 11'000, .about = "missing"}};
  later.statement.quantities = {{.thousandths = 9'000, .about = "missing"}};
  const auto relation = relate(later, earlier);
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::conflicts);
  EXPECT_EQ(relation->detail, RelationDetail::number);
  EXPECT_EQ(relation->why, "both count missing: 9 here, 11 there");
}

TEST(Relate, AFigureOfTheSameSideIsAnUpdate) {
  PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  PlacedStatement later = make_statement("a2", "brigade", kGate);
  earlier.statement.quantities = {{.thousandths = 3'000, .about = "dead"}};
  later.statement.quantities = {{.thousandths = 5'000, .about = "dead"}};
  earlier.statement.speaker.sides = {"brigade"};
  const auto relation = relate(later, earlier);
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::retracts);
}

TEST(Relate, FiguresOfOtherStoriesHaveNothingInCommon) {
  PlacedStatement earlier = make_statement("a1", "police", {"ferri"});
  PlacedStatement later = make_statement("a2", "police", {"fire"});
  earlier.statement.quantities = {{.thousandths = 3'000, .about = "dead"}};
  later.statement.quantities = {{.thousandths = 5'000, .about = "dead"}};
  later.statement.story = {"moor", "weir"};
  EXPECT_FALSE(relate(later, earlier));
}

TEST(Relate, ADenialOfTheSameDisputes) {
  const PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  PlacedStatement later = make_statement("a2", "ivo brandt", kGate);
  later.statement.act = Act::deny;
  later.statement.refusing = later.statement.denied = true;
  const auto relation = relate(later, earlier);
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::disputes);
  EXPECT_LE(relation->confidence, 0.9F);
}

TEST(Relate, TheSameByTheSameRepeats) {
  const auto relation = relate(make_statement("a2", "holm", kGate), make_statement("a1", "ada holm", kGate));
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::repeats);
}

TEST(Relate, TheSameByAnotherSupports) {
  const auto relation =
      relate(make_statement("a2", "ivo brandt", kGate), make_statement("a1", "ada holm", kGate));
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::supports);
}

TEST(Relate, LittleInCommonIsNoRelation) {
  const PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  EXPECT_FALSE(relate(make_statement("a2", "ivo brandt", {"gate", "paint", "bridg", "green"}), earlier));
  EXPECT_FALSE(relate(make_statement("a2", "ivo brandt", {}), earlier));
}

TEST(Relate, QuestionsAndWhatNobodySaidAreLeftAlone) {
  const PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  PlacedStatement asked = make_statement("a2", "ada holm", kGate);
  asked.statement.act = Act::ask;
  EXPECT_FALSE(relate(asked, earlier));
  PlacedStatement unsaid = make_statement("a2", "ada holm", kGate);
  unsaid.statement.negated = true;
  EXPECT_FALSE(relate(unsaid, earlier));
}

// What relate() finds from texts, as "later type earlier" with numbers from 1.
std::vector<std::string> relations_of(const std::vector<PlacedStatement>& placed) {
  std::vector<std::string> found;
  for (const PlacedStatement& later : placed) {
    for (const PlacedStatement& earlier : placed) {
      if (!comes_before(earlier, later)) continue;
      const auto relation = relate(later, earlier);
      if (!relation) continue;
      const auto name = [](const PlacedStatement& p) {
        return p.document + ":" + std::to_string(p.number + 1);
      };
      found.push_back(name(later) + " " + std::string(to_string(relation->type)) + " " + name(earlier));
    }
  }
  return found;
}

TEST(RelateTexts, ARejectedAccountIsTheOneBeforeIt) {
  const auto placed = place_statements("a1", "2024-03-06",
                                       "Ada Holm said on Monday that the sluice gates were open before the "
                                       "storm.\n\nThe Harbour Office rejected that account.");
  EXPECT_EQ(relations_of(placed), std::vector<std::string>{"a1:2 disputes a1:1"});
}

TEST(RelateTexts, ACountCorrectedInTheNextArticle) {
  auto placed =
      place_statements("a1", "2024-03-06", "Ada Holm said that 71 people were aboard the ferry Lantern.");
  const auto later = place_statements("a2", "2024-03-07",
                                      "Ada Holm said that 69 people were aboard the ferry Lantern, not 71.");
  placed.insert(placed.end(), later.begin(), later.end());
  EXPECT_EQ(relations_of(placed), std::vector<std::string>{"a2:1 retracts a1:1"});
  const auto relation = relate(placed[1], placed[0]);
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->detail, RelationDetail::number);
}

TEST(CandidateKeys, AreFewSortedAndShared) {
  std::vector<std::string> many;
  for (int i = 0; i < 40; ++i) many.push_back("word" + std::to_string(i));
  PlacedStatement placed = make_statement("a1", "ada holm", many);
  placed.statement.inherited = placed.statement.words;
  placed.statement.quantities = {{.thousandths = 9'000, .about = "missing"}};
  const auto keys = candidate_keys(placed.statement);
  EXPECT_LE(keys.size(), kMaxCandidateKeys);
  EXPECT_TRUE(std::ranges::is_sorted(keys));
  EXPECT_EQ(std::ranges::adjacent_find(keys), keys.end());
  EXPECT_TRUE(std::ranges::binary_search(keys, word_key("missing")));
}

TEST(ComesBefore, GoesByDateThenByWhatWasToldBefore) {
  PlacedStatement first = make_statement("b", "ada holm", {});
  PlacedStatement second = make_statement("a", "ada holm", {});
  second.published = "2024-03-07";
  EXPECT_TRUE(comes_before(first, second));
  EXPECT_FALSE(comes_before(second, first));
  PlacedStatement recalled = first;
  recalled.number = 4;
  recalled.statement.told_before = true;
  EXPECT_TRUE(comes_before(recalled, first));
  EXPECT_FALSE(comes_before(first, first));
}

}  // namespace
}  // namespace hearsay
