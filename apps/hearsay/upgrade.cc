#include <filesystem>
#include <string>
#include <system_error>

#include "ledger/feed_store.h"
#include "ledger/ledger_archive.h"
#include "ledger_commands.h"
#include "reading.h"
#include "reading_anew.h"
#include "stopping.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

void remove_ledger(const std::string& path) {
  std::error_code ignored;  // what is not there need not go
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(path + end, ignored);
}

// Fills a new ledger beside the old one.
int fill(const Arguments& all, const std::string& fresh_path) {
  Result<LedgerArchive> archive = LedgerArchive::open(all.ledger.path);
  if (!archive) return report_failure(archive.error().message);
  remove_ledger(fresh_path);
  Result<Ledger> fresh = Ledger::open_for_adding(fresh_path, all.read.models);
  if (!fresh) return report_failure(fresh.error().message);
  const auto corrections = archive->corrections();
  if (!corrections) return report_failure(corrections.error().message);
  if (const auto kept = fresh->keep_corrections(*corrections); !kept)
    return report_failure(kept.error().message);
  if (const int status = read_anew(all, *archive, *fresh); status != kExitDone) return status;
  Result<FeedStore> feeds = FeedStore::open(fresh_path);
  if (!feeds) return report_failure(feeds.error().message);
  const Result<Success> taken = feeds->copy_from(all.ledger.path);
  return taken ? kExitDone : report_failure(taken.error().message);
}

}  // namespace

int run_upgrade(const Arguments& all) {
  const std::string& path = all.ledger.path;
  const std::string fresh_path = path + ".upgrade";
  stop_when_asked();
  const int status = fill(all, fresh_path);
  if (status != kExitDone) {
    remove_ledger(fresh_path);
    return status;
  }
  // Whoever closes a ledger last takes its journal away. One that is left is not for the new file.
  std::error_code error;
  if (fs::exists(path + "-wal", error)) {
    remove_ledger(fresh_path);
    return report_failure(path + ": the ledger is open in another process; it stays as it is");
  }
  fs::rename(fresh_path, path, error);
  if (!error) return kExitDone;
  remove_ledger(fresh_path);
  return report_failure(path + ": cannot be replaced: " + error.message());
}

}  // namespace hearsay
