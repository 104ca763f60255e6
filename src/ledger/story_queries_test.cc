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

TEST_F(StoryQueries, AnOutletIsAskedForByItsWholeName) {
  Document courier = article("f", "Karl Lund", "said", "that the reactor cools", Act::assert_);
  courier.metadata.publisher = "Courier";
  add({on_day("2024-04-06", courier)});
  link("f", "d", RelationType::disputes);
  Ledger ledger = open();
  EXPECT_THAT(threads_of(*ledger.board({.publisher = "Courier"})), ElementsAre("c"));
  EXPECT_THAT(threads_of(*ledger.board({.words = "cools", .publisher = "Courier"})), ElementsAre("c"));
  EXPECT_THAT(threads_of(*ledger.board({.words = "ferry", .publisher = "Courier"})), IsEmpty());
  EXPECT_THAT(threads_of(*ledger.board({.publisher = "Cour"})), IsEmpty());
  EXPECT_EQ(ledger.search({.publisher = "Courier"})->size(), 1u);
  EXPECT_EQ(ledger.search({.words = "reactor"})->size(), 3u);
  EXPECT_EQ(ledger.search({.words = "reactor", .publisher = "Courier"})->size(), 1u);
  EXPECT_EQ(ledger.search({.before = "2024-04-05", .publisher = "Courier"})->size(), 0u);
}

TEST_F(StoryQueries, DisagreementsOfAnOutlet) {
  Document courier = article("f", "Karl Lund", "denied", "that the ferry was old", Act::deny);
  courier.metadata.publisher = "Courier";
  add({on_day("2024-04-06", courier)});
  link("f", "a", RelationType::disputes);
  Ledger ledger = open();
  const auto of = [&](const StatementQuery& query) {
    return articles_of(*ledger.disagreements(query, 0.1f, false));
  };
  EXPECT_THAT(of({.publisher = "Courier"}), ElementsAre("a", "f"));
  EXPECT_THAT(of({.words = "ferry", .publisher = "Courier"}), ElementsAre("a", "f"));
  EXPECT_THAT(of({.words = "reactor", .publisher = "Courier"}), IsEmpty());
  EXPECT_THAT(of({.act = "assert", .publisher = "Courier"}), ElementsAre("a", "f"));  // one has it
  EXPECT_THAT(of({.before = "2024-04-05", .publisher = "Courier"}), IsEmpty());
  EXPECT_THAT(of({.publisher = "Nobody"}), IsEmpty());
  EXPECT_THAT(articles_of(*ledger.disagreements({.publisher = "Courier"}, 0.1f, true)), IsEmpty());
}

