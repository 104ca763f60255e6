#include "ledger/entity_writer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "ledger/schema.h"

namespace hearsay {
namespace {

std::int64_t count(Database& database, const std::string& table) {
  Query query(database, "SELECT count(*) FROM " + table);
  return query.next() ? query.number(0) : -1;
}

TEST(EntityWriter, TakesBackWhatItWrote) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("entities-" + std::to_string(::getpid()));
  std::filesystem::remove(path);
  Database database = *Database::open(path, Database::Access::create);
  ASSERT_TRUE(prepare_for_writing(database));
  ASSERT_TRUE(database.execute("PRAGMA foreign_keys = OFF"));
  Document doc;
  doc.entities = {{.name = "Ada Holm", .aliases = {"Holm"}, .roles = {"mayor"}, .member_of = {1}},
                  {.name = "Port Ansel", .aliases = {}}};
  EntityWriter writer(database);
  ASSERT_TRUE(writer.add(doc, 7));
  ASSERT_TRUE(writer.add(doc, 8));
  EXPECT_EQ(count(database, "entities"), 4);
  EXPECT_EQ(count(database, "memberships"), 2);
  ASSERT_TRUE(writer.remove(7));
  EXPECT_EQ(count(database, "entities WHERE article = 7"), 0);
  for (const char* table : {"aliases", "roles", "memberships"}) EXPECT_EQ(count(database, table), 1) << table;
  EXPECT_EQ(count(database, "entities"), 2);
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
}

}  // namespace
}  // namespace hearsay
