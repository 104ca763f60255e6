#include "server/guard.h"

#include <algorithm>

#include "server/framing.h"
#include "server/problem.h"
#include "server/web_page.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostBuckets = 4096;
constexpr double kBurst = 2;  // seconds' worth of requests that may come at once

// "localhost:8080" without the port, "[::1]:80" without brackets.
std::string_view host_name(std::string_view host) {
  if (host.starts_with('[')) return host.substr(1, std::min(host.find(']'), host.size()) - 1);
  return host.substr(0, host.find(':'));
}

bool is_reading(std::string_view method) { return method == "GET" || method == "HEAD"; }

// What browsers say of where a request comes from.
bool is_of_another_origin(const ServerRequest& head) {
  const std::string_view site = head.header("sec-fetch-site");
  if (!site.empty() && site != "same-origin" && site != "none") return true;
  const std::string_view origin = head.header("origin");
  if (origin.empty()) return false;
  const std::size_t scheme = origin.find("://");
  return scheme == std::string_view::npos || origin.substr(scheme + 3) != head.header("host");
}

}  // namespace

bool is_loopback(std::string_view host) {
  if (host == "localhost" || host == "::1") return true;
  return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_same_secret(std::string_view given, std::string_view secret) {
  unsigned different = given.size() == secret.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const char wanted = secret.empty() ? '\0' : secret[i % secret.size()];
    different |= static_cast<unsigned char>(given[i] ^ wanted);
  }
  return different == 0 && !secret.empty();
}

std::optional<ServerResponse> Guard::refuse(const ServerRequest& head,
                                            std::chrono::steady_clock::time_point now) {
  if (auto refused = refuse_framing(head)) return refused;
  const std::string_view host = host_name(head.header("host"));
  // A page elsewhere whose name was made to mean this machine has no token.
  const bool is_open_to_names = !rules_.token.empty() || !is_loopback(rules_.host);
  if (!is_open_to_names && !is_loopback(host) && host != rules_.host)
    return problem(421, "Host: expected localhost, found '" + std::string(host) + "'");
  if (!may_ask(head.client, now)) {
    ServerResponse response =
        problem(429, "expected at most " + std::to_string(rules_.rate) + " requests a second, found more");
    response.headers.emplace_back("Retry-After", "1");
    return response;
  }
  // The page holds nothing of the ledger: it asks for the token, and sends it.
  const bool is_open = head.target == "/healthz" || asks_for_page(head);
  if (!rules_.token.empty() && !is_open) {
    constexpr std::string_view kScheme = "Bearer ";
    const std::string_view given = head.header("authorization");
    if (!given.starts_with(kScheme) || !is_same_secret(given.substr(kScheme.size()), rules_.token)) {
      ServerResponse response = problem(401, "Authorization: expected 'Bearer' and the server's token");
      response.headers.emplace_back("WWW-Authenticate", "Bearer");
      return response;
    }
  }
  if (!is_reading(head.method) && is_of_another_origin(head))
    return problem(403, "expected a request of our own origin, found one from a page elsewhere");
  return std::nullopt;
}

bool Guard::may_ask(const std::string& client, std::chrono::steady_clock::time_point now) {
  if (rules_.rate <= 0) return true;
  const double most = rules_.rate * kBurst;
  if (buckets_.size() >= kMostBuckets && !buckets_.contains(client)) buckets_.clear();
  auto [found, is_new] = buckets_.try_emplace(client, Bucket{most, now});
  Bucket& bucket = found->second;
  const std::chrono::duration<double> since = now - bucket.filled;
  bucket.left = std::min(most, bucket.left + since.count() * rules_.rate);
  bucket.filled = now;
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

}  // namespace hearsay
