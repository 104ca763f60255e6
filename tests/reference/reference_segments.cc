#include <algorithm>

#include "tests/reference/code_points.h"
#include "tests/reference/reference_tokenizer.h"

namespace hearsay {
namespace {

constexpr int kNarrowest = 45;
constexpr int kWidest = 130;

// A line of a block, without the white space around it.
struct Line {
  std::uint32_t begin = 0;
  int width = 0;       // code points
  int first_word = 0;  // code points
  bool ends_hard = false;
  bool is_lower = false;  // begins with a lower-case letter
};

Line make_line(std::string_view text, std::uint32_t begin, bool ends_hard) {
  const CodePoints points(text);
  std::size_t from = 0;
  std::size_t to = points.size();
  while (from < to && is_space(points.at(from))) ++from;
  while (to > from && is_space(points.at(to - 1))) --to;
  std::size_t word = from;
  while (word < to && !is_space(points.at(word))) ++word;
  return {.begin = begin + points.begins[from],
          .width = static_cast<int>(to - from),
          .first_word = static_cast<int>(word - from),
          .ends_hard = ends_hard,
          .is_lower = from < to && is_lower(points.at(from))};
}

// The lines of a block that are not blank.
std::vector<Line> lines_of(const Document& doc, Span block) {
  std::vector<Line> lines;
  const CodePoints points(doc.at(block));
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= points.size(); ++i) {
    if (i < points.size() && !is_one_of(points.at(i), U"\n\r\u0085\u2028")) continue;
    const Span span{block.begin + points.begins[begin], block.begin + points.begins[i]};
    const Line line = make_line(doc.at(span), span.begin, points.at(i) == U'\u2028');
    if (line.width > 0) lines.push_back(line);
    begin = i + 1;
  }
  return lines;
}

// Would a program that wraps at this width have broken the line there?
bool explains(int width, const Line& before, const Line& after) {
  return before.width <= width && before.width + 1 + after.first_word > width;
}

struct Wrapping {
  int width = 0;
  int breaks = 0;
};

Wrapping wrapping_of(const std::vector<std::vector<Line>>& blocks) {
  int breaks = 0;
  int too_long = 0;
  for (const std::vector<Line>& lines : blocks) {
    breaks += std::max<int>(0, static_cast<int>(lines.size()) - 1);
    for (const Line& line : lines) too_long += line.width > kWidest && line.first_word < line.width;
  }
  int best = 0;
  int most = 0;
  for (int width = kNarrowest; width <= kWidest; ++width) {
    int explained = 0;
    for (const std::vector<Line>& lines : blocks) {
      for (std::size_t i = 1; i < lines.size(); ++i) explained += explains(width, lines[i - 1], lines[i]);
    }
    if (explained > most) {
      most = explained;
      best = width;
    }
  }
  if (most * 4 < (breaks + too_long) * 3) return {};
  return {.width = best, .breaks = breaks};
}

bool is_soft(const Wrapping& wrapping, const Line& before, const Line& after) {
  if (wrapping.width == 0 || before.ends_hard) return false;
  if (before.width + 1 + after.first_word <= wrapping.width) return false;
  if (wrapping.breaks >= 3 || after.is_lower) return true;
  for (const int usual : {72, 75, 76, 78, 79, 80}) {
    if (explains(usual, before, after)) return true;
  }
  return false;
}

}  // namespace

std::vector<Span> reference_segments(const Document& doc) {
  std::vector<Block> blocks = doc.blocks;
  if (blocks.empty()) blocks = {{.span = {0, static_cast<std::uint32_t>(doc.text.size())}}};
  std::vector<std::vector<Line>> lines;
  for (const Block& block : blocks) lines.push_back(lines_of(doc, block.span));
  const Wrapping wrapping = wrapping_of(lines);
  std::vector<Span> segments;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    Span segment = blocks[b].span;
    for (std::size_t i = 1; i < lines[b].size(); ++i) {
      if (is_soft(wrapping, lines[b][i - 1], lines[b][i])) continue;
      segments.push_back({segment.begin, lines[b][i].begin});
      segment.begin = lines[b][i].begin;
    }
    if (segment.begin < segment.end) segments.push_back(segment);
  }
  return segments;
}

}  // namespace hearsay
