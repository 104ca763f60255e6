#include "server/web_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

constexpr PageFile kTwo[] = {{"/", "text/html; charset=utf-8", "a1", "<p>", "packed page"},
                             {"/assets/x-1.js", "text/javascript", "b2", "1+1", "packed script"}};

ServerRequest get(std::string target, std::string codings = "", std::string tag = "") {
  ServerRequest request{.method = "GET", .target = std::move(target)};
  request.headers = {{"accept-encoding", std::move(codings)}, {"if-none-match", std::move(tag)}};
  return request;
}

std::string header_of(const ServerResponse& response, std::string_view name) {
  for (const auto& [key, value] : response.headers) {
    if (key == name) return value;
  }
  return "";
}

TEST(WebPage, AnswersItsOwnPathsAlone) {
  for (const char* path : {"/", "/?who=Holm", "/articles", "/articles/a%2F1", "/threads/T1", "/read"})
    EXPECT_EQ(page_answer(kTwo, get(path)).value().body, "<p>") << path;
  for (const char* path : {"/v1/articles", "/metrics", "/healthz", "/openapi.json", "/articlesx", "/v1", ""})
    EXPECT_FALSE(page_answer(kTwo, get(path))) << path;
  EXPECT_FALSE(page_answer(kTwo, {.method = "POST", .target = "/"}));
  EXPECT_FALSE(page_answer({}, get("/"))) << "built without the page";
}

TEST(WebPage, AssetsAreKeptForEver) {
  const ServerResponse asset = page_answer(kTwo, get("/assets/x-1.js")).value();
  EXPECT_EQ(asset.body, "1+1");
  EXPECT_THAT(header_of(asset, "Cache-Control"), testing::HasSubstr("immutable"));
  EXPECT_EQ(header_of(page_answer(kTwo, get("/")).value(), "Cache-Control"), "no-cache");
  EXPECT_EQ(page_answer(kTwo, get("/assets/none.js")).value().status, 404);
  EXPECT_EQ(page_answer(kTwo, get("/assets/../v1")).value().status, 404);
}

TEST(WebPage, PolicyAllowsNothingInMarkup) {
  const std::string policy = header_of(page_answer(kTwo, get("/")).value(), "Content-Security-Policy");
  EXPECT_THAT(policy, testing::StartsWith("default-src 'none'; script-src 'self'; style-src 'self';"));
  EXPECT_THAT(policy, testing::Not(testing::HasSubstr("unsafe")));
}

TEST(WebPage, CompressesWhereThatIsAccepted) {
  for (const char* codings : {"gzip", "br, gzip;q=0.5", "*", "deflate,gzip"}) {
    const ServerResponse page = page_answer(kTwo, get("/", codings)).value();
    EXPECT_EQ(page.body, "packed page") << codings;
    EXPECT_EQ(header_of(page, "Content-Encoding"), "gzip");
  }
  for (const char* codings : {"", "br", "gzip;q=0", "gzip; q=0.0", "ungzip"})
    EXPECT_EQ(page_answer(kTwo, get("/", codings)).value().body, "<p>") << codings;
}

TEST(WebPage, KnownBytesAreNotSentAgain) {
  EXPECT_EQ(page_answer(kTwo, get("/", "", "\"a1\"")).value().status, 304);
  EXPECT_EQ(page_answer(kTwo, get("/", "gzip", "\"a1-gzip\"")).value().status, 304);
  EXPECT_EQ(page_answer(kTwo, get("/", "gzip", "\"a1\"")).value().status, 200) << "of other bytes";
}

TEST(WebPage, WhatWasBuiltHasAPage) {
  if (kPageFiles.empty()) GTEST_SKIP() << "built without the page";
  const ServerResponse page = page_answer(kPageFiles, get("/")).value();
  EXPECT_THAT(page.body, testing::HasSubstr("<!doctype html>"));
  EXPECT_THAT(page.body, testing::Not(testing::HasSubstr("<style")));
}

}  // namespace
}  // namespace hearsay
