// SQLite as values: an open file, a prepared query, and errors in one line.
#ifndef HEARSAY_SRC_LEDGER_DATABASE_H_
#define HEARSAY_SRC_LEDGER_DATABASE_H_

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "hearsay/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace hearsay {

// One connection. Threads: one at a time.
class Database {
 public:
  static constexpr std::chrono::milliseconds kPatience{10'000};

  enum class Access { read, create };  // create: or open for writing

  // Fails with not_found if the file does not exist (but for `create`), io if it
  // cannot be opened. Whether it is a database shows with the first query.
  // `patience`: how long a query waits for another process that has the file locked.
  static Result<Database> open(const std::filesystem::path& path, Access access,
                               std::chrono::milliseconds patience = kPatience);

  // Runs statements that return nothing. Fails as Query::next() does.
  Result<Success> execute(const std::string& sql);

  // The error of the last call, with the file's name: io; invalid_input where the file
  // is no database or damaged.
  Error last_error() const;

  std::int64_t last_row() const;

  const std::string& name() const { return name_; }

 private:
  friend class Query;
  struct Close {
    void operator()(sqlite3* connection) const;
  };
  std::unique_ptr<sqlite3, Close> connection_;
  std::string name_;
};

// A prepared statement. What is bound must live until the next reset().
class Query {
 public:
  // Requires: `sql` is one statement that fits the schema of `database`, which must
  // outlive the query. A file that cannot be read shows in next().
  Query(Database& database, std::string_view sql);

  // Binds the next parameter.
  Query& bind(std::int64_t value);
  Query& bind(std::string_view text);
  Query& bind(double value);
  Query& bind_blob(std::string_view bytes);
  Query& bind_null();

  // True if there is a row to read, false at the end. Fails with io, or with
  // invalid_input where the file is damaged.
  Result<bool> next();

  // Runs to the end and resets.
  Result<Success> run();

  // Ready for new parameters.
  void reset();

  // Columns of the row that next() found, from 0. Texts live until the next call.
  std::int64_t number(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_LEDGER_DATABASE_H_
