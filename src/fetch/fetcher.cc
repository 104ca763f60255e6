#include "fetch/fetcher.h"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

using std::string;
using std::chrono::seconds;

constexpr int kMostRobotsRedirects = 5;
constexpr seconds kRobotsLast{24 * 60 * 60};
constexpr seconds kRobotsProblemsLast{10 * 60};
constexpr seconds kLongestHold{60 * 60};

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// Of a server that is overloaded or does not feel well: it may be well later.
bool may_pass(int status) { return status == 408 || status == 425 || status == 429 || status >= 500; }

string in_words(HostGate::Clock::duration time) {
  const auto minutes =
      std::chrono::duration_cast<std::chrono::minutes>(time + std::chrono::seconds(59)).count();
  return minutes < 120 ? std::to_string(minutes) + " min" : std::to_string(minutes / 60) + " h";
}

Fetched failed(const Url& url, FetchOutcome outcome, string problem) {
  Fetched fetched;
  fetched.outcome = outcome;
  fetched.problem = std::move(problem);
  fetched.url = url;
  return fetched;
}

}  // namespace

Fetched Fetcher::fetch(HttpClient& client, HttpRequest request) {
  for (int hop = 0; hop <= kMostRedirects; ++hop) {
    Fetched fetched = fetch_one(client, request);
    if (fetched.headers.location.empty() || fetched.outcome != FetchOutcome::done) return fetched;
    Result<Url> next = resolve_url(request.url, fetched.headers.location);
    if (!next) return failed(request.url, FetchOutcome::failed, next.error().message + ", by a redirect");
    request.url = *std::move(next);
  }
  return failed(request.url, FetchOutcome::failed,
                "expected at most " + std::to_string(kMostRedirects) + " redirects, found more");
}

// A redirect is an outcome `done` with a location.
Fetched Fetcher::fetch_one(HttpClient& client, const HttpRequest& request) {
  const Url& url = request.url;
  if (const auto held = gate_.enter(url.host)) {
    Fetched fetched =
        failed(url, FetchOutcome::put_off,
               "expected a host that answers, found one that is left alone for " + in_words(*held));
    fetched.wait = std::chrono::duration_cast<seconds>(*held);
    return fetched;
  }
  const Known known = robots_of(client, url);
  const auto pause = std::max(delay_, known.robots.crawl_delay);
  if (!known.problem.empty() || !allows(known.robots, url.path)) {
    gate_.leave(url.host, Clock::duration::zero());
    if (known.problem.empty())
      return failed(url, FetchOutcome::failed, "expected to be allowed, found robots.txt forbidding it");
    return failed(url, known.refused ? FetchOutcome::failed : FetchOutcome::put_off, known.problem);
  }
  HttpResponse response = client.get(request);
  leave_alone(url.host, response);
  gate_.leave(url.host, pause);
  return judge(url, std::move(response));
}

Fetched Fetcher::judge(const Url& url, HttpResponse response) {
  Fetched fetched = failed(url, FetchOutcome::put_off, std::move(response.problem));
  fetched.headers = std::move(response.headers);
  fetched.body = std::move(response.body);
  if (response.outcome == HttpOutcome::refused) fetched.outcome = FetchOutcome::failed;
  if (response.outcome != HttpOutcome::answered) return fetched;
  const bool redirect = is_redirect(response.status) && !fetched.headers.location.empty();
  if (response.status == 200 || redirect) {
    fetched.outcome = FetchOutcome::done;
    if (!redirect) fetched.headers.location.clear();
    return fetched;
  }
  fetched.outcome = response.status == 304      ? FetchOutcome::not_modified
                    : may_pass(response.status) ? FetchOutcome::put_off
                                                : FetchOutcome::failed;
  if (fetched.outcome == FetchOutcome::not_modified) return fetched;
  fetched.problem = "expected status 200, found " + std::to_string(response.status);
  fetched.wait = fetched.headers.retry_after.value_or(seconds(0));
  return fetched;
}

// What did not answer twice is asked less and less, and what asks for a pause gets it.
void Fetcher::leave_alone(const string& host, const HttpResponse& response) {
  const bool overloaded = response.status == 429 || response.status == 503;
  const bool unreachable = response.outcome == HttpOutcome::unreachable;
  int times = 0;
  {
    const std::scoped_lock lock(mutex_);
    times = unreachable_[host] = unreachable || overloaded ? std::min(unreachable_[host] + 1, 10) : 0;
  }
  if (response.headers.retry_after && overloaded) {
    gate_.hold(host, *response.headers.retry_after);
  } else if (times >= 2) {
    gate_.hold(host, std::min<HostGate::Clock::duration>(seconds(60) * (1 << times), kLongestHold));
  }
}

Fetcher::Known Fetcher::robots_of(HttpClient& client, const Url& url) {
  {
    const std::scoped_lock lock(mutex_);
    const auto found = robots_.find(url.origin);
    if (found != robots_.end() && Clock::now() < found->second.expires) return found->second;
  }
  Known known = read_robots(client, url);
  known.expires = Clock::now() + (known.problem.empty() ? kRobotsLast : kRobotsProblemsLast);
  const std::scoped_lock lock(mutex_);
  return robots_[url.origin] = std::move(known);
}

Fetcher::Known Fetcher::read_robots(HttpClient& client, const Url& url) {
  HttpRequest request{.url = url,
                      .accept = "text/plain",
                      .etag = {},
                      .last_modified = {},
                      .most_bytes = kMostRobotsBytes,
                      .keep_beginning = true};
  Result<Url> next = resolve_url(url, "/robots.txt");
  for (int hop = 0; hop <= kMostRobotsRedirects && next; ++hop) {
    request.url = *next;
    const HttpResponse response = client.get(request);
    if (response.outcome != HttpOutcome::answered) {
      return {.robots = {},
              .problem = response.outcome == HttpOutcome::broken ? "robots.txt: " + response.problem
                                                                 : response.problem,
              .refused = response.outcome == HttpOutcome::refused,
              .expires = {}};
    }
    if (response.status == 200)
      return {
          .robots = parse_robots(response.body, kRobotsName), .problem = {}, .refused = false, .expires = {}};
    if (may_pass(response.status)) {
      return {.robots = {},
              .problem = "robots.txt: expected status 200 or 404, found " + std::to_string(response.status),
              .refused = false,
              .expires = {}};
    }
    if (!is_redirect(response.status)) break;
    next = resolve_url(*next, response.headers.location);
  }
  // What is not there forbids nothing (RFC 9309, 2.3.1.3).
  return {};
}

}  // namespace hearsay
