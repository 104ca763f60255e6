#include "claims/signature_bytes.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

ArticleSignature full_signature() {
  ArticleSignature signature{.shingles = 70'000, .left_out = 3};
  for (std::uint32_t i = 0; i < kSketchSize; ++i) signature.smallest.push_back(i * 33'000'000);
  for (std::uint32_t i = 0; i < kMaxPassages; ++i) {
    Passage passage{
        .block = i * 70'000, .kind = PassageKind::quote, .words = 65'535, .key = 0xfffffff0 + i % 9};
    passage.mins.fill(static_cast<std::uint8_t>(200 + i % 50));
    signature.passages.push_back(passage);
  }
  return signature;
}

ArticleSignature short_signature() {
  return {.shingles = 2, .smallest = {0, 0xffffffff}, .passages = {{.block = 1, .words = 12, .key = 5}}};
}

TEST(SignatureBytes, KeepEverything) {
  for (const ArticleSignature& signature : {full_signature(), short_signature(), ArticleSignature{}}) {
    const auto decoded = decode_signature(encode_signature(signature));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(*decoded, signature);
  }
  EXPECT_EQ(encode_signature(full_signature()).size(), 2251u);
}

TEST(SignatureBytes, TruncatedOnesAreRefused) {
  const std::string bytes = encode_signature(full_signature());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_signature(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(decode_signature(bytes + '\0'));
}

TEST(SignatureBytes, DamagedOnesAreRefusedOrAnotherSignature) {
  for (const ArticleSignature& signature : {full_signature(), short_signature()}) {
    const std::string bytes = encode_signature(signature);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
        if (const auto decoded = decode_signature(damaged)) {
          EXPECT_EQ(encode_signature(*decoded), damaged);
        }
      }
    }
  }
}

TEST(SignatureBytes, OfAnotherVersionAreRefused) {
  std::string bytes = encode_signature(short_signature());
  bytes[0] = static_cast<char>(kSignatureVersion + 1);
  EXPECT_FALSE(decode_signature(bytes));
}

}  // namespace
}  // namespace hearsay
