#include "format/printable.h"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Marks that change the direction of what follows (Unicode TR 9), with which a
// text can be made to read otherwise than it is.
bool changes_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
         c == 0x061C;
}

bool is_harmless(char32_t c) {
  return c >= 0x20 && (c < 0x7F || c > 0x9F) && !changes_direction(c) && c != 0xFEFF;
}

int columns_of(char32_t c) {
  if (c < 0x7F) return 1;
  return std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)));
}

// Where the first `width` columns of the text end, at least one character on.
std::size_t fitting_prefix(std::string_view text, int width) {
  std::size_t end = 0;
  int columns = 0;
  while (end < text.size()) {
    const CodePoint c = decode_utf8(text, end);
    columns += columns_of(c.value);
    if (columns > width && end > 0) break;
    end += c.length;
  }
  return end;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space_due = false;
  std::size_t valid_until = find_invalid_utf8(text);
  for (std::size_t i = 0; i < text.size();) {
    CodePoint c{kReplacement, 1};
    if (i < valid_until) {
      c = decode_utf8(text, i);
    } else {
      valid_until = i + 1 + find_invalid_utf8(text.substr(i + 1));
    }
    i += c.length;
    if (is_space(c.value)) {
      space_due = !out.empty();
      continue;
    }
    if (std::exchange(space_due, false)) out += ' ';
    append_utf8(is_harmless(c.value) ? c.value : kReplacement, out);
  }
  return out;
}

int column_width(std::string_view printable_text) {
  int columns = 0;
  for (std::size_t i = 0; i < printable_text.size();) {
    const CodePoint c = decode_utf8(printable_text, i);
    columns += columns_of(c.value);
    i += c.length;
  }
  return columns;
}

std::vector<std::string> wrap(std::string_view text, int width) {
  std::vector<std::string> lines;
  std::string line;
  int used = 0;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    int columns = column_width(word);
    if (used > 0 && used + 1 + columns > width) {
      lines.push_back(std::exchange(line, {}));
      used = 0;
    }
    if (used > 0) line += ' ';
    while (columns > width) {
      const std::size_t cut = fitting_prefix(word, width);
      columns -= column_width(word.substr(0, cut));
      lines.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
    }
    line += word;
    used += columns + (used > 0);
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

std::vector<std::string> wrap_with_id(std::string_view text, std::string_view id, int width) {
  std::vector<std::string> lines = wrap(text, width);
  constexpr std::string_view kBetween = " · ";
  const bool fits = !lines.empty() && column_width(lines.back()) + 3 + column_width(id) <= width;
  if (fits) {
    lines.back().append(kBetween).append(id);
  } else {
    lines.emplace_back(id);
  }
  return lines;
}

}  // namespace hearsay
