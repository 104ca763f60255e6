#include "claims/relate.h"

#include <gtest/gtest.h>

#include "claims/compared_pairs.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

const std::vector<std::string> kGate = {"gate", "sluic", "open", "midnight"};

TEST(Relate, FiguresOfOtherStoriesHaveNothingInCommon) {
  PlacedStatement earlier = make_statement("a1", "police", {"ferri"});
  PlacedStatement later = make_statement("a2", "police", {"fire"});
  earlier.statement.quantities = {{.thousandths = 3'000, .about = "dead"}};
  later.statement.quantities = {{.thousandths = 5'000, .about = "dead"}};
  later.statement.story = {"moor", "weir"};
  EXPECT_FALSE(relate_two(later, earlier));
}

TEST(Relate, ADenialOfTheSameDisputes) {
  const PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  PlacedStatement later = make_statement("a2", "ivo brandt", kGate);
  later.statement.act = Act::deny;
  later.statement.refusing = later.statement.denied = true;
  const auto relation = relate_two(later, earlier);
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::disputes);
  EXPECT_LE(relation->confidence, 0.9F);
}

// How sure it is that a denial disputes what Ada Holm said.
float sureness(const PlacedStatement& denial) {
  const auto relation = relate_two(denial, make_statement("a1", "ada holm", kGate));
  return relation ? relation->confidence : 0.0F;
}

TEST(Relate, WhatTheWordsDoNotShowIsNotSure) {
  constexpr float kGuess = 0.35F;
  PlacedStatement denial = make_statement("a2", "ivo brandt", kGate);
  denial.statement.act = Act::deny;
  denial.statement.refusing = denial.statement.denied = denial.statement.rejects = true;
  EXPECT_GT(sureness(denial), kGuess);
  PlacedStatement polled = denial;
  polled.statement.speaker = {.kind = SpeakerKind::nominal, .name = "26 percent of voters"};
  EXPECT_LE(sureness(polled), kGuess);
  // "Not" somewhere in a long quotation.
  PlacedStatement quoted = denial;
  std::vector<std::string> stems = kGate;
  for (int i = 0; i < 20; ++i) stems.push_back("word" + std::to_string(i));
  quoted.statement.words = words_of(stems);
  quoted.statement.rejects = quoted.statement.refusing = false;
  EXPECT_LE(sureness(quoted), kGuess);
}

TEST(Relate, WhoDenyTheSameAgree) {
  PlacedStatement first = make_statement("a1", "ada holm", kGate);
  first.statement.act = Act::deny;
  first.statement.refusing = first.statement.denied = first.statement.rejects = true;
  PlacedStatement second = first;
  second.document = "a2";
  second.statement.speaker.name = "ivo brandt";
  const auto relation = relate_two(second, first);
  EXPECT_TRUE(!relation || relation->type != RelationType::disputes || relation->confidence <= 0.35F);
}

TEST(Relate, TheSameByTheSameRepeats) {
  const auto relation =
      relate_two(make_statement("a2", "holm", kGate), make_statement("a1", "ada holm", kGate));
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->type, RelationType::repeats);
}

TEST(Relate, LittleInCommonIsNoRelation) {
  const PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  EXPECT_FALSE(relate_two(make_statement("a2", "ivo brandt", {"gate", "paint", "bridg", "green"}), earlier));
  EXPECT_FALSE(relate_two(make_statement("a2", "ivo brandt", {}), earlier));
}

TEST(Relate, QuestionsAndWhatNobodySaidAreLeftAlone) {
  const PlacedStatement earlier = make_statement("a1", "ada holm", kGate);
  PlacedStatement asked = make_statement("a2", "ada holm", kGate);
  asked.statement.act = Act::ask;
  EXPECT_FALSE(relate_two(asked, earlier));
  PlacedStatement unsaid = make_statement("a2", "ada holm", kGate);
  unsaid.statement.negated = true;
  EXPECT_FALSE(relate_two(unsaid, earlier));
}

using Articles = std::vector<std::vector<PlacedStatement>>;

// What relate() finds in articles, as "later type earlier" with numbers from 1.
std::vector<std::string> relations_of(const Articles& articles) {
  const RelationModel& model = test_relations();
  std::vector<ArticleClaims> claims;
  for (const auto& statements : articles) claims.push_back(weigh_article(model, statements));
  std::vector<std::string> found;
  const auto name = [](const PlacedStatement& p) { return p.document + ":" + std::to_string(p.number + 1); };
  for (const ArticleClaims& later : claims) {
    for (const ArticleClaims& earlier : claims) {
      if (&later != &earlier && !is_earlier_article(earlier, later)) continue;
      for (const LinkedPair& link : relate(model, later, earlier)) {
        found.push_back(name(later.statements[link.later]) + " " +
                        std::string(to_string(link.relation.type)) + " " +
                        name(earlier.statements[link.earlier]));
      }
    }
  }
  return found;
}

TEST(RelateTexts, ARejectedAccountIsTheOneBeforeIt) {
  const auto placed = place_statements("a1", "2024-03-06",
                                       "Ada Holm said on Monday that the sluice gates were open before the "
                                       "storm.\n\nThe Harbour Office rejected that account.");
  EXPECT_EQ(relations_of({placed}), std::vector<std::string>{"a1:2 disputes a1:1"});
}

TEST(RelateTexts, ACountCorrectedInTheNextArticle) {
  const auto first =
      place_statements("a1", "2024-03-06", "Ada Holm said that 71 people were aboard the ferry Lantern.");
  const auto second = place_statements("a2", "2024-03-07",
                                       "Ada Holm said that 69 people were aboard the ferry Lantern, not 71.");
  EXPECT_EQ(relations_of({first, second}), std::vector<std::string>{"a2:1 retracts a1:1"});
  const auto relation = relate_two(second[0], first[0]);
  ASSERT_TRUE(relation);
  EXPECT_EQ(relation->detail, RelationDetail::number);
}

TEST(Relate, AnArticleThatRepeatsItselfCostsNoMorePairs) {
  const auto count = [](std::size_t statements) {
    std::vector<PlacedStatement> placed(statements, make_statement("a1", "ada holm", kGate));
    for (std::size_t i = 0; i < statements; ++i) placed[i].number = static_cast<std::uint32_t>(i);
    const ArticleClaims claims = weigh_article(test_relations(), placed);
    return compare_articles(claims, claims).size();
  };
  EXPECT_EQ(count(100), 100u * 99 / 2);
  EXPECT_LE(count(4'000), 800'000u);
  EXPECT_LE(count(16'000), 800'000u);
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
