#include "pages/character_references.h"

#include <algorithm>
#include <array>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>

#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::string_view kNamed =
#include "pages/named_characters.inc"
    ;

// Those that the standard knows without their semicolon, too.
constexpr std::string_view kWithoutSemicolon =
    "AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT "
    "Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN "
    "Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar "
    "ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 "
    "gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute "
    "ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 "
    "sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml ";

constexpr std::size_t kLongestName = 31;

struct NamedCharacter {
  std::string_view value;
  bool needs_semicolon = true;
};

using NameTable = boost::unordered_flat_map<std::string_view, NamedCharacter>;

NameTable read_table() {
  NameTable table;
  for (std::size_t i = 0; i < kNamed.size();) {
    const std::size_t equals = kNamed.find('=', i);
    const std::size_t space = kNamed.find(' ', equals + 2);
    table[kNamed.substr(i, equals - i)].value = kNamed.substr(equals + 1, space - equals - 1);
    i = space + 1;
  }
  for (std::size_t i = 0; i < kWithoutSemicolon.size();) {
    const std::size_t space = kWithoutSemicolon.find(' ', i);
    table[kWithoutSemicolon.substr(i, space - i)].needs_semicolon = false;
    i = space + 1;
  }
  return table;
}

const NameTable& names() {
  static const NameTable table = read_table();
  return table;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// What pages mean by the numbers 128 to 159, which Unicode has for control characters.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

char32_t character_of_number(std::uint32_t number) {
  if (number >= 0x80 && number < 0xA0) return kWindows1252[number - 0x80];
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000)) return 0xFFFD;
  return number;
}

// Each returns how many bytes of `text`, which begins with "&", it has read; 0: none.
std::size_t decode_number(std::string_view text, std::string& out) {
  std::size_t i = 2;
  const bool is_hex = i < text.size() && (text[i] == 'x' || text[i] == 'X');
  if (is_hex) ++i;
  const std::size_t first = i;
  std::uint32_t number = 0;
  for (; i < text.size(); ++i) {
    const int digit = is_hex ? hex_value(text[i]) : is_digit(text[i]) ? text[i] - '0' : -1;
    if (digit < 0) break;
    number =
        std::min<std::uint32_t>(0x110000, number * (is_hex ? 16 : 10) + static_cast<std::uint32_t>(digit));
  }
  if (i == first) return 0;
  append_utf8(character_of_number(number), out);
  return i < text.size() && text[i] == ';' ? i + 1 : i;
}

std::size_t decode_name(std::string_view text, bool in_attribute, std::string& out) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  if (end < text.size() && text[end] == ';') {
    if (const auto found = names().find(text.substr(1, end - 1)); found != names().end()) {
      out += found->second.value;
      return end + 1;
    }
  }
  for (; end > 2; --end) {
    const auto found = names().find(text.substr(1, end - 1));
    if (found == names().end() || found->second.needs_semicolon) continue;
    if (in_attribute && end < text.size() &&
        (text[end] == '=' || is_letter(text[end]) || is_digit(text[end]))) {
      return 0;
    }
    out += found->second.value;
    return end;
  }
  return 0;
}

}  // namespace

void decode_references(std::string_view text, bool in_attribute, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t ampersand = std::min(text.find('&', i), text.size());
    out += text.substr(i, ampersand - i);
    i = ampersand;
    if (i == text.size()) break;
    const std::string_view rest = text.substr(i);
    const bool is_number = rest.size() > 1 && rest[1] == '#';
    const std::size_t read = is_number ? decode_number(rest, out) : decode_name(rest, in_attribute, out);
    if (read == 0) out += '&';
    i += std::max<std::size_t>(read, 1);
  }
}

}  // namespace hearsay
