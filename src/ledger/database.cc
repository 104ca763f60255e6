#include "ledger/database.h"

#include <sqlite3.h>

#include <cstring>
#include <system_error>

namespace hearsay {
namespace {

int flags_for(Database::Access access) {
  switch (access) {
    case Database::Access::read:
      // Where we may write, SQLite can take its side files away in the end; where we may
      // not, it reads only.
      return SQLITE_OPEN_READWRITE;
    case Database::Access::create:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

}  // namespace

void Database::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<Database> Database::open(const std::filesystem::path& path, Access access,
                                std::chrono::milliseconds patience) {
  Database database;
  database.name_ = path.string();
  std::error_code error;
  if (access != Access::create && !std::filesystem::exists(path, error)) {
    return Error{ErrorCode::not_found, database.name_ + ": expected a ledger, found no such file"};
  }
  if (std::filesystem::is_directory(path, error)) {
    return Error{ErrorCode::io, database.name_ + ": expected a ledger, found a directory"};
  }
  sqlite3* connection = nullptr;
  // A name that begins with "file:" is a name like any other.
  const std::string plain = path.is_absolute() ? path.string() : "./" + path.string();
  const int status = sqlite3_open_v2(plain.c_str(), &connection, flags_for(access), nullptr);
  database.connection_.reset(connection);
  if (status != SQLITE_OK) return database.last_error();
  sqlite3_busy_timeout(connection, static_cast<int>(patience.count()));
  sqlite3_extended_result_codes(connection, 1);
  if (access == Access::read) {
    if (const Result<Success> done = database.execute("PRAGMA query_only = ON"); !done) return done.error();
  }
  return database;
}

Result<Success> Database::execute(const std::string& sql) {
  if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return last_error();
  return Success{};
}

Error Database::last_error() const {
  if (connection_ == nullptr) return {ErrorCode::io, name_ + ": out of memory"};
  switch (sqlite3_errcode(connection_.get()) & 0xff) {
    case SQLITE_NOTADB:
      return {ErrorCode::invalid_input, name_ + ": expected a ledger, found a file of another kind"};
    case SQLITE_CORRUPT:
      return {ErrorCode::invalid_input,
              name_ + ": the ledger is damaged: " + sqlite3_errmsg(connection_.get())};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::io, name_ + ": the ledger is locked: another process is writing to it"};
    case SQLITE_READONLY:
      return {ErrorCode::io, name_ + ": the ledger cannot be written to"};
    case SQLITE_CANTOPEN:
      return {ErrorCode::io,
              name_ + ": cannot be opened: " + std::strerror(sqlite3_system_errno(connection_.get()))};
    case SQLITE_FULL:
      return {ErrorCode::io, name_ + ": no space left"};
    default:
      return {ErrorCode::io, name_ + ": " + sqlite3_errmsg(connection_.get())};
  }
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(connection_.get()); }

Query::Query(Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v3(database.connection_.get(), sql.data(), static_cast<int>(sql.size()),
                     SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
}

Query& Query::bind(std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), ++bound_, value);
  return *this;
}

Query& Query::bind(std::string_view text) {
  // Without an address the value would be NULL.
  const char* bytes = text.empty() ? "" : text.data();
  sqlite3_bind_text64(statement_.get(), ++bound_, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Query& Query::bind(double value) {
  sqlite3_bind_double(statement_.get(), ++bound_, value);
  return *this;
}

Query& Query::bind_blob(std::string_view bytes) {
  const char* begin = bytes.empty() ? "" : bytes.data();
  sqlite3_bind_blob64(statement_.get(), ++bound_, begin, bytes.size(), SQLITE_STATIC);
  return *this;
}

Query& Query::bind_null() {
  sqlite3_bind_null(statement_.get(), ++bound_);
  return *this;
}

Result<bool> Query::next() {
  if (statement_ == nullptr) return database_->last_error();
  const int status = sqlite3_step(statement_.get());
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  return database_->last_error();
}

Result<Success> Query::run() {
  for (;;) {
    const Result<bool> more = next();
    if (more && *more) continue;
    reset();
    if (!more) return more.error();
    return Success{};
  }
}

void Query::reset() {
  bound_ = 0;
  sqlite3_reset(statement_.get());
}

std::int64_t Query::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Query::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Query::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Query::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

}  // namespace hearsay
