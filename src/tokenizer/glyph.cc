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

GlyphKind kind_of(char32_t c) {
  switch (c) {
    case '\'':
    case U'\u2019':
      return GlyphKind::apostrophe;
    case '-':
    case U'\u2010':
    case U'\u2011':
      return GlyphKind::hyphen;
    case '.':
      return GlyphKind::period;
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

const std::array<GlyphKind, 128> kAsciiKind = [] {
  std::array<GlyphKind, 128> table{};
  for (char32_t c = 0; c < table.size(); ++c) table[c] = kind_of(c);
  return table;
}();

Glyph decode_glyph(std::string_view text, std::size_t at) {
  const CodePoint c = decode_utf8(text, at);
  return {c.value, c.length, kind_of(c.value)};
}

}  // namespace internal
}  // namespace hearsay
