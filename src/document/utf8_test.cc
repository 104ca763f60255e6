// UTF-8 against table 3-7 of the Unicode standard, sequence by sequence.
#include "document/utf8.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "document/unicode.h"

namespace hearsay {
namespace {

// The code point that the whole of `s` encodes, by arithmetic and the rule that the
// shortest form is the only one.
std::optional<char32_t> decode_whole(std::string_view s) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  std::size_t length = 0;
  char32_t value = 0;
  if (byte(0) < 0x80) {
    length = 1, value = byte(0);
  } else if (byte(0) >> 5 == 6) {
    length = 2, value = byte(0) & 0x1F;
  } else if (byte(0) >> 4 == 14) {
    length = 3, value = byte(0) & 0x0F;
  } else if (byte(0) >> 3 == 30) {
    length = 4, value = byte(0) & 0x07;
  }
  if (length != s.size()) return std::nullopt;
  for (std::size_t i = 1; i < length; ++i) {
    if (byte(i) >> 6 != 2) return std::nullopt;
    value = value << 6 | (byte(i) & 0x3F);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (value < kLeast[length] || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
  return value;
}

void check(const std::string& s) {
  const auto expected = decode_whole(s);
  if (!expected) {
    // No prefix is that long, so it may still be several code points.
    if (is_valid_utf8(s)) {
      ASSERT_LT(decode_utf8(s, 0).length, s.size());
    }
    return;
  }
  ASSERT_TRUE(is_valid_utf8(s));
  const CodePoint c = decode_utf8(s, 0);
  ASSERT_EQ(c.value, *expected);
  ASSERT_EQ(c.length, s.size());
  std::string again;
  append_utf8(c.value, again);
  ASSERT_EQ(again, s);
  ASSERT_EQ(previous_code_point("x" + s, s.size() + 1), 1u);
}

TEST(Utf8Reference, AgreesOnEverySequenceOfUpToThreeBytes) {
  for (int a = 0; a < 256; ++a) {
    check({static_cast<char>(a)});
    for (int b = 0; b < 256; ++b) check({static_cast<char>(a), static_cast<char>(b)});
  }
  for (int a = 0xDF; a < 0xF2; ++a) {
    for (int b = 0; b < 256; ++b) {
      for (int c = 0x7E; c < 0xC2; c += 3) {
        check({static_cast<char>(a), static_cast<char>(b), static_cast<char>(c)});
      }
    }
  }
}

TEST(Utf8Reference, AgreesOnSequencesOfFourBytes) {
  for (int a = 0xEF; a < 0x100; ++a) {
    for (int b = 0x7E; b < 0xC2; ++b) {
      for (const int c : {0x00, 0x7F, 0x80, 0xA5, 0xBF, 0xC0}) {
        for (const int d : {0x00, 0x7F, 0x80, 0xA5, 0xBF, 0xC0}) {
          check({static_cast<char>(a), static_cast<char>(b), static_cast<char>(c), static_cast<char>(d)});
        }
      }
    }
  }
}

// Wherever in a long text the first bad byte stands, it is found there.
TEST(Utf8Reference, FindsABadByteAtAnyPlace) {
  for (std::size_t length : {0, 1, 7, 8, 15, 16, 31, 32, 63, 64, 65, 127, 200}) {
    for (const std::string_view filler : {"a", "\u00e9", "\u6771", "\U0001F600"}) {
      std::string text;
      while (text.size() < length) text += filler;
      ASSERT_TRUE(is_valid_utf8(text));
      for (const std::string_view bad : {"\x80", "\xc3", "\xed\xa0\x80", "\xf5", "\xe2\x82", "\xc0\xaf"}) {
        ASSERT_EQ(find_invalid_utf8(text + std::string(bad)), text.size());
        ASSERT_EQ(find_invalid_utf8(text + std::string(bad) + "aaaaaaaaaaaaaaaaaaaaaaaa"), text.size());
      }
    }
  }
}

TEST(Utf8Reference, CodePointIndexCountsLikeALoop) {
  std::string text;
  std::uint32_t state = 1;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1664525 + 1013904223;
    append_utf8(std::u32string_view(U"a\u00e9\u6771\U0001F600")[state >> 30], text);
  }
  const CodePointIndex index(text);
  std::uint32_t seen = 0;
  for (std::uint32_t i = 0; i < text.size(); i += decode_utf8(text, i).length) {
    ASSERT_EQ(index.at(i), seen);
    ++seen;
  }
  EXPECT_EQ(index.at(static_cast<std::uint32_t>(text.size())), seen);
}

TEST(UnicodeReference, LowerCaseIsStable) {
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const char32_t lower = to_lower(c);
    ASSERT_EQ(to_lower(lower), lower) << static_cast<std::uint32_t>(c);
    if (lower == c) continue;
    const CharClass k = char_class(lower);
    ASSERT_TRUE(is_letter(k) || k == CharClass::mark || k == CharClass::number || k == CharClass::symbol);
  }
}

TEST(Unicode, FindsBaseLetters) {
  const auto base = [](std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint c = decode_utf8(text, i);
      append_base(c.value, out);
      i += c.length;
    }
    return out;
  };
  EXPECT_EQ(base("R\u00f8nnevik"), "ronnevik");
  EXPECT_EQ(base("\u00c9TAT, Stra\u00dfe 7"), "etat, strasse 7");
  EXPECT_EQ(base("e\u0301\u4e2d"), "e\u4e2d");
}

}  // namespace
}  // namespace hearsay
