#include "tokenizer/lines.h"

#include <algorithm>

#include "tokenizer/glyph.h"

namespace hearsay {
namespace {

// Widths of lines that programs wrap text at, in code points.
constexpr std::uint32_t kMinWidth = 50;
constexpr std::uint32_t kMaxWidth = 130;

// A line break inside a block and the lines around it, in code points.
struct Break {
  std::size_t at = 0;           // the first byte of the line after it
  std::uint32_t width = 0;      // of the line before
  std::uint32_t next_word = 0;  // of the first word of the line after
  bool hard = false;            // U+2028, or a line of other kind than text
  std::uint32_t needed() const { return width + 1 + next_word; }
};

bool is_break(char32_t c) { return c == '\n' || c == '\r' || c == U'\u2028' || c == U'\u0085'; }

// Calls visit(Break) for each line break inside `block` that has words on both
// sides.
template <typename Visit>
void for_each_break(std::string_view text, Span block, Visit visit) {
  std::uint32_t width = 0;  // of the line so far, without white space at its end
  std::uint32_t column = 0;
  for (std::size_t i = block.begin; i < block.end;) {
    const Glyph g = glyph_at(text, i);
    if (!is_break(g.value)) {
      ++column;
      if (g.kind != GlyphKind::space) width = column;
      i += g.length;
      continue;
    }
    Break found{.width = width, .hard = g.value == U'\u2028'};
    while (i < block.end && glyph_at(text, i).kind == GlyphKind::space) {
      found.at = i += glyph_at(text, i).length;
    }
    for (std::size_t k = i; k < block.end && found.next_word < kMaxWidth; ++found.next_word) {
      const Glyph next = glyph_at(text, k);
      if (next.kind == GlyphKind::space) break;
      k += next.length;
    }
    if (width > 0 && i < block.end) visit(found);
    width = column = 0;
  }
}

// What a document's line breaks say about how it was wrapped.
struct Wrapping {
  std::uint32_t width = 0;  // 0: not wrapped, every break is hard
};

Wrapping detect_wrapping(std::string_view text, const std::vector<Span>& blocks) {
  std::uint32_t widest = 0;
  std::uint32_t count = 0;
  for (const Span block : blocks) {
    for_each_break(text, block, [&](const Break& b) {
      widest = std::max(widest, b.width);
      ++count;
    });
  }
  if (count == 0 || widest < kMinWidth || widest > kMaxWidth) return {};
  std::uint32_t full = 0;
  for (const Span block : blocks) {
    for_each_break(text, block, [&](const Break& b) { full += b.needed() > widest; });
  }
  // Three of four: lists and addresses inside a wrapped text have short lines.
  return {full * 4 >= count * 3 ? widest : 0};
}

}  // namespace

void find_segments(const Document& doc, std::vector<Span>& segments) {
  segments.clear();
  std::vector<Span> blocks;
  for (const Block& block : doc.blocks) blocks.push_back(block.span);
  if (blocks.empty() && !doc.text.empty()) blocks.push_back({0, static_cast<std::uint32_t>(doc.text.size())});
  const Wrapping wrapping = detect_wrapping(doc.text, blocks);
  for (const Span block : blocks) {
    std::uint32_t begin = block.begin;
    for_each_break(doc.text, block, [&](const Break& b) {
      if (!b.hard && wrapping.width > 0 && b.needed() > wrapping.width) return;
      segments.push_back({begin, static_cast<std::uint32_t>(b.at)});
      begin = static_cast<std::uint32_t>(b.at);
    });
    if (begin < block.end) segments.push_back({begin, block.end});
  }
}

}  // namespace hearsay
