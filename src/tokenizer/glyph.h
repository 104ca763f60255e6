// Code points as the tokenizer sees them.
#ifndef HEARSAY_SRC_TOKENIZER_GLYPH_H_
#define HEARSAY_SRC_TOKENIZER_GLYPH_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "document/utf8.h"

namespace hearsay {

enum class GlyphKind : std::uint8_t {
  space,
  upper,
  lower,
  letter,      // of a script without case
  digit,       // and other numbers
  joiner,      // belongs to what stands before it: combining marks, soft hyphen, ZWJ
  apostrophe,  // ' and U+2019, and ` and U+00B4, which stand for it
  hyphen,      // - and U+2010, U+2011
  period,
  punct,
  symbol,
  other,  // controls, unassigned
};

struct Glyph {
  char32_t value = 0;
  std::uint32_t length = 0;  // bytes; 0 past the end
  GlyphKind kind = GlyphKind::space;
};

namespace internal {
extern const std::array<GlyphKind, 128> kAsciiKind;
Glyph decode_glyph(std::string_view text, std::size_t at);
}  // namespace internal

// The glyph at byte `at`; a space of length 0 past the end. Requires: valid
// UTF-8, `at` between two code points.
inline Glyph glyph_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 128) return {byte, 1, internal::kAsciiKind[byte]};
  return internal::decode_glyph(text, at);
}

// The glyph that ends at byte `at`; a space of length 0 at the beginning.
inline Glyph glyph_before(std::string_view text, std::size_t at) {
  return at == 0 ? Glyph{} : glyph_at(text, previous_code_point(text, at));
}

inline bool is_letter(GlyphKind kind) {
  return kind == GlyphKind::upper || kind == GlyphKind::lower || kind == GlyphKind::letter;
}

// True for what words and numbers are made of.
inline bool is_word(GlyphKind kind) {
  return is_letter(kind) || kind == GlyphKind::digit || kind == GlyphKind::joiner;
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_GLYPH_H_
