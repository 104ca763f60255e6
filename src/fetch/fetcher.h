// Fetching as a good guest does: robots.txt, one request at a time of a host with a pause between two,
// redirects that are checked like any address, and hosts that are slow or overloaded left alone.
#ifndef HEARSAY_SRC_FETCH_FETCHER_H_
#define HEARSAY_SRC_FETCH_FETCHER_H_

#include <chrono>
#include <map>
#include <mutex>
#include <string>

#include "fetch/host_gate.h"
#include "fetch/http_client.h"
#include "fetch/robots.h"

namespace hearsay {

// The name by which robots.txt speaks of us.
inline constexpr const char* kRobotsName = "Hearsay";
inline constexpr int kMostRedirects = 8;

enum class FetchOutcome {
  done,          // status 200
  not_modified,  // status 304: what was there already is the newest
  put_off,       // not now: the host is slow, overloaded or away, or the answer was cut off
  failed,        // nor later, as far as one can tell
};

struct Fetched {
  FetchOutcome outcome = FetchOutcome::failed;
  std::string problem;           // of the last two: "expected ..., found ..."
  std::chrono::seconds wait{0};  // of put_off: what the host asked for; 0: nothing
  Url url;                       // that answered, after all redirects
  HttpHeaders headers;
  std::string body;
};

// Threads: any number, each with a client of its own.
class Fetcher {
 public:
  // `delay`: between two requests to a host, at least; its robots.txt may want more, up to a minute.
  explicit Fetcher(std::chrono::milliseconds delay) : delay_(delay) {}

  // Waits for the host's turn (HostGate::kLongestWait at most), and likewise for those that it redirects to.
  Fetched fetch(HttpClient& client, HttpRequest request);

  // When the host may be asked next.
  HostGate::Clock::time_point ready(const std::string& host) { return gate_.ready(host); }

 private:
  using Clock = HostGate::Clock;

  // What is known of an origin's robots.txt.
  struct Known {
    Robots robots;
    std::string problem;   // why it could not be read; then nothing is allowed
    bool refused = false;  // and will not be
    Clock::time_point expires;
  };

  Fetched fetch_one(HttpClient& client, const HttpRequest& request);
  Known robots_of(HttpClient& client, const Url& url);
  static Known read_robots(HttpClient& client, const Url& url);
  Fetched judge(const Url& url, HttpResponse response);
  void leave_alone(const std::string& host, const HttpResponse& response);

  std::chrono::milliseconds delay_;
  HostGate gate_;
  std::mutex mutex_;
  std::map<std::string, Known> robots_;     // by origin
  std::map<std::string, int> unreachable_;  // by host: times in a row
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_FETCH_FETCHER_H_
