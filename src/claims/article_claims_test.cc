#include "claims/article_claims.h"

#include <gtest/gtest.h>

#include <numeric>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

TEST(WeighArticle, WhatManyStatementsHoldIsLight) {
  std::vector<PlacedStatement> placed;
  for (const char* word : {"rain", "paint", "wage", "goose"}) {
    placed.push_back(make_statement("a1", "ada holm", {"bridg", word}));
  }
  const ArticleClaims claims = weigh_article(test_relations(), placed);
  ASSERT_EQ(claims.weighed.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    const auto& words = claims.statements[i].statement.words;
    const std::size_t common = words[0].stem == "bridg" ? 0 : 1;
    EXPECT_LT(claims.weighed[i].rarity[common], claims.weighed[i].rarity[1 - common]);
    EXPECT_EQ(claims.weighed[i].weight, claims.weighed[i].rarity[0] + claims.weighed[i].rarity[1]);
  }
}

TEST(WeighArticle, NamesWeighNothing) {
  PlacedStatement placed = make_statement("a1", "ada holm", {});
  placed.statement.words = words_of({"holm"}, kNameWeight);
  EXPECT_EQ(weigh_article(test_relations(), {placed}).weighed[0].weight, 0);
}

TEST(WeighArticle, KnowsTheSensesOfWords) {
  const ArticleClaims claims =
      weigh_article(test_relations(), {make_statement("a1", "ada holm", {"car", "xyzzy"})});
  const auto& senses = claims.weighed[0].senses;
  EXPECT_FALSE(senses.empty());
  EXPECT_TRUE(std::ranges::is_sorted(senses, {}, &SenseOfWord::sense));
}

TEST(IsEarlierArticle, GoesByDateThenById) {
  PlacedStatement a = make_statement("a", "ada holm", {});
  PlacedStatement b = make_statement("b", "ada holm", {});
  const RelationModel& model = test_relations();
  EXPECT_TRUE(is_earlier_article(weigh_article(model, {a}), weigh_article(model, {b})));
  a.published = "2025-01-01";
  EXPECT_FALSE(is_earlier_article(weigh_article(model, {a}), weigh_article(model, {b})));
}

}  // namespace
}  // namespace hearsay
