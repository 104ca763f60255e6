#include "document/packed_bytes.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(PackedBytes, WhatIsWrittenIsRead) {
  constexpr std::uint64_t kNumbers[] = {0, 1, 127, 128, 16'383, 16'384, UINT32_MAX, INT64_MAX, UINT64_MAX};
  PackedWriter out;
  for (const std::uint64_t number : kNumbers) {
    out.number(number);
    out.text(std::string(number % 300, 'x') + "é");
  }
  const std::string bytes = out.take();
  PackedReader in(bytes), skipping(bytes);
  for (const std::uint64_t number : kNumbers) {
    EXPECT_FALSE(in.is_done());
    EXPECT_EQ(in.number(number), number);
    EXPECT_EQ(in.text(), std::string(number % 300, 'x') + "é");
    EXPECT_EQ(skipping.number(), number);
    skipping.skip_text();
  }
  EXPECT_TRUE(in.is_done());
  EXPECT_TRUE(skipping.is_done());
}

TEST(PackedBytes, AFaultStays) {
  using namespace std::string_view_literals;
  for (const std::string_view bytes :
       {""sv, "\x80"sv, "\x80\x00"sv, "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02"sv,
        "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"sv}) {
    PackedReader in(bytes);
    EXPECT_EQ(in.number(), 0u);
    EXPECT_FALSE(in.is_good());
    EXPECT_EQ(in.text(), "");
    EXPECT_FALSE(in.is_done());
  }
  PackedReader large("\x05\x01");
  EXPECT_EQ(large.number(4), 0u);
  EXPECT_EQ(large.number(), 0u);
}

TEST(PackedBytes, TextsAreWholeAndValid) {
  PackedReader cut("\3ab"), invalid("\1\xff"), long_one("\3abc"), many("\3ab");
  EXPECT_EQ(cut.text(), "");
  EXPECT_FALSE(cut.is_good());
  EXPECT_EQ(invalid.text(), "");
  EXPECT_FALSE(invalid.is_good());
  EXPECT_EQ(long_one.text(2), "");
  EXPECT_FALSE(long_one.is_good());
  EXPECT_EQ(many.count(), 0u);
  EXPECT_FALSE(many.is_good());
}

}  // namespace
}  // namespace hearsay
