#include "fetch/fetcher.h"

#include <gmock/gmock.h>

#include "fetch/test_server.h"

namespace hearsay {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

HttpOptions options(bool allow_private = true) {
  return {.user_agent = "Hearsay/test", .timeout = milliseconds(2000), .allow_private = allow_private};
}

HttpRequest request(const std::string& url, std::size_t most_bytes = 1 << 20) {
  HttpRequest made;
  made.url = *parse_url(url);
  made.most_bytes = most_bytes;
  return made;
}

Fetched fetch(const std::string& url, bool allow_private = true) {
  Fetcher fetcher(milliseconds(0));
  HttpClient client(options(allow_private));
  return fetcher.fetch(client, request(url));
}

// Answers "/" and all else with one thing; there is no robots.txt.
Fetched fetch_answer(const std::string& bytes) {
  TestServer server([&](const std::string& path, const std::string&) {
    return path == "/robots.txt" ? answer_with(404, "") : bytes;
  });
  return fetch(server.url("/"));
}

TEST(Fetcher, FetchesAndNamesItself) {
  std::string seen;
  TestServer server([&](const std::string& path, const std::string& asked) {
    seen = asked;
    return path == "/robots.txt"
               ? answer_with(404, "")
               : answer_with(200, "ETag: \"x\"\r\nContent-Type: text/html\r\n", "<p>Pier</p>");
  });
  const Fetched fetched = fetch(server.url("/1"));
  EXPECT_EQ(fetched.outcome, FetchOutcome::done) << fetched.problem;
  EXPECT_EQ(fetched.body, "<p>Pier</p>");
  EXPECT_EQ(fetched.headers.etag, "\"x\"");
  EXPECT_THAT(server.asked(), ElementsAre("/robots.txt", "/1"));
  EXPECT_THAT(seen, HasSubstr("User-Agent: Hearsay/test\r\n"));
}

TEST(Fetcher, AsksWhetherThingsChanged) {
  TestServer server([](const std::string& path, const std::string& asked) {
    if (path == "/robots.txt") return answer_with(404, "");
    return asked.find("If-None-Match: \"x\"") != asked.npos ? answer_with(304, "")
                                                            : answer_with(200, "", "new");
  });
  Fetcher fetcher(milliseconds(0));
  HttpClient client(options());
  HttpRequest again = request(server.url("/1"));
  again.etag = "\"x\"";
  EXPECT_EQ(fetcher.fetch(client, again).outcome, FetchOutcome::not_modified);
}

TEST(Fetcher, RefusesPrivateAddressesAlsoBehindNames) {
  TestServer server([](const std::string&, const std::string&) { return answer_with(200, "", "secret"); });
  for (std::string url : {server.url("/1"), "http://localhost" + server.url("/1").substr(16)}) {
    const Fetched fetched = fetch(url, false);
    EXPECT_EQ(fetched.outcome, FetchOutcome::failed);
    EXPECT_THAT(fetched.problem, HasSubstr("expected a public address, found "));
  }
  EXPECT_THAT(server.asked(), ElementsAre());
}

TEST(Fetcher, FollowsRedirectsWithinBounds) {
  TestServer server([](const std::string& path, const std::string&) {
    if (path == "/robots.txt") return answer_with(404, "");
    if (path == "/a") return answer_with(302, "Location: /b\r\n");
    if (path == "/file") return answer_with(302, "Location: file:///etc/passwd\r\n");
    if (path == "/b") return answer_with(200, "", "there");
    return answer_with(301, "Location: " + path + "x\r\n");
  });
  EXPECT_EQ(fetch(server.url("/a")).body, "there");
  EXPECT_EQ(fetch(server.url("/a")).url.path, "/b");
  EXPECT_THAT(fetch(server.url("/loop")).problem, HasSubstr("at most 8 redirects"));
  const Fetched file = fetch(server.url("/file"));
  EXPECT_EQ(file.outcome, FetchOutcome::failed);
  EXPECT_THAT(file.problem, HasSubstr("by a redirect"));
}

TEST(Fetcher, ObeysRobots) {
  TestServer server([](const std::string& path, const std::string&) {
    return path == "/robots.txt" ? answer_with(200, "", "User-agent: hearsay\nDisallow: /no")
                                 : answer_with(path == "/away" ? 302 : 200, "Location: /no\r\n", "");
  });
  EXPECT_EQ(fetch(server.url("/yes")).outcome, FetchOutcome::done);
  EXPECT_THAT(fetch(server.url("/no/1")).problem, HasSubstr("robots.txt forbidding it"));
  EXPECT_THAT(fetch(server.url("/away")).problem, HasSubstr("robots.txt forbidding it"));
}

TEST(Fetcher, WithoutAnAnswerAboutRobotsNothingIsAllowed) {
  TestServer server([](const std::string&, const std::string&) { return answer_with(500, ""); });
  const Fetched fetched = fetch(server.url("/1"));
  EXPECT_EQ(fetched.outcome, FetchOutcome::put_off);
  EXPECT_THAT(fetched.problem, HasSubstr("robots.txt: expected status 200 or 404, found 500"));
  EXPECT_THAT(server.asked(), ElementsAre("/robots.txt"));
}

TEST(Fetcher, SaysWhatIsWrong) {
  EXPECT_EQ(fetch_answer(answer_with(404, "")).outcome, FetchOutcome::failed);
  EXPECT_EQ(fetch_answer(answer_with(500, "")).outcome, FetchOutcome::put_off);
  EXPECT_THAT(fetch_answer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort").problem,
              HasSubstr("found it cut off"));
  EXPECT_THAT(fetch_answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n").problem,
              HasSubstr("cut off"));
  EXPECT_THAT(fetch_answer("").problem, HasSubstr("found the connection closed"));
  EXPECT_THAT(fetch_answer(answer_with(200, "", std::string(2 << 20, 'x'))).problem,
              HasSubstr("at most 1048576 bytes"));
  EXPECT_THAT(fetch_answer(answer_with(200, "Content-Encoding: br\r\n", "x")).problem,
              HasSubstr("found 'br'"));
  std::string headers;
  for (int i = 0; i < 10'000; ++i) headers += "X-Header: " + std::string(50, 'x') + "\r\n";
  EXPECT_THAT(fetch_answer(answer_with(200, headers, "x")).problem, HasSubstr("bytes of headers"));
}

TEST(Fetcher, LeavesOverloadedHostsAlone) {
  TestServer server([](const std::string& path, const std::string&) {
    return path == "/robots.txt" ? answer_with(404, "") : answer_with(429, "Retry-After: 3600\r\n");
  });
  Fetcher fetcher(milliseconds(0));
  HttpClient client(options());
  const Fetched first = fetcher.fetch(client, request(server.url("/1")));
  EXPECT_EQ(first.outcome, FetchOutcome::put_off);
  EXPECT_EQ(first.wait, std::chrono::hours(1));
  const Fetched second = fetcher.fetch(client, request(server.url("/2")));
  EXPECT_THAT(second.problem, HasSubstr("left alone for 60 min"));
  EXPECT_THAT(server.asked(), ElementsAre("/robots.txt", "/1"));
}

TEST(Fetcher, PausesBetweenRequests) {
  TestServer server([](const std::string& path, const std::string&) {
    return path == "/robots.txt" ? answer_with(200, "", "User-agent: *\nCrawl-delay: 0.3")
                                 : answer_with(200, "", "x");
  });
  Fetcher fetcher(milliseconds(10));
  HttpClient client(options());
  const auto begin = HostGate::Clock::now();
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(fetcher.fetch(client, request(server.url("/1"))).outcome, FetchOutcome::done);
  EXPECT_GE(HostGate::Clock::now() - begin, milliseconds(600));
}

}  // namespace
}  // namespace hearsay
