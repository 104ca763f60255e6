#include "format/html_text.h"

#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Controls but for tab and line feed, and the second range of controls (U+0080 to
// U+009F), which browsers read as Windows-1252.
bool is_forbidden(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE;
}

unsigned hex_value(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

void append_escaped(std::string_view bytes, char32_t value, std::string& out) {
  switch (value) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    case '\r':
      out += '\n';
      break;
    default:
      out += is_forbidden(value) ? kReplacement : bytes;
  }
}

}  // namespace

void append_html(std::string_view text, std::string& out) {
  std::size_t valid_until = find_invalid_utf8(text);
  for (std::size_t i = 0; i < text.size();) {
    if (i == valid_until) {
      out += kReplacement;
      ++i;
      valid_until = i + find_invalid_utf8(text.substr(i));
      continue;
    }
    const CodePoint c = decode_utf8(text, i);
    const std::size_t length = text.substr(i).starts_with("\r\n") ? 2 : c.length;
    append_escaped(text.substr(i, length), c.value, out);
    i += length;
  }
}

std::string csp_hash(std::string_view sha256_hex) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out = "sha256-";
  // 256 bits are 42 digits of base 64 and 4 bits more, hence one `=`.
  unsigned bits = 0;
  int count = 0;
  for (const char digit : sha256_hex) {
    bits = (bits << 4) | hex_value(digit);
    count += 4;
    if (count >= 6) {
      count -= 6;
      out += kDigits[(bits >> count) & 63];
    }
  }
  if (count > 0) out += kDigits[(bits << (6 - count)) & 63];
  return out + "=";
}

std::string html(std::string_view text) {
  std::string out;
  append_html(text, out);
  return out;
}

std::string part_id(std::size_t document, char part, std::size_t number) {
  std::string id = "d";
  id.append(std::to_string(document + 1)).append("-").append(1, part).append(std::to_string(number + 1));
  return id;
}

}  // namespace hearsay
