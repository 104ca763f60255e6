#include "ledger/database.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace hearsay {
namespace {

class DatabaseTest : public ::testing::Test {
 protected:
  DatabaseTest()
      : path_(std::filesystem::temp_directory_path() / ("database-" + std::to_string(::getpid()) + ".db")) {
    std::filesystem::remove(path_);
  }
  ~DatabaseTest() override { std::filesystem::remove(path_); }

  Database create() {
    Database database = *Database::open(path_, Database::Access::create);
    EXPECT_TRUE(database.execute("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d REAL)"));
    return database;
  }

  std::filesystem::path path_;
};

TEST_F(DatabaseTest, ReadsWhatWasBound) {
  Database database = create();
  const std::string bytes("\0x\0", 3);
  Query insert(database, "INSERT INTO t VALUES (?, ?, ?, ?)");
  ASSERT_TRUE(insert.bind(std::int64_t{-7}).bind("né").bind_blob(bytes).bind(0.25).run());
  ASSERT_TRUE(insert.bind_null().bind("").bind_blob("").bind(1.0).run());
  EXPECT_EQ(database.last_row(), 2);
  Query select(database, "SELECT a, b, c, d FROM t ORDER BY rowid");
  ASSERT_TRUE(*select.next());
  EXPECT_EQ(select.number(0), -7);
  EXPECT_EQ(select.text(1), "né");
  EXPECT_EQ(select.text(2), bytes);
  EXPECT_EQ(select.real(3), 0.25);
  ASSERT_TRUE(*select.next());
  EXPECT_TRUE(select.is_null(0));
  EXPECT_FALSE(select.is_null(1));
  EXPECT_EQ(select.text(2), "");
  EXPECT_FALSE(*select.next());
}

TEST_F(DatabaseTest, AQueryCanRunAgain) {
  Database database = create();
  Query insert(database, "INSERT INTO t(a) VALUES (?)");
  for (std::int64_t i = 0; i < 3; ++i) ASSERT_TRUE(insert.bind(i).run());
  Query select(database, "SELECT count(*) FROM t WHERE a > ?");
  for (const auto& [least, count] : {std::pair(0, 2), std::pair(1, 1), std::pair(9, 0)}) {
    ASSERT_TRUE(*select.bind(std::int64_t{least}).next());
    EXPECT_EQ(select.number(0), count);
    select.reset();
  }
}

TEST_F(DatabaseTest, ErrorsNameTheFile) {
  Database database = create();
  const Result<Success> failed = database.execute("INSERT INTO nowhere VALUES (1)");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::io);
  EXPECT_NE(failed.error().message.find(path_.string()), std::string::npos);
}

TEST_F(DatabaseTest, AReaderCannotWrite) {
  create();
  Database reader = *Database::open(path_, Database::Access::read);
  const Result<Success> failed = reader.execute("INSERT INTO t(a) VALUES (1)");
  ASSERT_FALSE(failed);
  EXPECT_NE(failed.error().message.find("cannot be written"), std::string::npos);
}

}  // namespace
}  // namespace hearsay
