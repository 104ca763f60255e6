#include "document/encoding_guess.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

std::string utf16(const std::string& text, bool big_endian) {
  std::string bytes;
  for (const char c : text) {
    if (big_endian) bytes += '\0';
    bytes += c;
    if (!big_endian) bytes += '\0';
  }
  return bytes;
}

TEST(EncodingGuess, KnowsUtf16ByItsMarkOrItsZeros) {
  EXPECT_EQ(guess_encoding("\xFF\xFEx"), "UTF-16");
  EXPECT_EQ(guess_encoding("\xFE\xFFx"), "UTF-16");
  EXPECT_EQ(guess_encoding(utf16("Holm said no.", false)), "UTF-16LE");
  EXPECT_EQ(guess_encoding(utf16("Holm said no.", true)), "UTF-16BE");
  EXPECT_EQ(guess_encoding(std::string(40, '\0')), "");
  EXPECT_EQ(guess_encoding(std::string("PK\3\4\0\0\x14\0\x08\0", 10)), "");
  EXPECT_EQ(guess_encoding(std::string(1, '\0')), "");
}

TEST(EncodingGuess, KnowsWindows1252ByLettersAndQuotationMarks) {
  EXPECT_EQ(guess_encoding("The caf\xE9 is \x93safe\x94, she said."), "windows-1252");
  EXPECT_EQ(guess_encoding("It cost \xA3"
                           "40, Ren\xE9 said."),
            "windows-1252");
  EXPECT_EQ(guess_encoding("plain"), "");
  EXPECT_EQ(guess_encoding("na\xC3\xAFve, and cut off: caf\xC3"), "");     // UTF-8, damaged
  EXPECT_EQ(guess_encoding("\xCC\xFD\xF0 \xF1\xEA\xE0\xE7\xE0\xEB"), "");  // Cyrillic
  EXPECT_EQ(guess_encoding("\x89PNG\r\n\x1A\n and more bytes of it"), "");
}

TEST(EncodingGuess, SaysHowToConvert) {
  EXPECT_EQ(encoding_hint("Ren\xE9 said it."),
            "; it seems to be windows-1252: iconv -f windows-1252 -t UTF-8 converts it");
  EXPECT_EQ(encoding_hint("\xFF"), "");
  EXPECT_EQ(encoding_hint(""), "");
}

}  // namespace
}  // namespace hearsay
