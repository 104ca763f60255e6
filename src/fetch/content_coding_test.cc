#include "fetch/content_coding.h"

#include <gmock/gmock.h>
#include <zlib.h>

namespace hearsay {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t kMuch = std::size_t{64} << 20;

std::string compressed(const std::string& text, int bits) {
  z_stream stream = {};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

struct Decoded {
  std::string body, problem;
};

Decoded decode(std::string_view coding, std::string_view bytes, std::size_t piece = 7,
               std::size_t most = kMuch) {
  ContentDecoder decoder(most);
  std::string problem = decoder.begin(coding);
  for (std::size_t at = 0; problem.empty() && at < bytes.size(); at += piece)
    problem = decoder.push(bytes.substr(at, piece));
  if (problem.empty()) problem = decoder.finish();
  return {.body = decoder.take_body(), .problem = problem};
}

TEST(ContentDecoder, DecodesWhatServersSend) {
  const std::string text = "The pier is safe, she said. The pier is safe, she said.";
  EXPECT_EQ(decode("", text).body, text);
  EXPECT_EQ(decode("Identity", text).body, text);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{1000}}) {
    EXPECT_EQ(decode("gzip", compressed(text, 31), piece).body, text);
    EXPECT_EQ(decode("X-GZIP", compressed(text, 31), piece).body, text);
    EXPECT_EQ(decode("deflate", compressed(text, 15), piece).body, text);
    EXPECT_EQ(decode("deflate", compressed(text, -15), piece).body, text);
    EXPECT_EQ(decode("gzip", compressed(text, 31) + compressed(text, 31) + std::string(9, '\0'), piece).body,
              text + text);
  }
  EXPECT_EQ(decode("gzip", "").problem, "");
}

TEST(ContentDecoder, SaysWhatIsWrong) {
  const std::string good = compressed(std::string(1000, 'x') + "y", 31);
  EXPECT_THAT(decode("gzip", good.substr(0, good.size() - 1)).problem, HasSubstr("cut off after"));
  EXPECT_THAT(decode("gzip", good.substr(0, 5)).problem, HasSubstr("cut off after 5"));
  EXPECT_THAT(decode("gzip", "<html>").problem, HasSubstr("found damaged ones"));
  std::string damaged = good;
  damaged[damaged.size() - 6] ^= 1;
  EXPECT_THAT(decode("gzip", damaged).problem, HasSubstr("damaged"));
  EXPECT_THAT(decode("br", "x").problem, HasSubstr("found 'br'"));
  EXPECT_THAT(decode("gzip, gzip", "x").problem, HasSubstr("found 'gzip, gzip'"));
}

TEST(ContentDecoder, BoundsTheBody) {
  EXPECT_EQ(decode("", std::string(100, 'x'), 7, 100).problem, "");
  EXPECT_EQ(decode("", std::string(101, 'x'), 7, 100).problem, "expected at most 100 bytes, found more");
  EXPECT_THAT(decode("gzip", compressed(std::string(10'000, 'x'), 31), 7, 100).problem,
              HasSubstr("at most 100 bytes"));
}

TEST(ContentDecoder, StopsBombs) {
  const Decoded bomb = decode("gzip", compressed(std::string(40 << 20, '\0'), 31), 1024);
  EXPECT_THAT(bomb.problem, HasSubstr("found a bomb"));
  EXPECT_LT(bomb.body.size(), std::size_t{4} << 20);
}

}  // namespace
}  // namespace hearsay
