#include "tokenizer/lines.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "tokenizer/glyph.h"

namespace hearsay {
namespace {

// Widths of lines that programs wrap text at, in code points.
constexpr std::uint32_t kMinWidth = 45;
constexpr std::uint32_t kMaxWidth = 130;

// With fewer breaks than this, some width fits by chance; only the usual ones count.
constexpr std::uint32_t kFewBreaks = 3;
constexpr std::array<std::uint32_t, 6> kUsualWidths = {72, 75, 76, 78, 79, 80};

// The line before a break would have been this wide with one more word.
std::uint32_t needed(const LineBreak& b) { return b.width + 1 + b.next_word; }

bool explains(std::uint32_t width, const LineBreak& b) { return b.width <= width && needed(b) > width; }

// Length in bytes of the line break at `i`, or 0: LF, CR, NEL or U+2028.
std::uint32_t break_length(std::string_view text, std::size_t i) {
  const char c = text[i];
  if (c == '\n' || c == '\r') return 1;
  if (c == '\xC2') return text.substr(i, 2) == "\xC2\x85" ? 2 : 0;
  if (c == '\xE2') return text.substr(i, 3) == "\xE2\x80\xA8" ? 3 : 0;
  return 0;
}

struct Line {
  std::uint32_t begin = 0;  // without white space around it
  std::uint32_t end = 0;
  std::uint32_t width = 0;  // more than kMaxWidth for any line that is
  std::uint32_t first_word = 0;
  bool hard = false;  // ended by U+2028
};

// Reads the line from `i` on, and moves `i` beyond its break.
Line read_line(std::string_view text, std::uint32_t& i, std::uint32_t end) {
  Line line{.begin = i};
  std::uint32_t length = 0;
  while (i < end && (length = break_length(text, i)) == 0) ++i;
  line.end = i;
  line.hard = length == 3;
  i += length;
  while (line.begin < line.end) {
    const Glyph g = glyph_at(text, line.begin);
    if (g.kind != GlyphKind::space) break;
    line.begin += g.length;
  }
  std::uint32_t column = 0;
  // A line is measured until it is known to be too long and to have a second word.
  const auto is_done = [&] {
    return line.width > kMaxWidth && line.first_word > 0 && line.width > line.first_word;
  };
  for (std::uint32_t k = line.begin; k < line.end && !is_done();) {
    const Glyph g = glyph_at(text, k);
    ++column;
    if (g.kind != GlyphKind::space) {
      line.width = column;
    } else if (line.first_word == 0) {
      line.first_word = line.width;
    }
    k += g.length;
  }
  if (line.first_word == 0) line.first_word = line.width;
  return line;
}

// Fills `breaks`; returns the number of lines that no program would have left so
// long, those of a single word apart.
std::uint32_t find_breaks(std::string_view text, std::span<const Block> blocks,
                          std::vector<LineBreak>& breaks) {
  std::uint32_t long_lines = 0;
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    Line before;
    for (std::uint32_t i = blocks[block].span.begin; i < blocks[block].span.end;) {
      const Line line = read_line(text, i, blocks[block].span.end);
      if (line.width == 0) continue;
      long_lines += line.width > kMaxWidth && line.first_word < line.width;
      if (before.width > 0) {
        breaks.push_back({.block = block,
                          .at = line.begin,
                          .width = before.width,
                          .next_word = line.first_word,
                          .hard = before.hard,
                          .next_lower = glyph_at(text, line.begin).kind == GlyphKind::lower});
      }
      before = line;
    }
  }
  return long_lines;
}

// How a document was wrapped, if it was.
struct Wrapping {
  std::uint32_t width = 0;  // 0: not at all
  bool sure = false;        // there are enough breaks to tell
};

// A width explains a break when the line before it is no wider, but would have been
// with the next word. The width that explains most breaks is the document's if it
// explains three of four: lists and addresses have short lines in any text.
Wrapping detect_wrapping(std::span<const LineBreak> breaks, std::uint32_t long_lines) {
  std::array<std::int32_t, kMaxWidth + 2> change{};  // of the number explained, from width to width
  for (const LineBreak& b : breaks) {
    if (b.width > kMaxWidth) continue;
    ++change[b.width];
    --change[std::min(needed(b), kMaxWidth + 1)];
  }
  std::int32_t explained = 0;
  std::int32_t best = 0;
  Wrapping found;
  for (std::uint32_t width = 0; width <= kMaxWidth; ++width) {
    explained += change[width];
    if (width < kMinWidth || explained <= best) continue;
    best = explained;
    found.width = width;
  }
  if (static_cast<std::size_t>(best) * 4 < (breaks.size() + long_lines) * 3) return {};
  found.sure = breaks.size() >= kFewBreaks;
  return found;
}

bool is_soft(const Wrapping& wrapping, const LineBreak& b) {
  if (wrapping.width == 0 || b.hard || needed(b) <= wrapping.width) return false;
  return wrapping.sure || b.next_lower ||
         std::any_of(kUsualWidths.begin(), kUsualWidths.end(),
                     [&](std::uint32_t width) { return explains(width, b); });
}

}  // namespace

void find_segments(const Document& doc, std::vector<LineBreak>& breaks, std::vector<Span>& segments) {
  segments.clear();
  breaks.clear();
  const Block whole{.span = {0, static_cast<std::uint32_t>(doc.text.size())}};
  const std::span<const Block> blocks = doc.blocks.empty() ? std::span(&whole, 1) : std::span(doc.blocks);
  const std::uint32_t long_lines = find_breaks(doc.text, blocks, breaks);
  const Wrapping wrapping = detect_wrapping(breaks, long_lines);
  auto next = breaks.begin();
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    std::uint32_t begin = blocks[block].span.begin;
    for (; next != breaks.end() && next->block == block; ++next) {
      if (is_soft(wrapping, *next)) continue;
      segments.push_back({begin, next->at});
      begin = next->at;
    }
    if (begin < blocks[block].span.end) segments.push_back({begin, blocks[block].span.end});
  }
}

}  // namespace hearsay
