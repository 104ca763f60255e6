// Statements that somebody said to be related (told_apart.h).
#include <gmock/gmock.h>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class ToldRelatedTest : public LedgerFile {
 protected:
  ToldRelatedTest() {
    add({article("a", "Ada Holm", "said", "that the ferry was old", Act::assert_),
         article("b", "Tom Vik", "said", "that crows are clever", Act::assert_),
         article("c", "Inga Moe", "said", "that bread was cheap", Act::assert_)});
  }

  Result<Correction> tell(CorrectionKind kind, std::string first, std::string second,
                          std::optional<RelationType> relation = {}) {
    Result<Ledger> ledger = Ledger::open_for_adding(path_);
    return ledger->correct({.kind = kind,
                            .first = std::move(first),
                            .second = std::move(second),
                            .articles = {},
                            .relation = relation});
  }

  // The only relation there is.
  LinkedPair only_link() {
    const LedgerStory story = *open().story();
    EXPECT_THAT(story.links, SizeIs(1));
    return story.links.empty() ? LinkedPair{} : story.links.front();
  }

  void undo(std::int64_t number) { EXPECT_TRUE(*Ledger::open_for_adding(path_)->undo_correction(number)); }
};

TEST_F(ToldRelatedTest, WhatNobodyRelatedIsRelated) {
  const auto made = tell(CorrectionKind::related, "b/a1", "a/a1", RelationType::disputes);
  ASSERT_TRUE(made) << made.error().message;
  const LinkedPair link = only_link();
  EXPECT_EQ(link.relation.type, RelationType::disputes);
  EXPECT_TRUE(link.relation.told);
  EXPECT_EQ(link.relation.confidence, 1.0F);
  EXPECT_EQ(link.relation.why, "told by hand");
  EXPECT_THAT(open().disagreements({}, 1.0F, false)->links, SizeIs(1));
  EXPECT_THAT(open().board({})->threads, SizeIs(1));
  EXPECT_THAT(*open().check(), IsEmpty());
  undo(1);
  EXPECT_THAT(open().story()->links, IsEmpty());
  EXPECT_THAT(open().board({})->threads, IsEmpty());
  EXPECT_THAT(*open().check(), IsEmpty());
}

TEST_F(ToldRelatedTest, WithoutATypeItIsTheOneThatIsThere) {
  link("b", "a", RelationType::conflicts);
  const auto made = tell(CorrectionKind::related, "b/a1", "a/a1");
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->relation, RelationType::conflicts);
  EXPECT_EQ(only_link().relation.type, RelationType::conflicts);
  EXPECT_TRUE(only_link().relation.told);
}

TEST_F(ToldRelatedTest, WhatIsFoundIsAnotherRelation) {
  link("b", "a", RelationType::disputes);
  ASSERT_TRUE(tell(CorrectionKind::related, "b/a1", "a/a1", RelationType::supports));
  EXPECT_EQ(only_link().relation.type, RelationType::supports);
  EXPECT_THAT(open().disagreements({}, 0, false)->links, IsEmpty());
  EXPECT_EQ(open().corrections()->front().relation, RelationType::supports);
}

TEST_F(ToldRelatedTest, ItOutlivesTheArticles) {
  ASSERT_TRUE(tell(CorrectionKind::related, "a/a1", "b/a1", RelationType::conflicts));
  const Document again = article("a", "Ada Holm", "said", "that the ferry was old", Act::assert_);
  Document changed = again;
  changed.metadata.title = "Read anew";
  add({changed});
  EXPECT_TRUE(only_link().relation.told);
  remove("a");
  EXPECT_THAT(open().story()->links, IsEmpty());
  EXPECT_THAT(*open().check(), IsEmpty());
  add({again});
  EXPECT_EQ(only_link().relation.type, RelationType::conflicts);
  EXPECT_THAT(*open().check(), IsEmpty());
}

TEST_F(ToldRelatedTest, OneThingIsToldAtATime) {
  ASSERT_TRUE(tell(CorrectionKind::related, "a/a1", "b/a1", RelationType::disputes));
  for (const CorrectionKind kind : {CorrectionKind::unrelated, CorrectionKind::related}) {
    const auto made = tell(kind, "b/a1", "a/a1", RelationType::supports);
    ASSERT_FALSE(made);
    EXPECT_THAT(made.error().message, HasSubstr("found correction 1, which says that they are related"));
  }
  undo(1);
  const auto made = tell(CorrectionKind::related, "a/a1", "b/a1");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().message, "found no relation between 'a/a1' and 'b/a1': say which one it is");
  EXPECT_FALSE(tell(CorrectionKind::related, "a/a1", "a/a1", RelationType::disputes));
}

TEST_F(ToldRelatedTest, TheNewestCorrectionsComeFirst) {
  ASSERT_TRUE(tell(CorrectionKind::related, "a/a1", "b/a1", RelationType::disputes));
  ASSERT_TRUE(tell(CorrectionKind::related, "a/a1", "c/a1", RelationType::repeats));
  Ledger ledger = open();
  const auto newest = *ledger.newest_corrections(100, 1);
  ASSERT_THAT(newest, SizeIs(1));
  EXPECT_EQ(newest[0].number, 2);
  EXPECT_EQ(newest[0].relation, RelationType::repeats);
  const auto rest = *ledger.newest_corrections(2, 9);
  ASSERT_THAT(rest, SizeIs(1));
  EXPECT_EQ(rest[0].first_name, "a/a1");
}

TEST_F(ToldRelatedTest, CheckFindsWhatDoesNotHold) {
  ASSERT_TRUE(tell(CorrectionKind::related, "a/a1", "b/a1", RelationType::disputes));
  Database database = *Database::open(path_, Database::Access::create);
  ASSERT_TRUE(database.execute("UPDATE relations SET confidence = 0.9"));
  EXPECT_THAT(*open().check(), ElementsAre("a correction does not hold: 1"));
}

}  // namespace
}  // namespace hearsay
