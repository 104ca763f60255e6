#include "fetch/http_headers.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

constexpr std::int64_t kNow = 1'741'080'600;  // 2025-03-04T09:30:00Z

HttpHeaders read(std::initializer_list<std::string_view> lines) {
  HttpHeaders headers;
  for (const std::string_view line : lines) read_header(line, kNow, headers);
  return headers;
}

TEST(HttpHeaders, ReadsThem) {
  const HttpHeaders h = read({"HTTP/1.1 200 OK\r\n", "Content-Type: text/html; charset=utf-8\r\n",
                              "ETAG:W/\"x\" \r\n", "last-modified: Tue, 04 Mar 2025 09:30:00 GMT\r\n",
                              "Content-Encoding: gzip\r\n", "no header\r\n"});
  EXPECT_EQ(h.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(h.etag, "W/\"x\"");
  EXPECT_EQ(h.last_modified, "Tue, 04 Mar 2025 09:30:00 GMT");
  EXPECT_EQ(h.content_encoding, "gzip");
  EXPECT_FALSE(h.retry_after);
}

TEST(HttpHeaders, AStatusLineBeginsAnew) {
  EXPECT_EQ(read({"HTTP/1.1 100 Continue", "ETag: a", "HTTP/1.1 200 OK"}).etag, "");
  EXPECT_EQ(read({"Content-Encoding: gzip", "Content-Encoding: gzip"}).content_encoding, "gzip, gzip");
  EXPECT_EQ(read({"ETag: " + std::string(5000, 'x')}).etag, "");
}

TEST(HttpHeaders, ReadsRetryAfter) {
  const auto seconds = [](std::string_view value) {
    return read({"Retry-After: " + std::string(value)}).retry_after;
  };
  EXPECT_EQ(seconds("120"), std::chrono::seconds(120));
  EXPECT_EQ(seconds("Tue, 04 Mar 2025 09:31:00 GMT"), std::chrono::seconds(60));
  EXPECT_EQ(seconds("Tue, 04 Mar 2024 09:31:00 GMT"), std::chrono::seconds(0));
  EXPECT_EQ(seconds("-5"), std::chrono::seconds(0));
  EXPECT_EQ(seconds("99999999999999999999"), std::chrono::hours(24));
  EXPECT_FALSE(seconds("soon"));
  EXPECT_FALSE(seconds(""));
}

}  // namespace
}  // namespace hearsay
