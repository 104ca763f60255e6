#include "server/framing.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

int refusal(std::string method, std::vector<std::pair<std::string, std::string>> headers) {
  const auto refused = refuse_framing({.method = std::move(method), .headers = std::move(headers)});
  return refused ? refused->status : 0;
}

TEST(Framing, TellsWhatIsWrong) {
  EXPECT_EQ(refusal("GET", {{"host", "localhost"}}), 0);
  EXPECT_EQ(refusal("GET", {}), 400);
  EXPECT_EQ(refusal("GET", {{"host", "a"}, {"host", "b"}}), 400);
  EXPECT_EQ(refusal("POST", {{"host", "a"}}), 411);
  EXPECT_EQ(refusal("POST", {{"host", "a"}, {"content-length", "0"}}), 0);
  EXPECT_EQ(refusal("POST", {{"host", "a"}, {"transfer-encoding", "Chunked"}}), 0);
  EXPECT_EQ(refusal("POST", {{"host", "a"}, {"transfer-encoding", "gzip, chunked"}}), 400);
  EXPECT_EQ(refusal("GET", {{"host", "a"}, {"expect", "a miracle"}}), 417);
  EXPECT_EQ(refusal("GET", {{"host", "a"}, {"expect", "100-Continue"}}), 0);
}

}  // namespace
}  // namespace hearsay
