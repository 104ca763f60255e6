#include "claims/speakers.h"

#include <gtest/gtest.h>

#include "claims/quantities.h"
#include "claims/test_statements.h"

namespace hearsay {
namespace {

// Name and sides of each speaker: "ada holm (holm lines)".
std::vector<std::string> speakers_in(const std::string& text) {
  std::vector<std::string> found;
  for (const Speaker& speaker : find_speakers(read_article(text))) {
    std::string line = speaker.name;
    for (const std::string& side : speaker.sides) line += " (" + side + ")";
    found.push_back(line);
  }
  return found;
}

TEST(Speakers, AreNamedInFull) {
  EXPECT_EQ(speakers_in("Ada Holm said that the gate was shut. Holm added that the key was lost."),
            (std::vector<std::string>{"ada holm", "ada holm"}));
}

TEST(Speakers, SpeakForThoseWhomTheSourceNames) {
  const auto speakers = speakers_in("Police spokeswoman Ada Holm said that the gate was shut.");
  ASSERT_EQ(speakers.size(), 1u);
  EXPECT_EQ(speakers[0], "ada holm (police)");
}

TEST(Speakers, WithoutANameAreTheirNoun) {
  const auto found = find_speakers(read_article("Two officials said that the gate was shut."));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, SpeakerKind::nominal);
}

TEST(Speakers, ThatNobodyNamesAreNobody) {
  const Speaker nobody;
  EXPECT_EQ(nobody.kind, SpeakerKind::nobody);
  EXPECT_EQ(kinship_of(nobody, nobody, true), Kinship::unknown);
}

TEST(Speakers, PoliceOfTwoArticlesAreOneBody) {
  const Speaker police{.kind = SpeakerKind::nominal, .name = "police"};
  const Speaker longer{.kind = SpeakerKind::nominal, .name = "norwegian police"};
  const Speaker witness{.kind = SpeakerKind::nominal, .name = "witness"};
  EXPECT_EQ(kinship_of(police, longer, false), Kinship::same);
  EXPECT_EQ(kinship_of(witness, witness, false), Kinship::other);
}

TEST(Speakers, APlaceIsTheSideOfThoseWhoRuleIt) {
  const auto found =
      find_speakers(read_article("The operator of Torsby said that the gate was shut. "
                                 "The governor of Torsby said that the gate was open."));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].sides.empty());
  EXPECT_EQ(found[1].sides, std::vector<std::string>{"torsby"});
}

TEST(Speakers, ADescriptionIsNoBodyForThePlaceInIt) {
  const Speaker rulers{.kind = SpeakerKind::named, .name = "governor of torsby", .sides = {"torsby"}};
  Speaker operators{.kind = SpeakerKind::nominal, .name = "operator of torsby"};
  EXPECT_EQ(kinship_of(rulers, operators, true), Kinship::other);
  EXPECT_EQ(kinship_of(operators, rulers, false), Kinship::other);
  const Speaker clerk{.kind = SpeakerKind::named, .name = "ivo brandt", .sides = {"operator"}};
  EXPECT_EQ(kinship_of(clerk, operators, true), Kinship::side);
  operators.kind = SpeakerKind::named;  // now that is its name
  EXPECT_EQ(kinship_of(rulers, operators, true), Kinship::side);
}

// The quantities of the only statement: "9/peopl/missing".
std::string quantities_in(const std::string& text) {
  std::string found;
  for (const Statement& statement : read_statements(read_article(text))) {
    for (const Quantity& q : statement.quantities) {
      found +=
          (found.empty() ? "" : " ") + std::to_string(q.thousandths / 1000) + "/" + q.unit + "/" + q.about;
      if (q.refused) found += "!";
    }
  }
  return found;
}

TEST(Quantities, HaveUnitsAndClasses) {
  EXPECT_EQ(quantities_in("Ada Holm said that three people were killed."), "3/peopl/dead");
  EXPECT_EQ(quantities_in("Ada Holm said that the weir was 1.4 kilometres away."), "1400/metre/");
  EXPECT_EQ(quantities_in("Ada Holm said that the gate cost €640,000."), "640000/money/");
  EXPECT_EQ(quantities_in("Ada Holm said that the gate was shut."), "");
}

TEST(Quantities, DatesAndAgesAreNone) {
  EXPECT_EQ(quantities_in("Ada Holm said that the gate was shut on March 4, 2024."), "");
  EXPECT_EQ(quantities_in("Ada Holm said that a 34-year-old was asleep."), "");
}

}  // namespace
}  // namespace hearsay
