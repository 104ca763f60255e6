#include "tokenizer/glyph.h"

#include "document/unicode.h"

namespace hearsay {
namespace {

GlyphKind kind_of_class(CharClass c) {
  switch (c) {
    case CharClass::upper:
      return GlyphKind::upper;
    case CharClass::lower:
      return GlyphKind::lower;
    case CharClass::letter:
      return GlyphKind::letter;
    case CharClass::mark:
      return GlyphKind::joiner;
    case CharClass::digit:
    case CharClass::number:
      return GlyphKind::digit;
    case CharClass::punct:
      return GlyphKind::punct;
    case CharClass::symbol:
      return GlyphKind::symbol;
    case CharClass::space:
      return GlyphKind::space;
    case CharClass::other:
      return GlyphKind::other;
  }
  return GlyphKind::other;
}

constexpr GlyphKind ascii_kind(char c) {
  constexpr std::string_view kSymbols = "$+<=>^|~";
  if (c >= 'a' && c <= 'z') return GlyphKind::lower;
  if (c >= 'A' && c <= 'Z') return GlyphKind::upper;
  if (c >= '0' && c <= '9') return GlyphKind::digit;
  if (c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F)) return GlyphKind::space;
  if (c < ' ' || c == 0x7F) return GlyphKind::other;
  if (c == '\'' || c == '`') return GlyphKind::apostrophe;
  if (c == '-') return GlyphKind::hyphen;
  if (c == '.') return GlyphKind::period;
  return kSymbols.find(c) == std::string_view::npos ? GlyphKind::punct : GlyphKind::symbol;
}

// Of a code point beyond ASCII.
GlyphKind kind_of(char32_t c) {
  switch (c) {
    case U'\u2019':
    case U'\u00B4':
      return GlyphKind::apostrophe;
    case U'\u2010':
    case U'\u2011':
      return GlyphKind::hyphen;
    case U'\u00AD':  // soft hyphen
    case U'\u200C':  // zero width non-joiner
    case U'\u200D':  // zero width joiner
      return GlyphKind::joiner;
    default:
      return kind_of_class(char_class(c));
  }
}

}  // namespace

namespace internal {

// A constant, so that it is there before any other file's initialisers run.
constinit const std::array<GlyphKind, 128> kAsciiKind = [] {
  std::array<GlyphKind, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = ascii_kind(static_cast<char>(c));
  return table;
}();

Glyph decode_glyph(std::string_view text, std::size_t at) {
  const CodePoint c = decode_utf8(text, at);
  return {c.value, c.length, kind_of(c.value)};
}

}  // namespace internal
}  // namespace hearsay
