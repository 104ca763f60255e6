#include "entities/entities.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

struct Named {
  std::string_view words;
  EntityKind kind;
};

// A document whose names are these words, each at its first place after the one before.
Document with_names(std::string text, std::initializer_list<Named> names) {
  Document doc;
  doc.text = std::move(text);
  std::size_t at = 0;
  for (const Named& n : names) {
    at = doc.text.find(n.words, at);
    EXPECT_NE(at, std::string::npos) << n.words;
    doc.names.push_back(
        {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + n.words.size())}, n.kind, false});
    at += n.words.size();
  }
  EntityScratch scratch;
  find_entities(doc, scratch);
  EXPECT_EQ(find_violation(doc), "");
  return doc;
}

constexpr auto kPerson = EntityKind::person;
constexpr auto kOrganization = EntityKind::organization;
constexpr auto kPlace = EntityKind::place;

TEST(EntitiesTest, SurnameBelongsToThePersonNamedBefore) {
  const Document doc = with_names("Mara Quist spoke. Quist left. Mara Quist returned.",
                                  {{"Mara Quist", kPerson}, {"Quist", kPerson}, {"Mara Quist", kPerson}});
  ASSERT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].name, "Mara Quist");
  EXPECT_EQ(doc.entities[0].aliases, std::vector<std::string>{"Quist"});
  EXPECT_EQ(doc.mentions.size(), 3u);
}

TEST(EntitiesTest, TheLastPersonOfASurnameIsMeant) {
  const Document doc = with_names("Mara Quist met Jon Quist. Quist left.",
                                  {{"Mara Quist", kPerson}, {"Jon Quist", kPerson}, {"Quist", kPerson}});
  ASSERT_EQ(doc.entities.size(), 2u);
  EXPECT_EQ(doc.mentions[2].entity, 1u);
}

TEST(EntitiesTest, SuffixIsNoSurname) {
  const Document doc =
      with_names("Otto Brandt Jr. came. Brandt left.", {{"Otto Brandt Jr.", kPerson}, {"Brandt", kPerson}});
  EXPECT_EQ(doc.entities.size(), 1u);
}

TEST(EntitiesTest, AcronymBelongsToItsInitials) {
  const Document doc = with_names(
      "The Northern Transit Authority (NTA) and the N.T.A.",
      {{"Northern Transit Authority", kOrganization}, {"NTA", kOrganization}, {"N.T.A.", kOrganization}});
  ASSERT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].aliases, (std::vector<std::string>{"NTA", "N.T.A."}));
}

TEST(EntitiesTest, FullNameAfterAcronymIsAnotherEntityOnlyIfInitialsDiffer) {
  const Document doc = with_names("The Port Trust and the Harbour Board.",
                                  {{"Port Trust", kOrganization}, {"Harbour Board", kOrganization}});
  EXPECT_EQ(doc.entities.size(), 2u);
}

TEST(EntitiesTest, KindsAreKeptApart) {
  const Document doc = with_names("Durham beat Durham.", {{"Durham", kOrganization}, {"Durham", kPlace}});
  EXPECT_EQ(doc.entities.size(), 2u);
}

TEST(EntitiesTest, LineBreakInsideANameIsASpace) {
  const Document doc =
      with_names("Mara\nQuist spoke. Mara Quist left.", {{"Mara\nQuist", kPerson}, {"Mara Quist", kPerson}});
  ASSERT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].name, "Mara Quist");
  EXPECT_TRUE(doc.entities[0].aliases.empty());
}

TEST(EntitiesTest, FullerNameBecomesTheName) {
  const Document doc = with_names("Quist? Yes, Quist.", {{"Quist", kPerson}, {"Quist", kPerson}});
  EXPECT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.entities[0].name, "Quist");
}

TEST(EntitiesTest, TenThousandMentionsOfOneNameAreOneEntity) {
  Document doc;
  for (int i = 0; i < 10000; ++i) doc.text += "Quist ";
  for (std::uint32_t i = 0; i < 10000; ++i) doc.names.push_back({{6 * i, 6 * i + 5}, kPerson, false});
  EntityScratch scratch;
  find_entities(doc, scratch);
  EXPECT_EQ(doc.entities.size(), 1u);
  EXPECT_EQ(doc.mentions.size(), 10000u);
}

}  // namespace
}  // namespace hearsay
