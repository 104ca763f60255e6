#include "server/guard.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

using Clock = std::chrono::steady_clock;

ServerRequest request(std::string method, std::vector<std::pair<std::string, std::string>> headers) {
  return {.method = std::move(method),
          .target = "/v1/stats",
          .headers = std::move(headers),
          .client = "127.0.0.1"};
}

int status(const std::optional<ServerResponse>& refused) { return refused ? refused->status : 200; }

TEST(Guard, KnowsLoopback) {
  for (const char* host : {"localhost", "127.0.0.1", "127.8.0.1", "::1"})
    EXPECT_TRUE(is_loopback(host)) << host;
  for (const char* host : {"", "0.0.0.0", "127.evil.example", "localhost.example", "::", "10.0.0.1"})
    EXPECT_FALSE(is_loopback(host)) << host;
}

TEST(Guard, ComparesSecrets) {
  EXPECT_TRUE(is_same_secret("abc", "abc"));
  for (const char* given : {"", "ab", "abd", "abcabc", "abca"})
    EXPECT_FALSE(is_same_secret(given, "abc")) << given;
  EXPECT_FALSE(is_same_secret("", ""));
}

TEST(Guard, AsksForOurHost) {
  Guard guard({.host = "127.0.0.1"});
  EXPECT_EQ(status(guard.refuse(request("GET", {{"host", "localhost:8080"}}), Clock::now())), 200);
  EXPECT_EQ(status(guard.refuse(request("GET", {{"host", "[::1]:8080"}}), Clock::now())), 200);
  EXPECT_EQ(status(guard.refuse(request("GET", {{"host", "news.example:8080"}}), Clock::now())), 421);
  // A page elsewhere does not know the token, whatever its name means.
  Guard with_token({.host = "127.0.0.1", .token = "0123456789abcdef"});
  EXPECT_EQ(status(with_token.refuse(request("GET", {{"host", "news.example"}}), Clock::now())), 401);
  EXPECT_EQ(status(with_token.refuse(
                request("GET", {{"host", "news.example"}, {"authorization", "Bearer 0123456789abcdef"}}),
                Clock::now())),
            200);
}

TEST(Guard, AsksForTheToken) {
  Guard guard({.host = "0.0.0.0", .token = "0123456789abcdef"});
  const auto with = [&](const char* value) {
    return status(guard.refuse(request("GET", {{"host", "x"}, {"authorization", value}}), Clock::now()));
  };
  EXPECT_EQ(with("Bearer 0123456789abcdef"), 200);
  for (const char* value : {"", "Bearer ", "Bearer 0123456789abcdeF", "Basic 0123456789abcdef"})
    EXPECT_EQ(with(value), 401) << value;
  ServerRequest health = request("GET", {{"host", "x"}});
  health.target = "/healthz";
  EXPECT_FALSE(guard.refuse(health, Clock::now()));
}

TEST(Guard, RefusesOtherOrigins) {
  Guard guard({.host = "127.0.0.1"});
  const auto post = [&](const char* name, const char* value) {
    return status(guard.refuse(
        request("POST", {{"host", "localhost:8080"}, {"content-length", "1"}, {name, value}}), Clock::now()));
  };
  EXPECT_EQ(post("origin", "http://localhost:8080"), 200);
  EXPECT_EQ(post("sec-fetch-site", "same-origin"), 200);
  EXPECT_EQ(post("origin", "http://localhost:9090"), 403);
  EXPECT_EQ(post("origin", "null"), 403);
  EXPECT_EQ(post("sec-fetch-site", "cross-site"), 403);
}

TEST(Guard, BoundsEachClient) {
  Guard guard({.host = "127.0.0.1", .rate = 2});
  const auto now = Clock::now();
  const ServerRequest one = request("GET", {{"host", "localhost"}});
  for (int i = 0; i < 4; ++i) EXPECT_FALSE(guard.refuse(one, now));
  EXPECT_EQ(status(guard.refuse(one, now)), 429);
  ServerRequest other = one;
  other.client = "127.0.0.2";
  EXPECT_FALSE(guard.refuse(other, now));
  EXPECT_FALSE(guard.refuse(one, now + std::chrono::seconds(1)));
}

}  // namespace
}  // namespace hearsay
