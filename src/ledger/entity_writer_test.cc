#include "ledger/entity_writer.h"

#include <gmock/gmock.h>

#include "ledger/test_database.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The first column of all rows.
std::vector<std::string> rows(Database& database, const std::string& sql) {
  Query query(database, sql);
  std::vector<std::string> all;
  Result<bool> row = query.next();
  for (; row && *row; row = query.next()) all.emplace_back(query.text(0));
  EXPECT_TRUE(row) << sql;
  return all;
}

// All that is counted over articles, with names in place of their numbers.
std::vector<std::string> counted(Database& database) {
  std::vector<std::string> all = rows(database,
                                      "SELECT key || ' ' || uses || ' ' || called || ' ' || said || ' ' || "
                                      "about || ' ' || persons FROM names "
                                      "ORDER BY key");
  for (const char* sql :
       {"SELECT n.key || ' ' || fact || ' ' || coalesce(v.key, value) || ' ' || count FROM name_facts "
        "JOIN names n ON n.number = name LEFT JOIN names v ON fact > 1 AND v.number = value ORDER BY 1",
        "SELECT word || ' ' || key FROM name_words JOIN names ON number = name ORDER BY 1",
        "SELECT n.key || ' ' || article || ' ' || entity || ' ' || coalesce(b.key, '') || ' ' || u.said "
        "FROM name_uses u JOIN names n ON n.number = name LEFT JOIN names b ON b.number = bearer ORDER BY "
        "1"}) {
    const std::vector<std::string> more = rows(database, sql);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

// Ada Holm of Port Ansel says something about the city, which it does not deny.
Document article(std::string name = "Ada Holm") {
  Document doc;
  doc.text = "Ada Holm said Port Ansel was safe.";
  doc.entities = {
      {.name = std::move(name), .aliases = {"Holm", "Mr. Holm"}, .roles = {"mayor"}, .member_of = {1}},
      {.name = "Port Ansel", .aliases = {}, .kind = EntityKind::place},
      {.name = "two officials", .aliases = {"officials"}, .named = false}};
  doc.mentions = {{.span = {0, 8}, .entity = 0}, {.span = {14, 24}, .entity = 1}};
  doc.attributions.resize(1);
  doc.attributions[0].content = {{14, 33}};
  doc.source_entities = {0};
  return doc;
}

class EntityWriterTest : public ::testing::Test {
 protected:
  EntityWriterTest() : database_(new_database()) {}
  Database database_;
};

TEST_F(EntityWriterTest, CountsNamesOverArticles) {
  EntityWriter writer(database_);
  ASSERT_TRUE(writer.add(article(), 7));
  ASSERT_TRUE(writer.add(article(), 8));
  EXPECT_THAT(rows(database_, "SELECT name FROM name_uses"), IsEmpty());  // they wait
  ASSERT_TRUE(writer.flush());
  EXPECT_THAT(
      rows(database_, "SELECT key || ' ' || uses || ' ' || called || ' ' || said || ' ' || about FROM names"),
      ElementsAre("ada holm 2 0 2 0", "holm 0 4 0 0", "port ansel 2 0 0 2"));
  EXPECT_THAT(rows(database_, "SELECT value FROM name_facts WHERE fact = 0"), ElementsAre("Mr. Holm"));
  EXPECT_THAT(rows(database_, "SELECT value || count FROM name_facts WHERE fact = 1"), ElementsAre("mayor2"));
}

TEST_F(EntityWriterTest, TakesBackWhatItWrote) {
  EntityWriter writer(database_);
  ASSERT_TRUE(writer.add(article(), 7));
  ASSERT_TRUE(writer.flush());
  const std::vector<std::string> before = counted(database_);
  ASSERT_TRUE(writer.add(article("Ada Maria Holm"), 8));
  ASSERT_TRUE(writer.add(article(), 9));
  ASSERT_TRUE(writer.remove(8));  // what waits is written first
  ASSERT_TRUE(writer.remove(9));
  EXPECT_EQ(counted(database_), before);
  ASSERT_TRUE(writer.remove(9));
  ASSERT_TRUE(writer.remove(7));
  EXPECT_THAT(counted(database_), IsEmpty());
  ASSERT_TRUE(writer.add(article(), 7));  // names that are gone come back
  ASSERT_TRUE(writer.flush());
  EXPECT_EQ(counted(database_), before);
}

TEST_F(EntityWriterTest, StartsAgainAfterARollback) {
  EntityWriter writer(database_);
  ASSERT_TRUE(database_.execute("BEGIN"));
  ASSERT_TRUE(writer.add(article(), 7));
  writer.discard();
  ASSERT_TRUE(database_.execute("ROLLBACK"));
  ASSERT_TRUE(writer.flush());
  EXPECT_THAT(counted(database_), IsEmpty());
  ASSERT_TRUE(writer.add(article(), 7));
  ASSERT_TRUE(writer.flush());
  EXPECT_THAT(rows(database_, "SELECT key FROM names"), ElementsAre("ada holm", "holm", "port ansel"));
}

}  // namespace
}  // namespace hearsay
