#include "ledger/thread_store.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <set>

#include "ledger/article_number.h"
#include "ledger/schema.h"

namespace hearsay {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr float kSure = 0.9f;

class ThreadStoreTest : public ::testing::Test {
 protected:
  ThreadStoreTest()
      : path_(std::filesystem::temp_directory_path() / ("threads-" + std::to_string(::getpid()))),
        database_(make(path_)),
        store_(database_) {}
  ~ThreadStoreTest() override {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path_.string() + end);
  }

  static Database make(const std::filesystem::path& path) {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
    Database database = *Database::open(path, Database::Access::create);
    EXPECT_TRUE(prepare_for_writing(database));
    return database;
  }

  // Statement 0 of an article.
  static std::int64_t at(std::int64_t article) { return statement_number(article, 0); }

  void join(std::int64_t later, std::int64_t earlier, RelationType type = RelationType::repeats,
            float confidence = kSure) {
    Query relation(
        database_,
        "INSERT INTO relations(later, earlier, type, detail, confidence, why) VALUES (?, ?, ?, 0, ?, '')");
    relation.bind(at(later)).bind(at(earlier)).bind(static_cast<std::int64_t>(type));
    ASSERT_TRUE(relation.bind(static_cast<double>(confidence)).run());
    ASSERT_TRUE(store_.join({{at(later), at(earlier), type, confidence}}));
  }

  void leave(std::int64_t article) {
    ASSERT_TRUE(database_.execute("DELETE FROM relations WHERE later = " + std::to_string(at(article)) +
                                  " OR earlier = " + std::to_string(at(article))));
    ASSERT_TRUE(store_.leave(article));
  }

  // The articles of each thread.
  std::set<std::set<std::int64_t>> threads() {
    std::map<std::int64_t, std::set<std::int64_t>> found;
    Query query(database_, "SELECT thread, statement FROM thread_members");
    while (*query.next()) found[query.number(0)].insert(article_of(query.number(1)));
    std::set<std::set<std::int64_t>> sets;
    for (const auto& [thread, articles] : found) sets.insert(articles);
    return sets;
  }

  // What the threads' rows hold: first and last article, statements, disagreements.
  std::set<std::vector<std::int64_t>> rows() {
    std::set<std::vector<std::int64_t>> found;
    Query query(database_, "SELECT first, last, statements, disagreements FROM threads");
    while (*query.next())
      found.insert(
          {article_of(query.number(0)), article_of(query.number(1)), query.number(2), query.number(3)});
    return found;
  }

  std::filesystem::path path_;
  Database database_;
  ThreadStore store_;
};

using Set = std::set<std::int64_t>;
using Row = std::vector<std::int64_t>;

TEST_F(ThreadStoreTest, SureLinksJoin) {
  join(2, 1);
  join(4, 3, RelationType::disputes);
  EXPECT_THAT(threads(), UnorderedElementsAre(Set{1, 2}, Set{3, 4}));
  EXPECT_THAT(rows(), UnorderedElementsAre(Row{1, 2, 2, 0}, Row{3, 4, 2, 1}));
  join(5, 1);
  join(5, 3, RelationType::conflicts);
  EXPECT_THAT(threads(), UnorderedElementsAre(Set{1, 2, 3, 4, 5}));
  EXPECT_THAT(rows(), UnorderedElementsAre(Row{1, 5, 5, 2}));
}

TEST_F(ThreadStoreTest, UnsureOnesDoNot) {
  join(2, 1, RelationType::disputes, 0.1f);
  EXPECT_THAT(threads(), IsEmpty());
}

TEST_F(ThreadStoreTest, WhatLeavesTakesApartWhatItJoined) {
  join(2, 1);
  join(3, 2);
  join(4, 3, RelationType::retracts);
  leave(2);
  EXPECT_THAT(threads(), UnorderedElementsAre(Set{3, 4}));
  EXPECT_THAT(rows(), UnorderedElementsAre(Row{3, 4, 2, 1}));
  leave(4);
  EXPECT_THAT(rows(), IsEmpty());
  leave(99);
}

TEST_F(ThreadStoreTest, WhatGivesWayTakesApart) {
  join(2, 1, RelationType::disputes);
  join(3, 2);
  join(3, 1);
  const StoredLink first{at(2), at(1), RelationType::disputes, kSure};
  ASSERT_TRUE(database_.execute("DELETE FROM relations WHERE later = " + std::to_string(at(2))));
  ASSERT_TRUE(store_.part({first}));  // the third one holds them together
  EXPECT_THAT(rows(), UnorderedElementsAre(Row{1, 3, 3, 0}));
  ASSERT_TRUE(database_.execute("DELETE FROM relations WHERE earlier = " + std::to_string(at(2))));
  ASSERT_TRUE(store_.part({{at(3), at(2), RelationType::repeats, kSure}}));
  EXPECT_THAT(threads(), UnorderedElementsAre(Set{1, 3}));
  ASSERT_TRUE(store_.part({{at(3), at(1), RelationType::repeats, 0.1f}}));  // joined nothing
  EXPECT_THAT(rows(), UnorderedElementsAre(Row{1, 3, 2, 0}));
}

TEST_F(ThreadStoreTest, TheOrderOfJoiningDoesNotShow) {
  const std::vector<std::pair<std::int64_t, std::int64_t>> links = {{2, 1}, {3, 1}, {6, 5},
                                                                    {7, 6}, {7, 3}, {9, 8}};
  for (auto link = links.rbegin(); link != links.rend(); ++link) join(link->first, link->second);
  EXPECT_THAT(threads(), UnorderedElementsAre(Set{1, 2, 3, 5, 6, 7}, Set{8, 9}));
  EXPECT_THAT(rows(), UnorderedElementsAre(Row{1, 7, 6, 0}, Row{8, 9, 2, 0}));
}

}  // namespace
}  // namespace hearsay
