// One request over HTTP, within limits. Nothing is followed, kept or waited for here: fetcher.h does.
#ifndef HEARSAY_SRC_FETCH_HTTP_CLIENT_H_
#define HEARSAY_SRC_FETCH_HTTP_CLIENT_H_

#include <chrono>
#include <memory>
#include <string>

#include "fetch/http_headers.h"
#include "fetch/url.h"
#include "hearsay/result.h"

namespace hearsay {

struct HttpOptions {
  std::string user_agent;
  std::chrono::milliseconds timeout{
      30'000};                 // of a request, from the first look-up of a name to the last byte
  bool allow_private = false;  // ask also what find_private_address() names
};

struct HttpRequest {
  Url url;
  std::string accept;               // types, as HTTP has them
  std::string etag, last_modified;  // of what is there already; may be empty
  std::size_t most_bytes = 0;       // of the body, when nothing compresses it any more
  bool keep_beginning = false;      // a longer one is cut, not refused
};

// What became of a request.
enum class HttpOutcome {
  answered,     // there is a status, and all of the body
  unreachable,  // no name, no connection, no answer in time
  refused,      // we do not ask there
  broken,       // the answer was cut off, too long or damaged
};

struct HttpResponse {
  HttpOutcome outcome = HttpOutcome::answered;
  std::string problem;  // "" where it was answered, else what was expected and found, without the address
  int status = 0;
  HttpHeaders headers;
  std::string body;  // of status 200 only
};

// Loads what clients need, which they do themselves otherwise. Fails with not_found where it is not
// installed; then no client gets an answer.
Result<Success> load_network();

// Connections, which are kept for the next request. One thread.
class HttpClient {
 public:
  explicit HttpClient(HttpOptions options);
  ~HttpClient();
  HttpClient(HttpClient&&) noexcept;
  HttpClient& operator=(HttpClient&&) = delete;

  HttpResponse get(const HttpRequest& request);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_HTTP_CLIENT_H_
