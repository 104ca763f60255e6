#include "archives/decompressor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "archives/test_compression.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Text that compresses about four times, other for each seed.
std::string words(std::size_t size, unsigned seed = 1) {
  std::string text;
  while (text.size() < size) {
    seed = seed * 1664525u + 1013904223u;
    text += "word" + std::to_string(seed >> 20) + ((seed >> 28) == 0 ? "\n" : " ");
  }
  text.resize(size);
  return text;
}

struct Read {
  std::string text;
  std::vector<std::string> faults;
};

Read read_all(std::string_view bytes) {
  std::istringstream file{std::string(bytes)};
  Decompressor in(*file.rdbuf());
  Read read;
  for (;;) {
    char piece[1000];
    const std::streamsize size = in.sgetn(piece, sizeof piece);
    read.text.append(piece, static_cast<std::size_t>(size));
    if (size > 0) continue;
    if (const std::optional<Error> fault = in.take_fault()) read.faults.push_back(fault->message);
    if (!in.resume()) return read;
  }
}

void expect_text(std::string_view bytes, const std::string& text) {
  const Read read = read_all(bytes);
  EXPECT_TRUE(read.faults.empty()) << read.faults[0];
  EXPECT_TRUE(read.text == text) << read.text.size() << " bytes of " << text.size();
}

TEST(Decompressor, PlainBytesAreLeftAlone) {
  for (const std::size_t size : {0, 1, 3, 5, 300'000, 2'000'000}) expect_text(words(size), words(size));
}

TEST(Decompressor, MembersOfAnySize) {
  std::string text, gz, zst;
  for (const std::size_t size : {0, 1, 1000, 3'000'000, 9'000'000, 500, 70'000}) {
    const std::string part = words(size, static_cast<unsigned>(size));
    text += part;
    gz += gzip(part);
    zst += zstd(part) + skippable("anything");
  }
  expect_text(gz, text);
  expect_text(zst, text);
}

TEST(Decompressor, ZerosBehindTheLastMember) { expect_text(gzip("one") + std::string(700, '\0'), "one"); }

TEST(Decompressor, FrameWithoutItsSize) {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  const std::string text = words(1'000'000);
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), text.data(), text.size()));
  ZSTD_freeCCtx(context);
  expect_text(out, text);
}

TEST(Decompressor, DictionaryInTheFirstFrame) {
  const std::string dictionary = words(20'000), text = dictionary.substr(5000, 3000);
  ZSTD_CCtx* context = ZSTD_createCCtx();
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  frame.resize(ZSTD_compress_usingDict(context, frame.data(), frame.size(), text.data(), text.size(),
                                       dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  EXPECT_LT(frame.size(), 200u);
  expect_text(skippable(dictionary, 0x184D2A5D) + frame + frame, text + text);
  expect_text(skippable(zstd(dictionary), 0x184D2A5D) + frame, text);
  EXPECT_FALSE(read_all(frame).faults.empty() && read_all(frame).text == text);
}

TEST(Decompressor, CutShort) {
  const std::string text = words(100'000);
  for (const std::string& bytes : {gzip(text), zstd(text)}) {
    const Read read = read_all(bytes.substr(0, bytes.size() - 5));
    ASSERT_EQ(read.faults.size(), 1u);
    EXPECT_THAT(read.faults[0], HasSubstr(" at byte 0: expected its end, found that of the file at byte " +
                                          std::to_string(bytes.size() - 5)));
    EXPECT_TRUE(text.starts_with(read.text));
  }
}

TEST(Decompressor, GoesOnBehindADamagedMember) {
  const std::string one = words(50'000, 1), two = words(50'000, 2), three = words(50'000, 3);
  const auto damaged = [](std::string bytes) {
    bytes.replace(bytes.size() / 2, 20, 20, '\x55');
    return bytes;
  };
  const Read gz = read_all(gzip(one) + damaged(gzip(two)) + gzip(three));
  EXPECT_THAT(gz.faults, ElementsAre(HasSubstr("gzip member at byte " + std::to_string(gzip(one).size()) +
                                               ": damaged near byte ")));
  EXPECT_TRUE(gz.text.starts_with(one) && gz.text.ends_with(three));
  const Read zst = read_all(zstd(one) + damaged(zstd(two)) + zstd(three));
  EXPECT_EQ(zst.faults.size(), 1u);
  EXPECT_TRUE(zst.text.starts_with(one) && zst.text.ends_with(three));
}

TEST(Decompressor, GoesOnWhereBytesAreMissing) {
  const std::string one = words(50'000, 1), two = words(50'000, 2);
  for (const auto& compress :
       {+[](std::string_view b) { return gzip(b); }, +[](std::string_view b) { return zstd(b); }}) {
    const Read read = read_all(compress(one).substr(0, 9000) + compress(two));
    EXPECT_EQ(read.faults.size(), 1u);
    EXPECT_TRUE(read.text.ends_with(two));
  }
}

TEST(Decompressor, OtherBytesBetweenMembers) {
  const Read gz = read_all(gzip("one ") + "garbage" + gzip("two"));
  EXPECT_EQ(gz.text, "one two");
  EXPECT_THAT(gz.faults, ElementsAre(HasSubstr("expected a gzip member, found other bytes")));
  const Read zst = read_all(zstd("one ") + "garbage" + zstd("two"));
  EXPECT_EQ(zst.text, "one two");
  EXPECT_THAT(zst.faults, ElementsAre(HasSubstr("expected a zstd frame, found other bytes")));
}

TEST(Decompressor, BombsAreCutShort) {
  const std::string zeros(std::size_t{100} << 20, '\0');
  for (const std::string& bomb : {gzip(zeros) + gzip("after"), zstd(zeros) + zstd("after")}) {
    const Read read = read_all(bomb);
    EXPECT_THAT(read.faults, ElementsAre(HasSubstr("expected at most 200 times its compressed size")));
    EXPECT_LT(read.text.size(), std::size_t{110} << 20);
    EXPECT_TRUE(read.text.ends_with("after"));
  }
}

TEST(Decompressor, WindowsBeyondTheLimit) {
  // Magic number; a window of 1 GiB, no size; an empty last block.
  const std::string frame("\x28\xb5\x2f\xfd\x00\xa0\x01\x00\x00", 9);
  EXPECT_THAT(read_all(frame).faults, ElementsAre(HasSubstr("expected a window of at most 134217728 bytes")));
}

TEST(Decompressor, SaysWhereItIs) {
  std::istringstream file(gzip("one") + gzip("two"));
  Decompressor in(*file.rdbuf());
  EXPECT_EQ(in.peek(3), "one");
  EXPECT_EQ(in.place(), "byte 0");
  in.sbumpc();
  EXPECT_EQ(in.place(), "byte 0 (decompressed: 1)");
  EXPECT_EQ(in.peek(100), "netwo");
  EXPECT_TRUE(in.is_compressed());
  std::istringstream plain("one\ntwo\n");
  Decompressor other(*plain.rdbuf());
  EXPECT_EQ(other.peek(100, true), "one\ntwo\n");
  other.sbumpc();
  EXPECT_EQ(other.place(), "byte 1");
  EXPECT_EQ(other.position(), 1u);
}

}  // namespace
}  // namespace hearsay
