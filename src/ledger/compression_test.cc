#include "ledger/compression.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(Compression, GivesBackWhatItWasGiven) {
  for (const std::string& bytes :
       {std::string(), std::string("a"), std::string(100'000, 'x'), std::string("\0\xff", 2)}) {
    EXPECT_EQ(decompress(compress(bytes)), bytes);
  }
}

TEST(Compression, MakesRepetitionSmall) { EXPECT_LT(compress(std::string(100'000, 'x')).size(), 200u); }

TEST(Compression, RefusesOtherBytes) {
  const std::string frame = compress("the bridge was closed, the bridge was closed");
  EXPECT_FALSE(decompress(""));
  EXPECT_FALSE(decompress("the bridge"));
  EXPECT_FALSE(decompress(frame.substr(0, frame.size() - 1)));
  for (std::size_t i = 0; i < frame.size(); ++i) {
    std::string damaged = frame;
    damaged[i] ^= 0x55;
    const auto read = decompress(damaged);
    EXPECT_LT(read.value_or("").size(), 1u << 20);
  }
}

}  // namespace
}  // namespace hearsay
