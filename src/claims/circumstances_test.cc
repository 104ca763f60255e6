#include "claims/circumstances.h"

#include <gtest/gtest.h>

#include "claims/test_statements.h"

namespace hearsay {
namespace {

Statement only_statement(const std::string& text) {
  const auto statements = read_statements(read_article(text));
  EXPECT_EQ(statements.size(), 1u) << text;
  return statements.empty() ? Statement{} : statements.front();
}

TEST(Circumstances, WhoDidIt) {
  const Statement s = only_statement("Ada Holm said that the rebels fired the missile.");
  ASSERT_EQ(s.deeds.size(), 1u);
  EXPECT_EQ(s.deeds[0].predicate, "fire");
  EXPECT_EQ(s.deeds[0].actor.words, "rebels");
  const Statement passive = only_statement("Ada Holm said that the missile was fired by the army.");
  ASSERT_EQ(passive.deeds.size(), 1u);
  EXPECT_EQ(passive.deeds[0].actor.words, "army");
}

TEST(Circumstances, Why) {
  for (const char* text : {"Ada Holm said that the boy died of a heart attack.",
                           "Ada Holm said that the boy fell because of a heart attack."}) {
    const Statement s = only_statement(text);
    ASSERT_EQ(s.causes.size(), 1u) << text;
    EXPECT_EQ(s.causes[0].words, "heart attack");
  }
}

TEST(Circumstances, WhereAndWhoIsWhat) {
  const Statement s = only_statement("Ada Holm said that the ship was hit near the harbour.");
  ASSERT_EQ(s.places.size(), 1u);
  EXPECT_EQ(s.places[0].words, "harbour");
  const Statement spy = only_statement("The police said that Otto Lind was a spy.");
  ASSERT_EQ(spy.traits.size(), 1u);
  EXPECT_EQ(spy.traits[0].who, "otto lind");
  EXPECT_EQ(spy.traits[0].what.words, "spy");
}

TEST(Circumstances, DifferWhereNeitherKnowsTheOthersPhrase) {
  Statement later = make_statement("a2", "ivo brandt", {"missil"}).statement;
  Statement earlier = make_statement("a1", "ada holm", {"missil"}).statement;
  later.deeds = {{"fire", {"army", "the army"}}};
  earlier.deeds = {{"fire", {"rebel", "rebels"}}};
  const DifferingPhrases found = find_differing(later, earlier);
  ASSERT_TRUE(found.actor);
  EXPECT_EQ(found.actor.later->words, "the army");
  EXPECT_FALSE(found.cause || found.place || found.role);
  earlier.words = words_of({"army", "missil"});
  EXPECT_FALSE(find_differing(later, earlier).actor);
}

TEST(Circumstances, PlacesCountOfOnePredicateAlone) {
  Statement later, earlier;
  later.places = {{"sea", "sea"}};
  earlier.places = {{"harbour", "harbour"}};
  later.predicate = earlier.predicate = "lie";
  EXPECT_TRUE(find_differing(later, earlier).place);
  later.predicate = "sink";
  EXPECT_FALSE(find_differing(later, earlier).place);
}

}  // namespace
}  // namespace hearsay
