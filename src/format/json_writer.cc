#include "format/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

namespace hearsay {
namespace {

// What follows the backslash: 0 for bytes that stand as they are, 'u' for
// controls without a short name.
constexpr std::array<char, 256> kEscape = [] {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = 'u';
  table['\b'] = 'b';
  table['\t'] = 't';
  table['\n'] = 'n';
  table['\f'] = 'f';
  table['\r'] = 'r';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

}  // namespace

void append_json_string(std::string_view value, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    const char escape = kEscape[byte];
    if (escape == 0) continue;
    out.append(value, copied, i - copied);
    copied = i + 1;
    out += '\\';
    out += escape;
    if (escape == 'u') {
      out += "00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  out.append(value, copied);
  out += '"';
}

void append_json_number(std::uint32_t value, std::string& out) {
  std::array<char, 10> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_json_probability(float value, std::string& out) {
  const long hundredths = std::lround(value * 100.0f);
  out += hundredths >= 100 ? "1." : "0.";
  out += static_cast<char>('0' + hundredths / 10 % 10);
  out += static_cast<char>('0' + hundredths % 10);
}

}  // namespace hearsay
