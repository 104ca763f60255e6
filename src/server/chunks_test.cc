#include "server/chunks.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

std::string sent(bool whole, bool chunked, int most = 99) {
  std::string out;
  send_chunks(
      [&](const SendPiece& piece) {
        for (const char* part : {"ab", "cd", "e"}) {
          if (!piece(part)) return false;
        }
        return whole;
      },
      chunked, 3,
      [&](const std::string& text) {
        out += text;
        return --most > 0;
      });
  return out;
}

TEST(Chunks, AreFramed) {
  EXPECT_EQ(sent(true, true), "4\r\nabcd\r\n1\r\ne\r\n0\r\n\r\n");
  EXPECT_EQ(sent(true, false), "abcde");
  EXPECT_EQ(sent(false, true), "4\r\nabcd\r\n1\r\ne\r\n");
  EXPECT_EQ(sent(true, true, 1), "4\r\nabcd\r\n");
}

}  // namespace
}  // namespace hearsay
