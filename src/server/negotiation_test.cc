#include "server/negotiation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Negotiation, KnowsWhatIsAccepted) {
  for (const char* accept :
       {"", "*/*", "application/json", "text/html, */*;q=0.8", "APPLICATION/JSON;q=0.1", "application/*",
        "text/html,application/json; charset=utf-8", " , application/json"})
    EXPECT_TRUE(accepts(accept, "application/json")) << accept;
  for (const char* accept : {"text/html", "application/json;q=0", "*/*, application/json;q=0.0", "text/*",
                             ",", "application/jsonx", "*/*;q=0", "application"})
    EXPECT_FALSE(accepts(accept, "application/json")) << accept;
}

TEST(Negotiation, KnowsGzip) {
  for (const char* codings : {"gzip", "deflate, gzip;q=0.5", "*", "x-gzip", "br,GZIP"})
    EXPECT_TRUE(accepts_gzip(codings)) << codings;
  for (const char* codings : {"", "br", "gzip;q=0", "*, gzip;q=0", "identity"})
    EXPECT_FALSE(accepts_gzip(codings)) << codings;
}

ServerResponse compressed(const char* codings, std::string body, std::string type = "application/json") {
  ServerRequest request;
  request.headers = {{"accept-encoding", codings}};
  ServerResponse response{.content_type = std::move(type), .body = std::move(body)};
  compress(request, response);
  return response;
}

TEST(Negotiation, CompressesWhatIsWorthIt) {
  const std::string lengthy(5000, 'a');
  const auto pair = [](const char* name, const char* value) {
    return std::pair<std::string, std::string>(name, value);
  };
  EXPECT_LT(compressed("gzip", lengthy).body.size(), 200u);
  EXPECT_THAT(
      compressed("gzip", lengthy).headers,
      testing::UnorderedElementsAre(pair("Vary", "Accept-Encoding"), pair("Content-Encoding", "gzip")));
  EXPECT_EQ(compressed("br", lengthy).body, lengthy);
  EXPECT_THAT(compressed("br", lengthy).headers, testing::ElementsAre(pair("Vary", "Accept-Encoding")));
  EXPECT_EQ(compressed("gzip", "short").body, "short");
  EXPECT_EQ(compressed("gzip", lengthy, "image/png").body, lengthy);
  EXPECT_TRUE(compressed("gzip", lengthy, "image/png").headers.empty());
}

}  // namespace
}  // namespace hearsay
