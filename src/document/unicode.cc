#include "document/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "document/utf8.h"

namespace hearsay {
namespace {

CharClass class_of(char32_t c) {
  // Next line, zero width space, byte order mark.
  if (c == 0x85 || c == 0x200B || c == 0xFEFF) return CharClass::space;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::upper;
    case UTF8PROC_CATEGORY_LL:
      return CharClass::lower;
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return CharClass::letter;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharClass::mark;
    case UTF8PROC_CATEGORY_ND:
      return CharClass::digit;
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharClass::number;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return CharClass::punct;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
      return CharClass::symbol;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharClass::space;
    default:
      return CharClass::other;
  }
}

// A constant, so that it is there before any other file's initialisers run.
constinit const std::array<CharClass, 128> kAsciiClass = [] {
  constexpr std::string_view kSymbols = "$+<=>^`|~";
  std::array<CharClass, 128> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto c = static_cast<char>(i);
    CharClass& entry = table[i];
    if (c >= 'a' && c <= 'z')
      entry = CharClass::lower;
    else if (c >= 'A' && c <= 'Z')
      entry = CharClass::upper;
    else if (c >= '0' && c <= '9')
      entry = CharClass::digit;
    else if (c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F))
      entry = CharClass::space;
    else if (c < ' ' || c == 0x7F)
      entry = CharClass::other;
    else
      entry = kSymbols.find(c) == std::string_view::npos ? CharClass::punct : CharClass::symbol;
  }
  return table;
}();

}  // namespace

CharClass char_class(char32_t c) { return c < kAsciiClass.size() ? kAsciiClass[c] : class_of(c); }

char32_t to_lower(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

void to_lower(std::string_view text, std::string& out) {
  out.clear();
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = decode_utf8(text, i);
    append_utf8(to_lower(c.value), out);
    i += c.length;
  }
}

void append_base(char32_t c, std::string& out) {
  if (c < kAsciiClass.size()) {
    out += static_cast<char>(to_lower(c));
    return;
  }
  struct Stroke {
    char32_t letter;
    const char* base;
  };
  // Letters that Unicode does not take apart.
  static constexpr Stroke kStrokes[] = {
      {U'\u00e6', "ae"}, {U'\u00f0', "d"}, {U'\u00f8', "o"}, {U'\u00fe', "th"}, {U'\u0111', "d"},
      {U'\u0127', "h"},  {U'\u0131', "i"}, {U'\u0142', "l"}, {U'\u0153', "oe"}, {U'\u00df', "ss"}};
  const char32_t lower = to_lower(c);
  for (const Stroke& stroke : kStrokes) {
    if (stroke.letter == lower) {
      out += stroke.base;
      return;
    }
  }
  std::array<utf8proc_int32_t, 16> parts{};
  int boundary = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(lower), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK), &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
    append_utf8(static_cast<char32_t>(parts[static_cast<std::size_t>(i)]), out);
  }
}

}  // namespace hearsay
