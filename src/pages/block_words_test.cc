#include "pages/block_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(BlockWords, Folded) {
  EXPECT_THAT(folded_words("“We were told”, he’s said — 11 hurt."),
              ElementsAre("we", "were", "told", "he", "s", "said", "11", "hurt"));
  EXPECT_THAT(folded_words("Été"), ElementsAre("Été"));
  EXPECT_THAT(folded_words(" \n— …"), IsEmpty());
}

TEST(BlockWords, Promos) {
  EXPECT_TRUE(begins_like_promo("READ MORE: Storm over Port Ansel"));
  EXPECT_TRUE(begins_like_promo("Sign up for our newsletter"));
  EXPECT_TRUE(begins_like_promo("Mail Eva Strand or follow her on Twitter"));
  EXPECT_FALSE(begins_like_promo("Related cases were heard in May." + std::string(300, '.')));
  EXPECT_FALSE(begins_like_promo("Readers moreover said no."));
  EXPECT_FALSE(begins_like_promo("Ferries follow the coast."));
}

TEST(BlockWords, Credits) {
  EXPECT_TRUE(is_credit_line("(Reporting by Eva Strand; Editing by Ada Holm)"));
  EXPECT_TRUE(is_credit_line("Eva Strand contributed to this report."));
  EXPECT_TRUE(is_credit_line("Photo: Northline"));
  EXPECT_TRUE(is_credit_line("2/28 © Northline"));
  EXPECT_FALSE(is_credit_line("Photographs were taken from the bridge."));
  EXPECT_TRUE(ends_like_credit("The bridge on Monday (Image: Northline)"));
  EXPECT_FALSE(ends_like_credit("The bridge (built in 1931)"));
  EXPECT_FALSE(ends_like_credit("The bridge)"));
}

TEST(BlockWords, HasWords) {
  EXPECT_TRUE(has_words("…a"));
  EXPECT_TRUE(has_words("№"));
  EXPECT_FALSE(has_words("\u200d"));
  EXPECT_FALSE(has_words("* * *"));
}

}  // namespace
}  // namespace hearsay
