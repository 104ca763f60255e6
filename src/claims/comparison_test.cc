#include "claims/comparison.h"

#include <gtest/gtest.h>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

// With the model's words: of two articles, or of one where the documents say so.
struct Pair {
  Pair(const PlacedStatement& later, const PlacedStatement& earlier)
      : a(weigh_article(test_relations(), {later})), b(weigh_article(test_relations(), {earlier})) {}
  Comparison compared() const {
    return compare({a.statements[0], a.weighed[0]}, {b.statements[0], b.weighed[0]});
  }
  ArticleClaims a, b;
};

PlacedStatement gate() { return make_statement("a1", "ada holm", {"gate", "sluic", "open", "midnight"}); }

PlacedStatement count(const std::string& document, std::int64_t value, const std::string& unit,
                      const std::string& about) {
  PlacedStatement placed = make_statement(document, "ada holm", {"gate"});
  placed.statement.quantities = {{.thousandths = value * 1000, .unit = unit, .about = about}};
  return placed;
}

bool differ(const PlacedStatement& later, const PlacedStatement& earlier) {
  return Pair(later, earlier).compared().later_count != nullptr;
}

TEST(Compare, WeighsSharedWords) {
  const PlacedStatement later = make_statement("a2", "ivo brandt", {"gate", "sluic", "rain"});
  const PlacedStatement earlier = gate();
  const Pair pair(later, earlier);
  const Comparison c = pair.compared();
  EXPECT_EQ(c.shared.words, 2);
  EXPECT_EQ(c.shared.weight, c.shared.best + c.shared.second);
  EXPECT_EQ(c.shared.weight * 3, pair.a.weighed[0].weight * 2);
  EXPECT_EQ(c.kinship, Kinship::other);
  EXPECT_FALSE(c.one_article);
}

TEST(Compare, CountsNamesApart) {
  PlacedStatement later = gate();
  later.statement.words = words_of({"te", "puna", "moor"}, kNameWeight);
  const Pair pair(later, later);
  EXPECT_EQ(pair.compared().shared.names, 3);
  EXPECT_EQ(pair.compared().shared.weight, 0);
}

TEST(Compare, KnowsWordsThatMeanTheSame) {
  const PlacedStatement later = make_statement("a2", "ivo brandt", {"automobil"});
  const PlacedStatement earlier = make_statement("a1", "ada holm", {"car"});
  const Pair pair(later, earlier);
  EXPECT_EQ(pair.compared().shared.words, 0);
  EXPECT_EQ(pair.compared().shared.alike_words, 1);
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
  EXPECT_TRUE(Pair(later, count("a1", 71, "peopl", "aboard")).compared().refuses_count);
  EXPECT_FALSE(Pair(later, count("a1", 72, "peopl", "aboard")).compared().refuses_count);
}

TEST(Compare, CountsTheNamesThatStoriesShare) {
  PlacedStatement later = make_statement("a2", "ivo brandt", {"gate"});
  EXPECT_EQ(Pair(later, gate()).compared().story_names, 2);
  later.statement.story = {"holm", "moor", "weir"};
  EXPECT_EQ(Pair(later, gate()).compared().story_names, 1);
}

TEST(Compare, PointsWithinOneArticleOnly) {
  PlacedStatement later = make_statement("a1", "ivo brandt", {"account"});
  later.number = 1;
  later.statement.points_to = {0};
  later.statement.inherited = gate().statement.words;
  EXPECT_TRUE(Pair(later, gate()).compared().points);
  later.document = "a2";
  EXPECT_FALSE(Pair(later, gate()).compared().points);
  EXPECT_EQ(Pair(later, gate()).compared().inherited, 100);
}

TEST(Compare, DatesDifferWhenNoneIsShared) {
  PlacedStatement later = make_statement("a2", "ivo brandt", {"gate"});
  PlacedStatement earlier = gate();
  EXPECT_FALSE(Pair(later, earlier).compared().times_differ);
  later.statement.times = {"2024-03-04"};
  earlier.statement.times = {"2024-03-05"};
  EXPECT_TRUE(Pair(later, earlier).compared().times_differ);
  earlier.statement.times = {"2024-03-04", "2024-03-05"};
  EXPECT_FALSE(Pair(later, earlier).compared().times_differ);
}

}  // namespace
}  // namespace hearsay
