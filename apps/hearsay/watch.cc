#include <filesystem>
#include <system_error>
#include <utility>

#include "adding.h"
#include "fetch/http_client.h"
#include "ledger_commands.h"
#include "reading.h"
#include "watcher.h"

namespace hearsay {

int run_watch(const Arguments& all) {
  if (const Result<Success> ready = load_network(); !ready) return report_failure(ready.error().message);
  const std::string& path = all.ledger.path;
  constexpr const char* kNoFeeds =
      "watch: expected a feed's address or an OPML file after the ledger, which remembers no feeds";
  std::error_code error;
  if (all.watch.feeds.empty() && !std::filesystem::exists(path, error)) return report_failure(kNoFeeds);
  const Result<Pipeline> pipeline = Pipeline::load(all.read.models);
  if (!pipeline) return report_failure(pipeline.error().message);
  // Made where it does not exist.
  if (const Result<Ledger> ledger = Ledger::open_for_adding(path, all.read.models); !ledger)
    return report_failure(ledger.error().message);
  Result<FeedStore> store = FeedStore::open(path);
  if (!store) return report_failure(store.error().message);
  Result<WatchedFeeds> feeds = list_feeds(all.watch.feeds, *store);
  if (!feeds) return report_failure(feeds.error().message);
  if (feeds->feeds.empty() && feeds->problems.empty()) return report_failure(kNoFeeds);
  Watcher watcher(all, *pipeline, *store);
  return watcher.run(*std::move(feeds));
}

}  // namespace hearsay