TEST_F(StoryQueries, PagesOfAnOutletHoldEachDisagreementOnce) {
  for (const auto& [id, earlier] : {std::pair("f", "a"), std::pair("g", "c"), std::pair("h", "e")}) {
    Document courier = article(id, "Karl Lund", "denied", "that the ferry was old", Act::deny);
    courier.metadata.publisher = "Courier";
    add({on_day("2024-05-06", courier)});
    link(id, earlier, RelationType::disputes);
  }
  Ledger ledger = open();
  StatementQuery query{.publisher = "Courier", .limit = 1};
  std::vector<std::string> seen;
  for (int pages = 0; pages < 5; ++pages) {
    const LedgerStory page = *ledger.disagreements(query, 0.1f, false);
    for (const std::string& id : articles_of(page)) seen.push_back(id);
    if (!page.next) break;
    query.from = page.next;
  }
  EXPECT_THAT(seen, UnorderedElementsAre("a", "f", "c", "g", "e", "h"));
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

// What follows, page by page, each of one thing.
template <typename Ask, typename See>
std::vector<std::string> walk(StatementQuery query, const Ask& ask, const See& see) {
  std::vector<std::string> seen;
  query.limit = 1;
  do {
    const LedgerStory page = ask(query);
    for (const std::string& one : see(page)) seen.push_back(one);
    query.from = page.next;
  } while (query.from && seen.size() < 20);
  return seen;
}

TEST_F(StoryQueries, PagesOfTheBoardHoldEachThreadOnce) {
  Ledger ledger = open();
  const auto board = [&](const StatementQuery& query) { return *ledger.board(query); };
  EXPECT_THAT(walk({}, board, threads_of), ElementsAre("c", "a"));
  EXPECT_THAT(walk({.act = "deny"}, board, threads_of), ElementsAre("c", "a"));
  EXPECT_THAT(walk({.before = "2024-03-31"}, board, threads_of), ElementsAre("a"));
  EXPECT_FALSE(board({}).next);
  // What is added before the place does not move what follows it.
  const auto next = board({.limit = 1}).next;
  ASSERT_TRUE(next);
  add({on_day("2024-06-01", article("f", "Tom Vik", "denied", "that bread was cheap", Act::deny))});
  link("f", "e", RelationType::disputes);
  EXPECT_THAT(threads_of(board({.limit = 5, .from = next})), ElementsAre("a"));
  EXPECT_THAT(threads_of(board({})), ElementsAre("e", "c", "a"));
}

TEST_F(StoryQueries, PagesOfDisagreementsHoldEachStatementOnce) {
  add({on_day("2024-05-02", article("f", "Tom Vik", "denied", "that bread was cheap", Act::deny)),
       on_day("2024-05-03", article("g", "Kari Vik", "denied", "that the ferry was old", Act::deny))});
  link("f", "e", RelationType::disputes);
  link("g", "a", RelationType::disputes);
  Ledger ledger = open();
  const auto ask = [&](const StatementQuery& query) { return *ledger.disagreements(query, 0.1f, false); };
  EXPECT_THAT(walk({}, ask, articles_of), ElementsAre("a", "b", "g", "e", "f", "c", "d"));
  EXPECT_THAT(walk({.act = "deny"}, ask, articles_of), ElementsAre("a", "b", "g", "e", "f", "c", "d"));
  EXPECT_THAT(walk({.before = "2024-05-02"}, ask, articles_of), ElementsAre("e", "f", "c", "d", "a", "b"));
}

TEST_F(StoryQueries, CopiesOfADisagreementAreOne) {
  add({on_day("2024-03-03", article("b2", "Tom Vik", "denied", "that the ferry was old", Act::deny)),
       on_day("2024-03-01", article("a2", "Ada Holm", "said", "that the ferry was old", Act::assert_))});
  for (const char* later : {"b", "b2"}) {
    for (const char* earlier : {"a", "a2"}) {
      if (std::string(later) + earlier != "ba") link(later, earlier, RelationType::disputes);
    }
  }
  for (const auto& [one, other] : {std::pair("a", "a2"), std::pair("b", "b2")}) {
    Database database = *Database::open(path_, Database::Access::create);
    Query copied(database,
                 "INSERT OR IGNORE INTO copied_statements(statement, other) VALUES (?1, ?2), (?2, ?1)");
    ASSERT_TRUE(copied.bind(*number_of(one)).bind(*number_of(other)).run());
  }
  Ledger ledger = open();
  const auto ask = [&](const StatementQuery& query) { return *ledger.disagreements(query, 0.1f, false); };
  const std::string first = *number_of("a") < *number_of("a2") ? "a" : "a2";
  EXPECT_THAT(walk({}, ask, articles_of), ElementsAre("c", "d", first, "b"));
  EXPECT_EQ(ask({.words = "ferry"}).links.size(), 1u);
}

TEST_F(StoryQueries, ItIsKnownWhichStatementsAreAgainstOthers) {
  Ledger ledger = open();
  const auto against = ledger.are_against({*number_of("a"), *number_of("b"), 7}, 0.5f);
  ASSERT_TRUE(against);
  EXPECT_THAT(*against, ElementsAre(false, true, false));
}

}  // namespace
}  // namespace hearsay
