#include "format/relation_text.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(RelationText, SpeaksFromEitherEnd) {
  EXPECT_EQ(relation_words("disputes", true), "disputes");
  EXPECT_EQ(relation_words("disputes", false), "disputed by");
  EXPECT_EQ(relation_words("conflicts", true), relation_words("conflicts", false));
}

TEST(RelationText, ShowsTheOtherStatement) {
  const RelationRecord relation{.type = "disputes", .why = "says no", .confidence = 0.8F};
  const StatementRecord other{.document = "a",
                              .published = "2024-03-06",
                              .attribution = 1,
                              .paragraph = 2,
                              .source = "Dahl",
                              .cue = "denied",
                              .content = "it"};
  EXPECT_EQ(relation_text(relation, false, other, {}),
            "  disputed by, 80 % sure: says no\n"
            "    2024-03-06 · ¶2 · a/a2\n"
            "    Dahl denied\n"
            "        it\n");
}

TEST(RelationText, IndentsEachLine) { EXPECT_EQ(indented("a\n\nb\n", 2), "  a\n\n  b\n"); }

}  // namespace
}  // namespace hearsay
