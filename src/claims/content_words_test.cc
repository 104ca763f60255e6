#include "claims/content_words.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(StemOf, MeetsForWordsOfOneFamily) {
  EXPECT_EQ(stem_of("resignation"), stem_of("resign"));
  EXPECT_EQ(stem_of("treatment"), stem_of("treat"));
  EXPECT_EQ(stem_of("suspension"), stem_of("suspend"));
  EXPECT_NE(stem_of("gate"), stem_of("goat"));
}

TEST(StemOf, LeavesShortWordsAlone) {
  EXPECT_EQ(stem_of("ring"), "ring");
  EXPECT_EQ(stem_of("Bus"), "bus");
  EXPECT_EQ(stem_of(""), "");
}

TEST(FoldName, TakesAwayWhatIsNotOfTheName) {
  EXPECT_EQ(fold_name("The Harbour  Office’s"), "harbour office");
  EXPECT_EQ(fold_name("Ada Holm's"), "ada holm");
}

TEST(WordWeight, IsLeastForWhatAnyReportHolds) {
  EXPECT_EQ(word_weight("the", Upos::DET), 0);
  EXPECT_EQ(word_weight("not", Upos::PART), 0);
  EXPECT_LT(word_weight("people", Upos::NOUN), word_weight("ballast", Upos::NOUN));
  EXPECT_EQ(word_weight("Holm", Upos::PROPN), kNameWeight);
}

TEST(Classes, AreFoundByBinarySearch) {
  for (const char* const cue : {"challenge", "deny", "reject", "question"})
    EXPECT_TRUE(is_refusing_cue(cue)) << cue;
  for (const char* const noun : {"accusation", "account", "version", "word"})
    EXPECT_TRUE(is_account_noun(noun)) << noun;
  for (const char* const cue : {"acknowledge", "concede", "withdraw"})
    EXPECT_TRUE(is_retracting_cue(cue)) << cue;
  EXPECT_TRUE(is_negation("n't"));
  EXPECT_TRUE(is_recalling_cue("repeat"));
  EXPECT_TRUE(is_error_word("wrong"));
  EXPECT_TRUE(is_institution("police"));
  EXPECT_FALSE(is_account_noun("gate"));
  EXPECT_EQ(count_class("kill"), count_class("death"));
  EXPECT_EQ(count_class("gate"), "");
}

}  // namespace
}  // namespace hearsay
