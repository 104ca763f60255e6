#include "claims/copied_statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;
using testing::ElementsAre;

Statement statement_of(const std::string& speaker, const std::vector<std::string>& stems) {
  return make_statement("a1", speaker, stems).statement;
}

TEST(CopiedStatements, HaveTheirWordsFromEachOther) {
  const Statement one = statement_of("ada holm", {"gate", "sluic", "shut", "dusk"});
  EXPECT_TRUE(is_copied(one, one));
  EXPECT_TRUE(is_copied(one, statement_of("holm", {"gate", "sluic", "shut", "dusk"})));
  EXPECT_TRUE(is_copied(one, statement_of("ada holm", {"gate", "sluic", "shut", "dusk", "noon"})));
  EXPECT_FALSE(is_copied(one, statement_of("ada holm", {"gate", "sluic", "open", "noon"})));
  EXPECT_FALSE(is_copied(one, statement_of("eva strand", {"gate", "sluic", "shut", "dusk"})));
}

TEST(CopiedStatements, AgreeInFiguresAndInYesAndNo) {
  const Statement one = statement_of("ada holm", {"gate", "sluic", "shut", "dusk"});
  Statement other = one;
  other.denied = true;
  EXPECT_FALSE(is_copied(one, other));
  other = one;
  other.quantities = {{.thousandths = 9'000, .unit = "gate"}};
  EXPECT_FALSE(is_copied(one, other));
}

TEST(CopiedStatements, WithoutWordsHaveTheSameExcerpt) {
  Statement one = statement_of("ada holm", {});
  one.excerpt = "to comment";
  Statement other = one;
  EXPECT_TRUE(is_copied(one, other));
  other.excerpt = "to answer";
  EXPECT_FALSE(is_copied(one, other));
}

TEST(CopiedStatements, AreQuotedInPart) {
  const Statement part = statement_of("ada holm", {"gate", "sluic", "shut", "dusk"});
  Statement whole = statement_of("ada holm", {"gate", "sluic", "shut", "dusk", "pump", "warden", "noon"});
  whole.denied = true;
  EXPECT_FALSE(is_copied(part, whole));
  EXPECT_TRUE(is_quoted(part, whole));
  EXPECT_TRUE(is_quoted(whole, part));
  whole.quantities = {{.thousandths = 9'000, .unit = "gate"}};
  EXPECT_TRUE(is_quoted(part, whole));
  whole.refusing = true;
  EXPECT_FALSE(is_quoted(part, whole));
  EXPECT_TRUE(is_quoted(statement_of("ada holm", {"gate"}), statement_of("ada holm", {"gate"})));
  EXPECT_FALSE(is_quoted(statement_of("ada holm", {"gate"}), statement_of("ada holm", {"gate", "pump"})));
  EXPECT_FALSE(is_quoted(part, statement_of("eva strand", {"gate", "sluic", "shut", "dusk"})));
}

TEST(CopiedStatements, AreMatchedOnceEach) {
  const auto gate = make_statement("a1", "ada holm", {"gate", "sluic", "shut", "dusk"});
  const auto longer = make_statement("a1", "ada holm", {"gate", "sluic", "shut", "dusk", "noon"});
  const auto pump = make_statement("a1", "eva strand", {"pump"});
  EXPECT_THAT(match_copies(std::vector{gate, pump}, std::vector{pump, longer, gate}),
              ElementsAre(Pair(0, 2), Pair(1, 0)));
  EXPECT_THAT(match_copies(std::vector{gate, gate}, std::vector{gate}), ElementsAre(Pair(0, 0)));
  EXPECT_TRUE(match_copies({}, std::vector{gate}).empty());
}

TEST(CopiedStatements, AreMatchedInLongArticlesWithoutAllPairs) {
  constexpr std::uint32_t kMany = 50'000;
  std::vector<PlacedStatement> a(kMany, make_statement("a1", "ada holm", {"gate", "sluic", "shut", "dusk"}));
  std::vector<PlacedStatement> b = a;
  const auto pump = make_statement("a1", "eva strand", {"pump", "noon", "oil", "leak"});
  auto edited = make_statement("a1", "eva strand", {"pump", "noon", "oil", "leak", "gale"});
  a.insert(a.begin() + 700, pump);
  b.insert(b.begin() + 703, edited);
  b.insert(b.begin(), make_statement("a1", "eva strand", {"pump"}));
  const auto matches = match_copies(a, b);
  ASSERT_EQ(matches.size(), kMany + 1);
  EXPECT_EQ(matches[0], Pair(0, 1));
  EXPECT_EQ(matches[700], Pair(700, 704));
  EXPECT_EQ(matches[701], Pair(701, 701));
  EXPECT_EQ(matches.back(), Pair(kMany, kMany + 1));
  const auto mirrored = match_copies(b, a);
  ASSERT_EQ(mirrored.size(), matches.size());
  EXPECT_THAT(mirrored, testing::Contains(Pair(704, 700)));
}

TEST(CopiedStatements, RepeatAndSayWhoCarriesThem) {
  const auto earlier = make_statement("a1", "ada holm", {"gate"});
  auto later = make_statement("a2", "ada holm", {"gate"});
  EXPECT_EQ(copy_relation(later, earlier).why, "the same words in a copy of the same report, carried by a2");
  later.publisher = "The Quay Mail";
  later.statement.confidence = 100;
  const Relation relation = copy_relation(later, earlier);
  EXPECT_EQ(relation.type, RelationType::repeats);
  EXPECT_EQ(relation.why, "the same words in a copy of the same report, carried by The Quay Mail");
  EXPECT_FLOAT_EQ(relation.confidence, 0.9F);
  EXPECT_EQ(quote_relation(later, earlier).why,
            "the same words in a paragraph or quotation of two reports, carried by The Quay Mail");
}

}  // namespace
}  // namespace hearsay
