// An empty ledger for tests.
#ifndef HEARSAY_SRC_LEDGER_TEST_DATABASE_H_
#define HEARSAY_SRC_LEDGER_TEST_DATABASE_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "ledger/schema.h"

namespace hearsay {

// Its file is gone already: it lives as long as it is open.
inline Database new_database() {
  static int count = 0;
  const std::string name = "ledger-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
  const std::filesystem::path path = std::filesystem::temp_directory_path() / name;
  Database database = *Database::open(path, Database::Access::create);
  EXPECT_TRUE(prepare_for_writing(database));
  EXPECT_TRUE(database.execute("PRAGMA journal_mode = MEMORY"));
  std::filesystem::remove(path);
  return database;
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_TEST_DATABASE_H_
