#include "claims/read_statements.h"

#include <gtest/gtest.h>

#include "claims/quantities.h"
#include "claims/speakers.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

Statement only_statement(const std::string& text) {
  const auto statements = read_statements(read_article(text));
  EXPECT_EQ(statements.size(), 1u) << text;
  return statements.empty() ? Statement{} : statements.front();
}

TEST(NumberValue, ReadsFiguresAndWords) {
  EXPECT_EQ(number_value("71"), 71'000);
  EXPECT_EQ(number_value("3,400"), 3'400'000);
  EXPECT_EQ(number_value("3.45"), 3'450);
  EXPECT_EQ(number_value("nine"), 9'000);
  EXPECT_EQ(number_value("thirty-seven"), 37'000);
  EXPECT_FALSE(number_value("ninety-ten"));
  EXPECT_FALSE(number_value("goose"));
  EXPECT_FALSE(number_value("99999999999999999999999"));
  EXPECT_FALSE(number_value(""));
}

TEST(ReadStatements, CountsPeople) {
  const Statement s = only_statement("Ada Holm said that nine people were missing.");
  ASSERT_EQ(s.quantities.size(), 1u);
  EXPECT_EQ(s.quantities[0].thousandths, 9'000);
  EXPECT_EQ(s.quantities[0].about, "missing");
  EXPECT_EQ(s.speaker.name, "ada holm");
}

TEST(ReadStatements, CountsMoney) {
  const Statement s = only_statement("Ada Holm said that the bridge had cost $3.4 billion.");
  ASSERT_EQ(s.quantities.size(), 1u);
  EXPECT_EQ(s.quantities[0].thousandths, 3'400'000'000'000);
  EXPECT_EQ(s.quantities[0].unit, "money");
}

TEST(ReadStatements, KnowWhatIsHeldToBeFalse) {
  EXPECT_TRUE(only_statement("Ada Holm said that no gate was opened.").denied);
  EXPECT_TRUE(only_statement("Ada Holm denied that the gate was opened.").denied);
  EXPECT_FALSE(only_statement("Ada Holm said that the gate was opened.").denied);
}

TEST(ReadStatements, OfAStatementThatIsRejectedItsClauseCounts) {
  const auto statements = read_statements(
      read_article("The emails contradict the company's statement that it received no report."));
  ASSERT_FALSE(statements.empty());
  EXPECT_TRUE(statements[0].rejects);
  EXPECT_FALSE(statements[0].denied);  // there was one
  EXPECT_EQ(statements[0].predicate, "receiv");
}

TEST(ReadStatements, AThingThatIsTurnedDownIsNotHeldToBeFalse) {
  const Statement turned_down = only_statement("Ada Holm rejected the requests.");
  EXPECT_FALSE(turned_down.rejects);
  EXPECT_FALSE(turned_down.denied);
  EXPECT_TRUE(only_statement("Ada Holm denied any involvement.").rejects);
  EXPECT_TRUE(only_statement("Ada Holm rejected the claim.").rejects);
}

TEST(ReadStatements, KnowWhatWasToldBefore) {
  EXPECT_TRUE(only_statement("Ada Holm had said that the gate was shut.").told_before);
  EXPECT_FALSE(only_statement("Ada Holm said that the gate was shut.").told_before);
}

TEST(ReadStatements, DoNotDependOnWhatWasReadBefore) {
  const Document doc = read_article("Ada Holm said that the gate was shut. Ivo Brandt denied that.");
  EXPECT_EQ(read_statements(doc), read_statements(doc));
}

TEST(Names, AgreeWhenOneIsPartOfTheOther) {
  EXPECT_TRUE(names_agree("ada holm", "holm"));
  EXPECT_TRUE(names_agree("keel", "keel harbour office"));
  EXPECT_FALSE(names_agree("ada holm", "ivo holm"));
  EXPECT_FALSE(names_agree("", "holm"));
  EXPECT_FALSE(names_agree("hol", "holm"));
}

TEST(Kinship, ComesOfNamesAndSides) {
  const Speaker chief{.kind = SpeakerKind::named, .name = "ada holm", .sides = {"holm lines"}};
  const Speaker firm{.kind = SpeakerKind::named, .name = "holm lines"};
  const Speaker other{.kind = SpeakerKind::named, .name = "ivo brandt"};
  const Speaker officials{.kind = SpeakerKind::nominal, .name = "official"};
  EXPECT_EQ(kinship_of(chief, chief, false), Kinship::same);
  EXPECT_EQ(kinship_of(chief, firm, false), Kinship::side);
  EXPECT_EQ(kinship_of(chief, other, false), Kinship::other);
  EXPECT_EQ(kinship_of(officials, officials, true), Kinship::same);
  EXPECT_EQ(kinship_of(officials, officials, false), Kinship::other);
  EXPECT_EQ(kinship_of({}, other, false), Kinship::unknown);
}

}  // namespace
}  // namespace hearsay
