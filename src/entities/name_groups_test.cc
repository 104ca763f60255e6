#include "entities/name_groups.h"

#include "entities/test_sentence.h"

namespace hearsay {
namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr auto kPerson = EntityKind::person;
constexpr auto kOrganization = EntityKind::organization;
constexpr auto kPlace = EntityKind::place;

// The groups of these names in a text whose tokens are parted by spaces.
NameGroups groups_of(std::string text, const std::vector<NamedWords>& names) {
  Document doc;
  doc.text = std::move(text);
  for (std::uint32_t i = 0; i < doc.text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(doc.text.find_first_of(" \n", i), doc.text.size()));
    if (end > i) doc.tokens.push_back({{i, end}});
    i = end + 1;
  }
  add_names(doc, names);
  NameGroupScratch scratch;
  NameGroups groups;
  groups.names = doc.names;
  group_names(plain_model().nouns, doc, scratch, groups);
  return groups;
}

TEST(NameGroupsTest, SurnameBelongsToThePersonNamedBefore) {
  const NameGroups groups = groups_of("Mara Quist spoke . Quist left . Mara Quist returned .",
                                      {{"Mara Quist", kPerson}, {"Quist", kPerson}, {"Mara Quist", kPerson}});
  EXPECT_EQ(groups.group_of, (Numbers{0, 0, 0}));
  EXPECT_EQ(groups.count, 1u);
}

TEST(NameGroupsTest, FullNameMayFollowItsSurname) {
  EXPECT_EQ(groups_of("Quist wins : Mara Quist won", {{"Quist", kPerson}, {"Mara Quist", kPerson}}).group_of,
            (Numbers{0, 0}));
}

TEST(NameGroupsTest, TheLastPersonOfASurnameIsMeant) {
  EXPECT_EQ(groups_of("Mara Quist met Jon Quist . Quist left .",
                      {{"Mara Quist", kPerson}, {"Jon Quist", kPerson}, {"Quist", kPerson}})
                .group_of,
            (Numbers{0, 1, 1}));
}

TEST(NameGroupsTest, TitlesTellPersonsOfOneSurnameApart) {
  EXPECT_EQ(
      groups_of("Ada Quist met Jon Quist . Ms. Quist left . Mr. Quist stayed .",
                {{"Ada Quist", kPerson}, {"Jon Quist", kPerson}, {"Quist", kPerson}, {"Quist", kPerson}})
          .group_of,
      (Numbers{0, 1, 0, 1}));
}

TEST(NameGroupsTest, WhatHasATitleIsAPerson) {
  const NameGroups groups =
      groups_of("Carman said no . Mr. Carman left .", {{"Carman", kPlace}, {"Carman", kPlace}});
  EXPECT_EQ(groups.names[0].kind, kPerson);
  EXPECT_EQ(groups.names[1].kind, kPerson);
  EXPECT_EQ(groups.count, 1u);
}

TEST(NameGroupsTest, SuffixIsNoSurname) {
  EXPECT_EQ(
      groups_of("Otto Brandt Jr. came . Brandt left .", {{"Otto Brandt Jr.", kPerson}, {"Brandt", kPerson}})
          .count,
      1u);
}

TEST(NameGroupsTest, AcronymBelongsToItsInitials) {
  EXPECT_EQ(
      groups_of(
          "The Northern Transit Authority ( NTA ) and the N.T.A.",
          {{"Northern Transit Authority", kOrganization}, {"NTA", kOrganization}, {"N.T.A.", kOrganization}})
          .count,
      1u);
}

TEST(NameGroupsTest, PartOfALongerNameOfAnOrganization) {
  EXPECT_EQ(
      groups_of(
          "Halden Dry Bulk sailed . Halden denied it . Bulk Halden too .",
          {{"Halden Dry Bulk", kOrganization}, {"Halden", kOrganization}, {"Bulk Halden", kOrganization}})
          .group_of,
      (Numbers{0, 0, 1}));
}

TEST(NameGroupsTest, KindsAreKeptApart) {
  EXPECT_EQ(groups_of("Durham beat Durham .", {{"Durham", kOrganization}, {"Durham", kPlace}}).count, 2u);
}

TEST(NameGroupsTest, LineBreakInsideANameIsASpace) {
  EXPECT_EQ(
      groups_of("Mara\nQuist spoke . Mara Quist left .", {{"Mara\nQuist", kPerson}, {"Mara Quist", kPerson}})
          .count,
      1u);
}

}  // namespace
}  // namespace hearsay
