#include "ledger/identity.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace hearsay {
namespace {

TEST(Dominance, TakesThreeArticlesAndNineOfTen) {
  EXPECT_EQ(choose_dominant({}), 0);
  EXPECT_EQ(choose_dominant({{.name = 1, .count = 2}}), 0);
  EXPECT_EQ(choose_dominant({{.name = 1, .count = 3}}), 1);
  EXPECT_EQ(choose_dominant({{.name = 1, .count = 3}, {.name = 2, .count = 0}}), 1);
  EXPECT_EQ(choose_dominant({{.name = 1, .count = 3}, {.name = 2, .count = 1}}), 0);
  EXPECT_EQ(choose_dominant({{.name = 2, .count = 1}, {.name = 1, .count = 9}}), 1);
}

TEST(Context, NamedInTheArticleItself) {
  const Evidence here{.bearer = 1, .named_here = true};
  const Evidence elsewhere{.bearer = 2, .called_so = true, .shared = 8};
  EXPECT_EQ(choose_in_context({here, elsewhere}), 1);
  EXPECT_EQ(choose_in_context({elsewhere, here}), 1);
  const Evidence also_here{.bearer = 2, .named_here = true};
  EXPECT_EQ(choose_in_context({here, also_here}), 0);  // two of them
}

TEST(Context, WhatTheArticleSharesDecides) {
  const Evidence a{.bearer = 1, .called_so = true, .shared = 4};
  EXPECT_EQ(choose_in_context({a, {.bearer = 2, .called_so = true, .shared = 2}}), 1);
  EXPECT_EQ(choose_in_context({a, {.bearer = 2, .called_so = true, .shared = 4}}), 0);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .shared = 3}}), 0);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .same_role = true, .shared = 1}}), 1);
}

TEST(Context, TheOnlyOneWhoIsCalledSoIsMeantWhileInTheNews) {
  const Evidence other{.bearer = 2};  // only looks like it
  EXPECT_EQ(choose_in_context({{.bearer = 1, .called_so = true, .days = 3}, other}), 1);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .called_so = true}}), 1);  // no dates
  EXPECT_EQ(choose_in_context({{.bearer = 1, .called_so = true, .days = 400}}), 0);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .days = 3}}), 0);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .called_so = true}, {.bearer = 2, .called_so = true}}), 0);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .called_so = true}, {.bearer = 2, .shared = 2}}), 0);
  EXPECT_EQ(choose_in_context({}), 0);
}

TEST(Context, InAStoryLittleIsEnoughForTheOnlyOne) {
  EXPECT_EQ(choose_in_context({{.bearer = 1, .shared = 2, .days = 3}}), 1);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .shared = 2, .days = 30}}), 0);
  EXPECT_EQ(choose_in_context({{.bearer = 1, .shared = 2, .days = 3}, {.bearer = 2}}), 0);
}

TEST(Kinds, OfPersonsAndOrganisationsAreMistakenOften) {
  EXPECT_EQ(most_frequent({1, 0, 2, 0, 0}), EntityKind::place);
  EXPECT_EQ(most_frequent({1, 0, 1, 0, 0}), EntityKind::person);
  EXPECT_TRUE(kinds_fit(EntityKind::person, EntityKind::place));
  EXPECT_FALSE(kinds_fit(EntityKind::place, EntityKind::organization));
}

TEST(SharedNames, OfTheWholeWorldSayNothing) {
  EXPECT_GT(weigh_shared(2), weigh_shared(500));
  EXPECT_EQ(weigh_shared(30'000), 0);
}

}  // namespace
}  // namespace hearsay
