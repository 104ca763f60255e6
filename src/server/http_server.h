// The network part: sockets, timeouts, limits. All else is a Service's.
//
// One thread owns all sockets; so slow clients never keep one that answers. Others
// answer, each with a worker of its own; one more streams exports.
#ifndef HEARSAY_SRC_SERVER_HTTP_SERVER_H_
#define HEARSAY_SRC_SERVER_HTTP_SERVER_H_

#include <functional>
#include <memory>
#include <string>

#include "hearsay/pipeline.h"
#include "hearsay/result.h"

namespace hearsay {

struct ServerOptions {
  std::string host = "127.0.0.1";  // an address, or localhost
  int port = 8080;                 // 0: any that is free
  int threads = 1;                 // that answer
  std::string token;               // empty: none is asked for
  int rate = 0;                    // requests a second of one client; 0: any number
  std::string ledger, models;
};

class HttpServer {
 public:
  // Listens. Fails with io if it cannot, as OpenLedger does where the ledger is none, and with invalid_input
  // for a host that is no address of this machine, or one that others can reach without a token. The pipeline
  // must outlive the server.
  static Result<HttpServer> open(const Pipeline& pipeline, ServerOptions options);

  // The port that it listens on.
  int port() const;

  // Answers until SIGINT or SIGTERM; then finishes the requests that are there, for at most ten seconds.
  void run();

  ~HttpServer();
  HttpServer(HttpServer&&) noexcept;
  HttpServer& operator=(HttpServer&&) = delete;

  struct State;

 private:
  explicit HttpServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_SERVER_HTTP_SERVER_H_
