#include <gmock/gmock.h>

#include "ledger/test_ledger.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

Document on_day(const std::string& day, Document doc) {
  doc.metadata.published = day;
  return doc;
}

// Two claims, each denied on another day, and a lone remark.
class StoryQueries : public LedgerFile {
 protected:
  StoryQueries() {
    add({on_day("2024-03-01", article("a", "Ada Holm", "said", "that the ferry was old", Act::assert_)),
         on_day("2024-03-02", kDenial),
         on_day("2024-04-01", article("c", "Inga Moe", "said", "that the reactor leaks", Act::assert_)),
         on_day("2024-04-05", article("d", "Karl Lund", "denied", "that the reactor leaks", Act::deny)),
         on_day("2024-05-01", article("e", "Siri Aas", "said", "that bread was cheap", Act::assert_))});
    link("b", "a", RelationType::disputes);
    link("d", "c", RelationType::disputes);
  }

  static std::vector<std::string> articles_of(const LedgerStory& story) {
    std::vector<std::string> articles;
    for (const LedgerStatement& s : story.statements) articles.push_back(s.article);
    return articles;
  }

  inline static const Document kDenial =
      article("b", "Tom Vik", "denied", "that the ferry was old", Act::deny);

  // The article of each thread's first statement.
  static std::vector<std::string> threads_of(const LedgerStory& story) {
    std::vector<std::string> articles;
    for (const Thread& thread : story.threads)
      articles.push_back(story.statements[thread.statements.front()].article);
    return articles;
  }
};

TEST_F(StoryQueries, TheBoardHasTheNewestThreadFirst) {
  Ledger ledger = open();
  const auto board = ledger.board({});
  ASSERT_TRUE(board);
  EXPECT_THAT(threads_of(*board), ElementsAre("c", "a"));
  EXPECT_THAT(threads_of(*ledger.board({.limit = 1})), ElementsAre("c"));
  EXPECT_THAT(articles_of(*ledger.board({.limit = 1})), ElementsAre("c", "d"));
}

TEST_F(StoryQueries, TheBoardKeepsToWhatIsAskedFor) {
  Ledger ledger = open();
  EXPECT_THAT(threads_of(*ledger.board({.words = "ferry"})), ElementsAre("a"));
  EXPECT_THAT(threads_of(*ledger.board({.source = "Lund"})), ElementsAre("c"));
  EXPECT_THAT(threads_of(*ledger.board({.act = "deny"})), ElementsAre("c", "a"));
  EXPECT_THAT(threads_of(*ledger.board({.before = "2024-03-31"})), ElementsAre("a"));
  EXPECT_THAT(threads_of(*ledger.board({.words = "bread"})), IsEmpty());
  EXPECT_THAT(threads_of(*ledger.board({.act = "dance"})), IsEmpty());
}

TEST_F(StoryQueries, TheBoardSaysTheSameAsTheWholeStory) {
  Ledger ledger = open();
  const LedgerStory whole = *ledger.story();
  EXPECT_EQ(whole.statements.size(), 5u);
  const LedgerStory board = *ledger.board({});
  ASSERT_EQ(board.threads.size(), whole.threads.size());
  for (const Thread& thread : board.threads) EXPECT_EQ(thread.statements.size(), 2u);
  EXPECT_EQ(board.links.size(), whole.links.size());
}

TEST_F(StoryQueries, DisagreementsComeByTheNewestStatementAgainst) {
  Ledger ledger = open();
  const LedgerStory all = *ledger.disagreements({}, 0.1f, false);
  ASSERT_EQ(all.links.size(), 2u);
  EXPECT_THAT(articles_of(all), ElementsAre("a", "b", "c", "d"));
  EXPECT_THAT(articles_of(*ledger.disagreements({.limit = 1}, 0.1f, false)), ElementsAre("c", "d"));
  EXPECT_THAT(articles_of(*ledger.disagreements({}, 0.1f, true)), IsEmpty());
  EXPECT_THAT(articles_of(*ledger.disagreements({}, 1.0f, false)), IsEmpty());
}

TEST_F(StoryQueries, OneOfTheTwoStatementsFitsEachCondition) {
  Ledger ledger = open();
  // The source of one, the act of the other.
  EXPECT_THAT(articles_of(*ledger.disagreements({.source = "Holm", .act = "deny"}, 0.1f, false)),
              ElementsAre("a", "b"));
  EXPECT_THAT(articles_of(*ledger.disagreements({.words = "reactor"}, 0.1f, false)), ElementsAre("c", "d"));
  EXPECT_THAT(articles_of(*ledger.disagreements({.after = "2024-04-06"}, 0.1f, false)), IsEmpty());
  EXPECT_THAT(articles_of(*ledger.disagreements({.words = "bread"}, 0.1f, false)), IsEmpty());
}

TEST_F(StoryQueries, SurroundingsAreWhatAStatementIsLinkedWith) {
  Ledger ledger = open();
  const auto number = number_of("a");
  ASSERT_TRUE(number);
  EXPECT_THAT(articles_of(*ledger.surroundings({*number})), ElementsAre("a", "b"));
  EXPECT_THAT(threads_of(*ledger.thread_with(*number)), ElementsAre("a"));
  EXPECT_FALSE(*ledger.find_statement("a", 7));
  EXPECT_FALSE(*ledger.find_statement("nowhere", 0));
  EXPECT_THAT(*ledger.statements({12345}), IsEmpty());
}

TEST_F(StoryQueries, ARemovedArticleTakesItsThreadApart) {
  remove("b");
  Ledger ledger = open();
  EXPECT_THAT(threads_of(*ledger.board({})), ElementsAre("c"));
  EXPECT_THAT(*ledger.search({.words = "ferry"}), ::testing::SizeIs(1));
  EXPECT_THAT(*ledger.check(), IsEmpty());
  Result<Ledger> writer = Ledger::open_for_adding(path_);
  EXPECT_FALSE(*writer->remove("b"));
}

TEST_F(StoryQueries, WhatAReplacedVersionWasLinkedWithIsFree) {
  add({on_day("2024-03-02", article("b", "Tom Vik", "said", "nothing", Act::decline))});
  Ledger ledger = open();
  EXPECT_THAT(threads_of(*ledger.board({})), ElementsAre("c"));
  EXPECT_THAT(articles_of(*ledger.surroundings({*number_of("a")})), ElementsAre("a"));
  EXPECT_EQ(ledger.count()->versions, 6);
  link("b", "a", RelationType::repeats);
  EXPECT_THAT(threads_of(*ledger.board({})), ElementsAre("c", "a"));
  EXPECT_THAT(*ledger.check(), IsEmpty());
}

}  // namespace
}  // namespace hearsay
