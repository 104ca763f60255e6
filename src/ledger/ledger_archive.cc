#include "ledger/ledger_archive.h"

#include <utility>

#include "ledger/compression.h"
#include "ledger/corrections.h"
#include "ledger/schema.h"

namespace hearsay {
namespace {

// The last schema that kept analyses as they are, among the articles.
constexpr int kPlainSchema = 1;

}  // namespace

LedgerArchive::LedgerArchive(Database database)
    : database_(std::make_unique<Database>(std::move(database))) {}

Result<LedgerArchive> LedgerArchive::open(const std::filesystem::path& path) {
  Result<Database> database = Database::open(path, Database::Access::read);
  if (!database) return database.error();
  const Result<int> schema = read_schema(*database);
  if (!schema) return schema.error();
  LedgerArchive archive(*std::move(database));
  archive.compressed_ = *schema > kPlainSchema;
  Query count(*archive.database_, "SELECT count(*) FROM articles");
  const Result<bool> row = count.next();
  if (!row) return row.error();
  archive.count_ = count.number(0);
  archive.analyses_.emplace(*archive.database_,
                            archive.compressed_
                                ? "SELECT y.analysis FROM articles a JOIN analyses y ON y.article = a.number "
                                  "ORDER BY a.id, a.version"
                                : "SELECT analysis FROM articles ORDER BY id, version");
  return archive;
}

Result<std::optional<std::string>> LedgerArchive::next() {
  const Result<bool> row = analyses_->next();
  if (!row) return row.error();
  if (!*row) return std::optional<std::string>();
  if (!compressed_) return std::optional(std::string(analyses_->text(0)));
  std::optional<std::string> analysis = decompress(analyses_->text(0));
  if (!analysis) return Error{ErrorCode::invalid_input, database_->name() + ": an article is damaged"};
  return analysis;
}

Result<std::vector<Correction>> LedgerArchive::corrections() {
  Query table(*database_, "SELECT 1 FROM sqlite_schema WHERE name = 'corrections'");
  const Result<bool> there = table.next();
  if (!there) return there.error();
  if (!*there) return std::vector<Correction>();
  return read_corrections(*database_);
}

}  // namespace hearsay
