#include "tokenizer/addresses.h"

#include "tokenizer/glyph.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxLocalPart = 64;  // RFC 5321, 4.5.3.1.1

bool ends_url(Glyph g) {
  switch (g.value) {
    case '<':
    case '>':
    case '"':
    case U'\u201C':
    case U'\u201D':
    case U'\u00AB':
    case U'\u00BB':
      return true;
    default:
      return g.kind == GlyphKind::space || g.kind == GlyphKind::other;
  }
}

bool trails_url(char32_t c) {
  constexpr std::u32string_view kTrailing = U".,;:!?'\u2019\u2018)]}\u2026\u2014\u2013*";
  return kTrailing.find(c) != std::u32string_view::npos;
}

bool is_local(Glyph g) {
  constexpr std::u32string_view kSigns = U"._%+-~";
  return is_word(g.kind) || kSigns.find(g.value) != std::u32string_view::npos;
}

}  // namespace

std::size_t url_end(std::string_view text, std::size_t from) {
  std::size_t end = from;
  bool opened = false;
  for (Glyph g = glyph_at(text, end); !ends_url(g); g = glyph_at(text, end)) {
    opened = opened || g.value == '(';
    end += g.length;
  }
  while (end > from) {
    const Glyph last = glyph_before(text, end);
    if (!trails_url(last.value) || (opened && last.value == ')')) break;
    end -= last.length;
  }
  return end;
}

std::size_t email_end(std::string_view text, std::size_t from, std::size_t at) {
  if (at == from || at - from > kMaxLocalPart) return from;
  for (std::size_t i = from; i < at;) {
    const Glyph g = glyph_at(text, i);
    if (!is_local(g)) return from;
    i += g.length;
  }
  std::size_t end = at + 1;
  std::size_t last_word = end;
  for (Glyph g = glyph_at(text, end); is_word(g.kind) || g.value == '.' || g.value == '-' || g.value == '_';
       g = glyph_at(text, end)) {
    end += g.length;
    if (is_word(g.kind)) last_word = end;
  }
  return last_word > at + 1 ? last_word : from;
}

std::size_t handle_end(std::string_view text, std::size_t from) {
  std::size_t end = from + 1;
  bool named = false;
  for (Glyph g = glyph_at(text, end); is_word(g.kind) || g.value == '_'; g = glyph_at(text, end)) {
    named = named || is_letter(g.kind);
    end += g.length;
  }
  return named ? end : from;
}

}  // namespace hearsay
