#include "ledger/told_sides.h"

#include <gmock/gmock.h>

#include "ledger/corrections.h"
#include "ledger/name_key.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Correction told(CorrectionKind kind, std::string first, std::string second = "",
                std::vector<std::string> articles = {}) {
  return {.kind = kind,
          .first = first,
          .second = second,
          .first_name = first,
          .second_name = second,
          .articles = std::move(articles)};
}

const Correction kSide = told(CorrectionKind::side, "ada holm", "The Harbour Board");

std::vector<std::string> sides_of(const ToldSides& sides, std::string name, std::string article = "a",
                                  std::vector<std::string> before = {"keel"}) {
  Speaker speaker{.kind = SpeakerKind::named, .name = name, .sides = std::move(before), .spelling = name};
  sides.amend(article, speaker);
  return speaker.sides;
}

TEST(ToldSides, StandInThePlaceOfWhatTheArticleTells) {
  const ToldSides sides({kSide});
  EXPECT_THAT(sides_of(sides, "Ada Holm"), ElementsAre("harbour board"));
  EXPECT_THAT(sides_of(sides, "Tom Vik"), ElementsAre("keel"));
  EXPECT_THAT(sides_of(ToldSides(), "Ada Holm"), ElementsAre("keel"));
  EXPECT_TRUE(ToldSides().empty());
}

TEST(ToldSides, TheSideOfASideIsAdded) {
  const ToldSides sides({told(CorrectionKind::side, "keel", "Holm Lines")});
  EXPECT_THAT(sides_of(sides, "Tom Vik"), ElementsAre("holm lines", "keel"));
}

TEST(ToldSides, TheLastWordCounts) {
  EXPECT_THAT(sides_of(ToldSides({kSide, told(CorrectionKind::side, "ada holm", "Keel")}), "Ada Holm"),
              ElementsAre("keel"));
}

TEST(ToldSides, WhatIsMergedHasOneSide) {
  const ToldSides sides({kSide, told(CorrectionKind::merge, "ada holm", "a holm"),
                         told(CorrectionKind::merge, "a holm", "the mayor")});
  EXPECT_THAT(sides_of(sides, "A. Holm"), ElementsAre("harbour board"));
}

TEST(ToldSides, WhatIsSplitOffHasItsOwn) {
  const Correction split = told(CorrectionKind::split, "ada holm", "", {"b"});
  const ToldSides sides({kSide, split});
  EXPECT_THAT(sides_of(sides, "Ada Holm", "a"), ElementsAre("harbour board"));
  EXPECT_THAT(sides_of(sides, "Ada Holm", "b"), ElementsAre("keel"));
  const ToldSides other({split, told(CorrectionKind::side, split_key(split), "Harbour Board")});
  EXPECT_THAT(sides_of(other, "Ada Holm", "b"), ElementsAre("harbour board"));
  EXPECT_THAT(sides_of(other, "Ada Holm", "a"), ElementsAre("keel"));
}

TEST(ToldSides, SomebodyWithoutANameIsOneOfAnArticle) {
  Correction side = told(CorrectionKind::side, unnamed_key("a", 3), "Harbour Board");
  side.first_name = "two officials";
  const ToldSides sides({side});
  Speaker speaker{.kind = SpeakerKind::nominal, .name = "two officials", .sides = {}, .spelling = {}};
  EXPECT_FALSE(sides.amend("b", speaker));
  EXPECT_TRUE(sides.amend("a", speaker));
  EXPECT_THAT(speaker.sides, ElementsAre("harbour board"));
  EXPECT_THAT(ToldSides::between(sides, ToldSides()).articles, ElementsAre("a"));
}

TEST(ToldSides, KnowWhatDiffers) {
  const ToldSides sides({kSide});
  EXPECT_THAT(ToldSides::between(sides, ToldSides()).names, ElementsAre("ada holm"));
  EXPECT_THAT(ToldSides::between(sides, sides).names, IsEmpty());
  const ToldSides merged({kSide, told(CorrectionKind::merge, "ada holm", "a holm")});
  EXPECT_THAT(ToldSides::between(sides, merged).names, ElementsAre("a holm"));
  const ToldSides split({kSide, told(CorrectionKind::split, "ada holm", "", {"b"})});
  EXPECT_THAT(ToldSides::between(sides, split).names, ElementsAre("ada holm"));
  EXPECT_THAT(ToldSides::between(sides, split).articles, UnorderedElementsAre("b"));
}

}  // namespace
}  // namespace hearsay
