#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "adding.h"
#include "format/json_lines.h"
#include "ledger/feed_store.h"
#include "ledger/ledger_archive.h"
#include "ledger_commands.h"
#include "ordered_work.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

void remove_ledger(const std::string& path) {
  std::error_code ignored;  // what is not there need not go
  for (const char* end : {"", "-wal", "-shm"}) fs::remove(path + end, ignored);
}

struct Numbered {
  Input input;
  std::uint64_t number = 0;  // from 1
};

// The next article of an older ledger, without its layers; nothing after the last one.
std::optional<Input> next_article(LedgerArchive& archive, const std::string& name) {
  Result<std::optional<std::string>> line = archive.next();
  Input input{.name = name};
  if (!line) {
    input.error = line.error();
    return input;
  }
  if (!*line) return std::nullopt;
  const Result<Success> parsed = parse_json_document(**line, input.doc);
  if (!parsed) input.error = Error{parsed.error().code, name + ": " + parsed.error().message};
  return input;
}

// Reads the articles of `archive` into `fresh`, an empty ledger. Returns an exit status.
int read_anew(const Arguments& all, LedgerArchive& archive, Ledger& fresh) {
  const Result<Pipeline> pipeline = Pipeline::load(all.read.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  std::vector<Scratch> scratch(static_cast<std::size_t>(all.read.threads));
  ArticleSink sink(fresh, static_cast<std::uint64_t>(archive.count()));
  std::uint64_t number = 0;
  bool broken = false;
  work_in_order<Numbered, std::pair<Analysis, std::uint64_t>>(
      all.read.threads,
      [&]() -> std::optional<Numbered> {
        if (broken) return std::nullopt;
        std::optional<Input> input = next_article(archive, all.ledger.path);
        if (!input) return std::nullopt;
        broken = input->error.has_value();  // then there may be no way on
        return Numbered{*std::move(input), ++number};
      },
      [&](Numbered item, int thread) {
        Scratch& own = scratch[static_cast<std::size_t>(thread)];
        return std::pair(analyze(*pipeline, fresh, std::move(item.input), own), item.number);
      },
      [&](std::pair<Analysis, std::uint64_t> done) {
        return sink.receive(std::move(done.first), done.second);
      });
  const int status = sink.finish();
  if (status != kExitDone) return status;
  const std::string articles = std::to_string(sink.added()) + (sink.added() == 1 ? " article" : " articles");
  const std::string versions =
      std::to_string(sink.changed()) + (sink.changed() == 1 ? " newer version" : " newer versions");
  return report_done(articles + " read anew, " + versions, status);
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
