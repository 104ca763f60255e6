#include "document/encoding_guess.h"

#include <array>
#include <cstddef>

#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 10;

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Bytes of a UTF-8 sequence that begins here with more than one byte; 0 for none.
std::size_t sequence_at(std::string_view bytes, std::size_t i) {
  const auto lead = static_cast<unsigned char>(bytes[i]);
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  const std::string_view sequence = bytes.substr(i, length);
  return sequence.size() == length && find_invalid_utf8(sequence) == length ? length : 0;
}

// Latin letters have a zero for every other byte.
std::string_view guess_utf16(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};  // at even and at odd places
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t half = bytes.size() / 2;
  const auto many = [&](std::size_t count) { return count >= 3 && count * 10 >= half * 4; };
  const auto few = [&](std::size_t count) { return count * 20 <= half; };
  if (many(zeros[1]) && few(zeros[0])) return "UTF-16LE";
  if (many(zeros[0]) && few(zeros[1])) return "UTF-16BE";
  return "";
}

// An accented letter among others, or one of the signs that texts have: quotation marks, dashes, "£".
bool is_likely_1252(std::string_view bytes, std::size_t i) {
  constexpr std::string_view kSigns =
      "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA7\xA9\xAB\xAE\xB0\xBB\xBD";
  if (kSigns.find(bytes[i]) != std::string_view::npos) return true;
  const auto letter_at = [&](std::size_t k) { return is_letter(static_cast<unsigned char>(bytes[k])); };
  return static_cast<unsigned char>(bytes[i]) >= 0xC0 &&
         ((i > 0 && letter_at(i - 1)) || (i + 1 < bytes.size() && letter_at(i + 1)));
}

std::string_view guess_1252(std::string_view bytes) {
  std::size_t other = 0;
  std::size_t likely = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte == 0) return "";
    if (byte < 0x80) continue;
    if (sequence_at(bytes, i) > 0) return "";
    ++other;
    likely += is_likely_1252(bytes, i) ? 1 : 0;
  }
  const bool some = other > 0 && other * 5 <= bytes.size();
  return some && likely * 10 >= other * 9 ? "windows-1252" : "";
}

}  // namespace

std::string_view guess_encoding(std::string_view bytes) {
  const std::string_view beginning = bytes.substr(0, kMostBytes);
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) return "UTF-16";
  if (const std::string_view guess = guess_utf16(beginning); !guess.empty()) return guess;
  return guess_1252(beginning);
}

std::string conversion_words(std::string_view encoding) {
  return ": iconv -f " + std::string(encoding) + " -t UTF-8 converts it";
}

std::string encoding_hint(std::string_view bytes) {
  const std::string guess(guess_encoding(bytes));
  if (guess.empty()) return "";
  return "; it seems to be " + guess + conversion_words(guess);
}

}  // namespace hearsay
