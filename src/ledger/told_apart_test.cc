#include "ledger/told_apart.h"

#include <gmock/gmock.h>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

// A claim, what denies it, and a correction that says that the two are not related.
class ToldApartTest : public LedgerFile {
 protected:
  ToldApartTest() {
    add({article("a", "Ada Holm", "said", "that the ferry was old", Act::assert_),
         article("b", "Tom Vik", "denied", "that the ferry was old", Act::deny),
         article("c", "Inga Moe", "said", "that the ferry was new", Act::assert_)});
    link("b", "a", RelationType::disputes);
  }

  Result<Correction> correct(std::string first, std::string second) {
    Result<Ledger> ledger = Ledger::open_for_adding(path_);
    return ledger->correct({.kind = CorrectionKind::unrelated,
                            .first = std::move(first),
                            .second = std::move(second),
                            .articles = {}});
  }

  // An article with one more statement before the one of article().
  static Document longer(const std::string& id, const std::string& source, const std::string& content) {
    Document doc = article(id, source, "said", content, Act::assert_);
    Attribution first = doc.attributions[0];
    first.content = first.cue;
    doc.metadata.title = "Read anew";
    doc.attributions.insert(doc.attributions.begin(), first);
    doc.source_entities = {0, 0};
    return doc;
  }
};

TEST_F(ToldApartTest, TakesTheRelationAndWhatItJoinedAway) {
  const auto made = correct("a/a1", "b/a1");
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made->number, 1);
  Ledger ledger = open();
  EXPECT_THAT(ledger.board({})->threads, IsEmpty());
  EXPECT_THAT(ledger.disagreements({}, 0, false)->links, IsEmpty());
  EXPECT_THAT(ledger.story()->links, IsEmpty());
  EXPECT_THAT(*ledger.check(), IsEmpty());
}

TEST_F(ToldApartTest, RefusesWhatMakesNoSense) {
  for (const auto& [first, second, message] :
       {std::tuple("a", "b/a1", "expected a statement (ARTICLE/a3), found 'a'"),
        std::tuple("a/a1", "b/a2", "found no statement 'b/a2'"),
        std::tuple("x/a1", "b/a1", "found no statement 'x/a1'"),
        std::tuple("a/a1", "c/a1", "found no relation between 'a/a1' and 'c/a1'"),
        std::tuple("a/a1", "a/a1", "found no relation between 'a/a1' and 'a/a1'")}) {
    const auto made = correct(first, second);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().message, message);
  }
  EXPECT_THAT(open().story()->links, SizeIs(1));
  EXPECT_THAT(*open().corrections(), IsEmpty());
}

TEST_F(ToldApartTest, KnowsAStatementByItsWords) {
  ASSERT_TRUE(correct("b/a1", "a/a1"));
  add({longer("a", "Ada Holm", "that the ferry was old")});
  EXPECT_EQ(open().corrections()->front().second_name, "a/a2");
  EXPECT_EQ(open().corrections()->front().first_name, "b/a1");
  // Somewhat fewer words are the same statement; others are none.
  add({longer("a", "Ada Holm", "the ferry was old")});
  EXPECT_EQ(open().corrections()->front().second_name, "a/a2");
  add({longer("a", "Ada Holm", "that it rained")});
  EXPECT_EQ(open().corrections()->front().second_name, "a/a1");
  EXPECT_THAT(*open().check(), IsEmpty());
}

TEST_F(ToldApartTest, CheckFindsWhatDoesNotHold) {
  ASSERT_TRUE(correct("b/a1", "a/a1"));
  link("b", "a", RelationType::supports);
  EXPECT_THAT(*open().check(), ::testing::ElementsAre("a correction does not hold: 1"));
}

TEST_F(ToldApartTest, IsTakenBack) {
  ASSERT_TRUE(correct("b/a1", "a/a1"));
  EXPECT_TRUE(*Ledger::open_for_adding(path_)->undo_correction(1));
  EXPECT_FALSE(*Ledger::open_for_adding(path_)->undo_correction(1));
  link("b", "a", RelationType::disputes);
  EXPECT_THAT(*open().check(), IsEmpty());
}

TEST_F(ToldApartTest, DamagedKeysAreNoStatements) {
  Database database = *Database::open(path_, Database::Access::create);
  ToldApart apart(database);
  for (const char* key : {"", "x", "0", "0\n", "\nthat the ferry was old", "x\nthat the ferry was old"}) {
    const auto pairs = apart.pairs_of({.kind = CorrectionKind::unrelated,
                                       .first = key,
                                       .second = "0\nthat the ferry was old",
                                       .first_name = {},
                                       .second_name = {},
                                       .articles = {"a", "b"}});
    ASSERT_TRUE(pairs);
    EXPECT_THAT(*pairs, IsEmpty()) << key;
  }
}

}  // namespace
}  // namespace hearsay
