#include "claims/comparison.h"

#include <gtest/gtest.h>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

PlacedStatement gate() { return make_statement("a1", "ada holm", {"gate", "sluic", "open", "midnight"}); }

PlacedStatement count(const std::string& document, std::int64_t value, const std::string& unit,
                      const std::string& about) {
  PlacedStatement placed = make_statement(document, "ada holm", {"gate"});
  placed.statement.quantities = {{.thousandths = value * 1000, .unit = unit, .about = about}};
  return placed;
}

bool differ(const PlacedStatement& later, const PlacedStatement& earlier) {
  return compare(later, earlier).later_count != nullptr;
}

TEST(Compare, WeighsSharedWords) {
  const PlacedStatement later = make_statement("a2", "ivo brandt", {"gate", "sluic", "rain"});
  const PlacedStatement earlier = gate();
  const Comparison c = compare(later, earlier);
  EXPECT_EQ(c.shared, 10);
  EXPECT_EQ(c.shared_words, 2);
  EXPECT_EQ(c.cover, 66);
  EXPECT_EQ(c.kinship, Kinship::other);
  EXPECT_FALSE(c.one_article);
}

TEST(Compare, TakesAllSharedNamesForOneWord) {
  PlacedStatement later = gate();
  later.statement.words = words_of({"te", "puna", "moor"}, kNameWeight);
  EXPECT_EQ(compare(later, later).shared_words, 1);
}

TEST(Compare, CountsDifferOnlyForOneKindOfThing) {
  EXPECT_TRUE(differ(count("a2", 5, "peopl", "dead"), count("a1", 3, "", "dead")));
  EXPECT_TRUE(differ(count("a2", 5, "barrel", ""), count("a1", 3, "barrel", "")));
  EXPECT_FALSE(differ(count("a2", 3, "peopl", "dead"), count("a1", 3, "", "dead")));
  EXPECT_FALSE(differ(count("a2", 5, "peopl", "dead"), count("a1", 3, "peopl", "missing")));
  EXPECT_FALSE(differ(count("a2", 5, "barrel", ""), count("a1", 3, "goose", "")));
  EXPECT_FALSE(differ(count("a2", 5, "peopl", ""), count("a1", 3, "peopl", "dead")));
}

TEST(Compare, AFigureTenTimesAnotherCountsSomethingElse) {
  EXPECT_TRUE(differ(count("a2", 29, "money", ""), count("a1", 3, "money", "")));
  EXPECT_FALSE(differ(count("a2", 30, "money", ""), count("a1", 3, "money", "")));
}

TEST(Compare, SeesWhichFigureIsRefused) {
  PlacedStatement later = count("a2", 69, "peopl", "aboard");
  later.statement.quantities.push_back(
      {.thousandths = 71'000, .unit = "peopl", .about = "aboard", .refused = true});
  EXPECT_TRUE(compare(later, count("a1", 71, "peopl", "aboard")).refuses_count);
  EXPECT_FALSE(compare(later, count("a1", 72, "peopl", "aboard")).refuses_count);
}

TEST(Compare, KnowsStoriesByTheNamesTheyShare) {
  PlacedStatement later = make_statement("a2", "ivo brandt", {"gate"});
  const PlacedStatement earlier = gate();
  EXPECT_TRUE(compare(later, earlier).same_story);
  later.statement.story = {"holm", "moor", "weir"};
  EXPECT_FALSE(compare(later, earlier).same_story);
  later.document = "a1";
  EXPECT_TRUE(compare(later, earlier).same_story);
}

TEST(Compare, PointsWithinOneArticleOnly) {
  PlacedStatement later = make_statement("a1", "ivo brandt", {"account"});
  later.number = 1;
  later.statement.points_to = {0};
  later.statement.inherited = gate().statement.words;
  EXPECT_TRUE(compare(later, gate()).points);
  later.document = "a2";
  EXPECT_FALSE(compare(later, gate()).points);
  EXPECT_EQ(compare(later, gate()).inherited, 100);
}

TEST(Compare, DatesDifferWhenNoneIsShared) {
  PlacedStatement later = make_statement("a2", "ivo brandt", {"gate"});
  PlacedStatement earlier = gate();
  EXPECT_FALSE(compare(later, earlier).times_differ);
  later.statement.times = {"2024-03-04"};
  earlier.statement.times = {"2024-03-05"};
  EXPECT_TRUE(compare(later, earlier).times_differ);
  earlier.statement.times = {"2024-03-04", "2024-03-05"};
  EXPECT_FALSE(compare(later, earlier).times_differ);
}

}  // namespace
}  // namespace hearsay
