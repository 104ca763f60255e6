#include "ledger/name_key.h"

#include <gmock/gmock.h>

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NameKey, LeavesOutWhatWritersVary) {
  for (const char* name : {"Ada Holm", "ADA  HOLM", "Ms. Ada Holm", "Ada Holm KC", "the Ada\u00a0Holm"}) {
    EXPECT_EQ(name_key(name), "ada holm") << name;
  }
  EXPECT_EQ(name_key("P\u00e5l R\u00f8nnevik"), name_key("Pal Ronnevik"));
  EXPECT_EQ(name_key("Dufresne-Hollis Agri, Inc."), "dufresne hollis agri");
  EXPECT_EQ(name_key("Growers\u2019 Coalition"), name_key("Growers' Coalition"));
  EXPECT_EQ(name_key("Moe & Dahl Ltd"), name_key("Moe and Dahl"));
  EXPECT_EQ(name_key("I.A.E.A."), "iaea");
}

TEST(NameKey, KeepsALastWord) {
  EXPECT_EQ(name_key("The"), "the");
  EXPECT_EQ(name_key("Captain"), "captain");
  EXPECT_EQ(name_key("Dr. Co."), "co");
  EXPECT_EQ(name_key("\u2026 --"), "");
}

TEST(NameKey, OfTheUnnamedIsNoName) {
  EXPECT_NE(unnamed_key("a", 1), unnamed_key("a", 2));
  EXPECT_NE(unnamed_key("a", 11), unnamed_key("1a", 1));
  EXPECT_TRUE(is_unnamed_key(unnamed_key("a", 1)));
  EXPECT_FALSE(is_unnamed_key(name_key("Ada Holm")));
}

TEST(ShortForms, AreLastWordsAndAcronyms) {
  EXPECT_THAT(short_forms("ada maria holm"), ElementsAre("maria holm", "holm", "amh"));
  EXPECT_THAT(short_forms("international atomic energy agency"),
              ElementsAre("atomic energy agency", "energy agency", "agency", "iaea"));
  EXPECT_THAT(short_forms("bank of norway"), IsEmpty());
  EXPECT_THAT(short_forms("holm"), IsEmpty());
  EXPECT_EQ(acronym_of("high court of motuaro"), "hcm");
}

TEST(ShortForms, OrganisationsLeaveTheLastWordOut) {
  EXPECT_EQ(leading_form("norrland copper"), "norrland");
  EXPECT_EQ(leading_form("pell savings bank"), "pell savings");
  EXPECT_EQ(leading_form("bank of norway"), "");
  EXPECT_EQ(leading_form("norrland"), "");
  EXPECT_EQ(name_key("the Ministry of Health"), name_key("Health Ministry"));
}

TEST(ShortForms, PeopleLeaveMiddleInitialsOut) {
  EXPECT_EQ(without_initials(name_key("Ada M. Holm")), "ada holm");
  EXPECT_EQ(without_initials(name_key("P\u00e5l \u00d8. R\u00f8nnevik")), name_key("Pal Ronnevik"));
  EXPECT_EQ(without_initials(name_key("Ada M.K. Holm")), "ada holm");
  EXPECT_EQ(without_initials(name_key("Ada M. K. Holm")), "ada holm");
  for (const char* key :
       {"ada maria holm", "a m holm", "ada holm", "ada m holm jr", "malcolm x", "ada de holm"})
    EXPECT_EQ(without_initials(key), "") << key;
  EXPECT_THAT(index_words("ada m holm"), ::testing::Contains("~ada holm"));
  EXPECT_TRUE(has_one_initial("ada m holm"));
  EXPECT_FALSE(has_one_initial("ada mk holm"));
  EXPECT_FALSE(has_one_initial("ada holm"));
}

TEST(HoldsWords, WholeAndInOrder) {
  EXPECT_TRUE(holds_words("ada maria holm", "maria holm"));
  EXPECT_TRUE(holds_words("ada", "ada"));
  EXPECT_FALSE(holds_words("adam holm", "ada"));
  EXPECT_TRUE(holds_words("stholm holm", "holm"));
  EXPECT_FALSE(holds_words("ada holm", "holm ada"));
}

TEST(NameKey, HashesStay) {
  EXPECT_EQ(key_hash(""), static_cast<std::int64_t>(0x99aa06d3014798d8));
  EXPECT_NE(key_hash("ada holm"), key_hash("ada"));
}

}  // namespace
}  // namespace hearsay
