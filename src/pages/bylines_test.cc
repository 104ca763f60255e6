#include "pages/bylines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Bylines, Names) {
  EXPECT_THAT(names_in_byline("By Ada Holm"), ElementsAre("Ada Holm"));
  EXPECT_THAT(names_in_byline("  by:  ADA HOLM "), ElementsAre("ADA HOLM"));
  EXPECT_THAT(names_in_byline("Ada Holm and Per Dahl"), ElementsAre("Ada Holm", "Per Dahl"));
  EXPECT_THAT(names_in_byline("By Ada Holm, Per van der Dahl & Eva Strand"),
              ElementsAre("Ada Holm", "Per van der Dahl", "Eva Strand"));
  EXPECT_THAT(names_in_byline("Von Ada Holm und Per Dahl"), ElementsAre("Ada Holm", "Per Dahl"));
  EXPECT_THAT(names_in_byline("Par Élodie Marchand"), ElementsAre("Élodie Marchand"));
  EXPECT_THAT(names_in_byline("Per Dahl Jr."), ElementsAre("Per Dahl Jr."));
}

TEST(Bylines, OfficesAndDatesGo) {
  EXPECT_THAT(names_in_byline("By Ada Holm, City Reporter"), ElementsAre("Ada Holm"));
  EXPECT_THAT(names_in_byline("Ada Holm | Northline News | 12 March 2024"), ElementsAre("Ada Holm"));
  EXPECT_THAT(names_in_byline("Written by Ada Holm 12 March 2024"), ElementsAre("Ada Holm"));
  EXPECT_THAT(names_in_byline("Ada Holm March 12, 2024"), ElementsAre("Ada Holm"));
  EXPECT_THAT(names_in_byline("Analysis by April Holm, Northline Editor-at-large"),
              ElementsAre("April Holm"));
  EXPECT_THAT(names_in_byline("Ada Holm for Northline"), ElementsAre("Ada Holm"));
  EXPECT_THAT(names_in_byline("Ada Holm (Northline)"), ElementsAre("Ada Holm"));
  EXPECT_THAT(names_in_byline("Politics Editor, Ada Holm"), ElementsAre("Ada Holm"));
}

TEST(Bylines, AgenciesAndDesks) {
  EXPECT_THAT(names_in_byline("By Northwire"), ElementsAre("Northwire"));
  EXPECT_THAT(names_in_byline("Northline staff and agencies"), ElementsAre("Northline staff"));
}

TEST(Bylines, NobodyIsNamed) {
  for (const std::string_view line :
       {"", "By", "admin", "https://example.com/ada", "@adaholm", "ada@example.com", "12 March 2024",
        "by the way", "View all posts", "|", ", , ,"}) {
    EXPECT_THAT(names_in_byline(line), IsEmpty()) << line;
  }
  EXPECT_THAT(names_in_byline(std::string(5000, 'A')), IsEmpty());
  EXPECT_THAT(names_in_byline("Ada Holm @adaholm"), ElementsAre("Ada Holm"));
}

TEST(Bylines, Joined) {
  EXPECT_EQ(join_names({}), "");
  EXPECT_EQ(join_names({"Ada Holm"}), "Ada Holm");
  EXPECT_EQ(join_names({"Ada Holm", "ADA HOLM", "Per Dahl"}), "Ada Holm and Per Dahl");
  EXPECT_EQ(join_names({"Ada Holm", "Per Dahl", "Eva Strand"}), "Ada Holm, Per Dahl and Eva Strand");
}

}  // namespace
}  // namespace hearsay
