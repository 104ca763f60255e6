#include "archives/http_message.h"

#include <gtest/gtest.h>

#include <string>

#include "archives/test_compression.h"

namespace hearsay {
namespace {

const std::string kPage = "<html><p>Holm said no.</p></html>";

// The body, or "error: " and the message.
std::string body_of(const std::string& fields, const std::string& body, std::size_t most = 10'000) {
  const std::string bytes = "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body;
  const auto response = parse_http_message(bytes);
  if (!response) return "no response";
  const Result<std::string> decoded = decode_body(*response, most);
  return decoded ? *decoded : "error: " + decoded.error().message;
}

TEST(HttpMessage, StatusAndFields) {
  const auto response =
      parse_http_message("HTTP/2 404\nContent-TYPE:  text/html;\n charset=utf-8\nno colon\n\nbody");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 404);
  EXPECT_EQ(response->header.get("content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(response->header.get("etag"), "");
  EXPECT_EQ(response->body, "body");
  EXPECT_FALSE(parse_http_message("HTTP/1.1 200 OK\r\nContent-Type: x\r\n"));
  EXPECT_FALSE(parse_http_message("GET / HTTP/1.1\r\n\r\n"));
}

TEST(HttpMessage, Chunks) {
  const std::string fields = "Transfer-Encoding: chunked\r\n";
  EXPECT_EQ(body_of(fields, "4\r\nHolm\r\n6;a=b\r\n said \r\n3\r\nno.\r\n0\r\n\r\n"), "Holm said no.");
  EXPECT_EQ(body_of(fields, kPage), kPage) << "the crawler joined them";
  EXPECT_EQ(body_of(fields, "4\r\nHolm\r\nff\r\n said"),
            "error: expected a chunk of 255 bytes at byte 9 of the body, found 5");
  EXPECT_EQ(body_of(fields, "4\r\nHolm\r\n"), "error: expected a chunk at byte 9 of the body, found its end");
  EXPECT_EQ(body_of(fields, "4\r\nHolm said\r\n"),
            "error: expected the size of a chunk at byte 7 of the body, found other bytes");
  EXPECT_EQ(body_of(fields, "ffffffffffffffff\r\nx").substr(0, 6), "error:");
}

TEST(HttpMessage, Codings) {
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip(kPage)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: deflate\r\n", gzip(kPage, 15)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: deflate\r\n", gzip(kPage, -15)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: zstd\r\n", zstd(kPage)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", kPage), kPage) << "the crawler undid it";
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", kPage), kPage);
  EXPECT_EQ(body_of("Content-Encoding: gzip, identity, gzip\r\n", gzip(gzip(kPage))), kPage);
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", "\x1b\x20\x01"),
            "error: expected a body compressed by gzip, deflate or zstd, found br");
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip(kPage).substr(0, 20)),
            "error: expected a body compressed by gzip, found one that is damaged or cut short");
  EXPECT_EQ(body_of("Content-Encoding: zstd\r\n", zstd(kPage).substr(0, 20)).substr(0, 6), "error:");
}

TEST(HttpMessage, LimitsOfTheBody) {
  const std::string large(20'000, 'x');
  for (const auto& [fields, body] : {std::pair<std::string, std::string>{"", large},
                                     {"Content-Encoding: gzip\r\n", gzip(large)},
                                     {"Content-Encoding: zstd\r\n", zstd(large)}}) {
    EXPECT_EQ(body_of(fields, body).substr(0, 41), "error: expected a body of at most 10000 b");
    EXPECT_EQ(body_of(fields, body, 30'000), large);
  }
  const std::string bomb(std::size_t{8} << 20, 'x');
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip(bomb), bomb.size()).substr(0, 6), "error:");
}

}  // namespace
}  // namespace hearsay
