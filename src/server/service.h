// The answers to requests: everything of the server but sockets.
//
// Routes, and what each answers, are in openapi.json; a test compares the two.
#ifndef HEARSAY_SRC_SERVER_SERVICE_H_
#define HEARSAY_SRC_SERVER_SERVICE_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/pipeline.h"
#include "server/message.h"
#include "server/open_ledger.h"
#include "server/target.h"

namespace hearsay {

// What one thread needs to answer: it belongs to that thread.
struct Worker {
  explicit Worker(const std::string& ledger) : reader(ledger, OpenLedger::Purpose::reading) {}
  Scratch scratch;
  OpenLedger reader;
};

// What happened in the ledger, for those who listen.
struct LedgerEvent {
  std::string type;  // "article", "statement", "changed"
  std::string json;  // one line
};

class Service {
 public:
  // `publish` receives what was added, on the thread that added it. The pipeline must outlive the
  // service. `models`: as the pipeline was loaded from.
  Service(const Pipeline& pipeline, std::string ledger, std::string models,
          std::function<void(std::vector<LedgerEvent>)> publish);

  // Any thread, each with a worker of its own. Never fails: what goes wrong is an answer, too.
  ServerResponse answer(const ServerRequest& request, Worker& worker);

  // True if somebody wrote to the ledger since the last call. Any thread.
  bool has_changed();

  const std::string& ledger() const { return ledger_; }

 private:
  friend struct Routes;
  ServerResponse respond(const ServerRequest& request, Worker& worker);
  std::string entity_tag();
  std::int64_t generation();

  // Who writes, or nothing where others have been writing for seconds. By the system's clock, for
  // ThreadSanitizer of GCC 12 does not see a lock that is waited for by the steady one.
  std::unique_lock<std::timed_mutex> lock_writer() {
    return std::unique_lock(writing_, std::chrono::system_clock::now() + std::chrono::seconds(3));
  }

  const Pipeline& pipeline_;
  std::string ledger_;
  std::function<void(std::vector<LedgerEvent>)> publish_;

  std::timed_mutex writing_;  // guards writer_ and what is written
  OpenLedger writer_;

  std::mutex watching_;  // guards what follows
  OpenLedger watched_;
  std::int64_t seen_ = -1;  // its change counter
  int openings_ = 0;
  std::int64_t generation_ = 0;  // how often it was seen to change
  std::int64_t told_ = 0;        // by has_changed()
  std::string run_;              // tells this run of the server from others

  // An answer that holds for as long as the ledger has this tag.
  struct Kept {
    std::mutex mutex;
    std::string tag, answer;
  };
  Kept stats_;

  std::atomic<std::uint64_t> requests_ = 0, refused_ = 0, failed_ = 0, articles_ = 0;
};

// "GET /v1/articles/{id}" of each route, sorted.
std::vector<std::string> route_names();

// The description of all routes.
extern const std::string_view kOpenApi;

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_SERVICE_H_
