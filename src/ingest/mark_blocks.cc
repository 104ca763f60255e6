// Kinds of blocks by where they stand: titles, headings, lists, bylines, what is repeated.
#include <algorithm>
#include <string>
#include <vector>

#include "document/unicode.h"
#include "document/utf8.h"
#include "ingest/block_kinds.h"

namespace hearsay {
namespace {

// A byline is looked for among the first and last so many blocks.
constexpr std::size_t kNearEnd = 6;

// Captions are repeated this near to each other, in blocks; of what length, in bytes.
constexpr std::size_t kReach = 3;
constexpr std::size_t kShortestRepeated = 30;
constexpr std::size_t kLongestRepeated = 500;

struct Line {
  Span span;  // without white space around it
};

void split_lines(const Document& doc, Span block, std::vector<Line>& lines) {
  lines.clear();
  Span line;
  const auto close = [&] {
    if (line.begin < line.end) lines.push_back({line});
    line = {};
  };
  for (std::uint32_t i = block.begin; i < block.end;) {
    const CodePoint c = decode_utf8(doc.text, i);
    if (c.value == '\n' || c.value == '\r' || c.value == U'\u2028' || c.value == U'\u0085') {
      close();
    } else if (!is_space(c.value)) {
      if (line.end == 0) line.begin = i;
      line.end = i + c.length;
    }
    i += c.length;
  }
  close();
}

// Does the text end as a sentence does?
bool ends_sentence(std::string_view text) {
  while (text.ends_with('"') || text.ends_with(')') || text.ends_with('\'')) text.remove_suffix(1);
  while (text.ends_with("\u201D") || text.ends_with("\u2019")) text.remove_suffix(3);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with(':') ||
         text.ends_with("\u2026");
}

bool begins_in_small(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

bool is_bullet(std::string_view line) {
  for (const std::string_view mark :
       {"\u2022 ", "\u25AA ", "\u25CF ", "\u00B7 ", "* ", "- ", "\u2022\t", "*\t"}) {
    if (line.starts_with(mark)) return true;
  }
  return false;
}

// "1. " or "2) "
bool is_numbered(std::string_view line) {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits >= 1 && digits <= 2 && digits + 1 < line.size() &&
         (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
}

bool is_table_row(std::string_view line) {
  const auto cells = std::count(line.begin(), line.end(), '\t') + std::count(line.begin(), line.end(), '|');
  return cells >= 2;
}

class Marker {
 public:
  explicit Marker(Document& doc) : doc_(doc) {}

  void run() {
    std::vector<Block> before = std::move(doc_.blocks);
    doc_.blocks.clear();
    for (const Block& block : before) add(block);
    mark_title();
    for (std::size_t i = 0; i < doc_.blocks.size(); ++i) settle(i);
    mark_repeated();
  }

 private:
  std::string_view text_of(std::size_t i) const { return doc_.at(doc_.blocks[i].span); }

  // The block as it is, or cut where lines in it are of other kinds.
  void add(const Block& block) {
    const std::string_view text = doc_.at(block.span);
    BlockKind kind = kind_of_block(text, words_);
    if (kind != BlockKind::paragraph || text.find_first_of("\n\r") == text.npos) {
      doc_.blocks.push_back({.kind = kind, .span = block.span});
      return;
    }
    split_lines(doc_, block.span, lines_);
    kind = shape_of_lines();
    if (kind != BlockKind::paragraph) {
      doc_.blocks.push_back({.kind = kind, .span = block.span});
      return;
    }
    cut(block.span);
  }

  BlockKind shape_of_lines() const {
    const auto all = [&](auto&& is) {
      return lines_.size() > 1 &&
             std::ranges::all_of(lines_, [&](const Line& l) { return is(doc_.at(l.span)); });
    };
    if (all(is_bullet) || all(is_numbered)) return BlockKind::list;
    if (all([](std::string_view line) { return line.starts_with("> ") || line == ">"; }))
      return BlockKind::quote;
    if (all(is_table_row)) return BlockKind::table;
    return BlockKind::paragraph;
  }

  // Lines of other kinds become blocks of their own; the lines between them stay together.
  void cut(Span block) {
    std::uint32_t begin = block.begin;
    std::uint32_t end = block.begin;  // of the lines that stay together
    bool free = true;                 // may the next line be something else?
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = doc_.at(lines_[i].span);
      const bool goes_on = i + 1 < lines_.size() && begins_in_small(doc_.at(lines_[i + 1].span));
      const bool is_first_line = doc_.blocks.empty() && i == 1;  // behind a title
      BlockKind kind = BlockKind::paragraph;
      if ((free || is_first_line) && !goes_on) kind = kind_of_block(line, words_);
      free = ends_sentence(line) || kind != BlockKind::paragraph;
      if (kind == BlockKind::paragraph) {
        end = lines_[i].span.end;
        continue;
      }
      if (begin < end) doc_.blocks.push_back({.kind = BlockKind::paragraph, .span = {begin, end}});
      doc_.blocks.push_back({.kind = kind, .span = lines_[i].span});
      begin = end = i + 1 < lines_.size() ? lines_[i + 1].span.begin : block.end;
    }
    if (begin < end) doc_.blocks.push_back({.kind = BlockKind::paragraph, .span = {begin, end}});
  }

  // The first block that is none of the page, if it reads like a headline or is known to be it.
  void mark_title() {
    for (std::size_t i = 0; i < std::min<std::size_t>(doc_.blocks.size(), kNearEnd); ++i) {
      Block& block = doc_.blocks[i];
      if (block.kind != BlockKind::paragraph) continue;
      if (is_known_title(i) || (i + 1 < doc_.blocks.size() && reads_like_title(i)))
        block.kind = BlockKind::title;
      return;
    }
  }

  // But for a full stop at its end and the white space.
  bool is_known_title(std::size_t i) const {
    const auto squeeze = [](std::string_view text) {
      std::string out;
      for (const char c : text) {
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') out += c;
      }
      while (out.ends_with('.')) out.pop_back();
      return out;
    };
    const std::string_view title = doc_.metadata.title;
    const std::string_view text = text_of(i);
    return !title.empty() && text.size() <= 2 * title.size() + 8 && squeeze(title) == squeeze(text);
  }

  bool reads_like_title(std::size_t i) {
    const std::string_view text = text_of(i);
    if (text.size() > 220) return false;
    words_.read(text);
    const bool stops =
        text.ends_with('.') || text.ends_with(':') || text.ends_with(',') || text.ends_with(';');
    return words_.count() >= 2 && words_.count() <= 30 && !stops && !begins_in_small(text) &&
           !is_bullet(text);
  }

  // What a block's shape and place say where its words say nothing.
  void settle(std::size_t i) {
    Block& block = doc_.blocks[i];
    const std::size_t size = doc_.blocks.size();
    if (block.kind == BlockKind::byline && i >= kNearEnd && i + kNearEnd < size)
      block.kind = BlockKind::paragraph;
    if (block.kind != BlockKind::paragraph) return;
    const std::string_view text = text_of(i);
    if (is_bullet(text)) {
      block.kind = BlockKind::list;
    } else if (i > 0 && i <= 3 && is_name_line(i) && i + 1 < size &&
               doc_.blocks[i + 1].kind == BlockKind::dateline) {
      block.kind = BlockKind::byline;
    } else if (i > 0 && i + 1 < size && is_heading(i)) {
      block.kind = BlockKind::heading;
    } else if (is_numbered(text) && ends_sentence(text)) {
      block.kind = BlockKind::list;
    }
  }

  // Two to four words, each with a capital.
  bool is_name_line(std::size_t i) {
    words_.read(text_of(i));
    const auto& words = words_.words();
    return words.size() >= 2 && words.size() <= 4 && std::ranges::all_of(words, [](const BlockWord& w) {
             return w.capital && !(w.lower.front() >= '0' && w.lower.front() <= '9');
           });
  }

  // A short line that does not end as a sentence does, before something longer.
  bool is_heading(std::size_t i) {
    const std::string_view text = text_of(i);
    if (text.size() > 100 || begins_in_small(text) || text.find_first_of("\n\r\t|") != text.npos)
      return false;
    const char last = text.back();
    const bool is_open = last == '.' || last == '!' || last == ',' || last == ';' || last == ':' ||
                         last == '"' || last == '-' || text.ends_with("\u201D") || text.ends_with("\u2026");
    // "Q: Has he called?"
    if (is_open || (last == '?' && text.find(':') != text.npos)) return false;
    words_.read(text);
    const bool next_is_longer = doc_.blocks[i + 1].span.end - doc_.blocks[i + 1].span.begin > text.size();
    return words_.count() >= 1 && words_.count() <= 12 && words_.words().front().capital && next_is_longer;
  }

  // A page has a caption beside its picture and under it, sometimes with the credit behind it.
  void mark_repeated() {
    for (std::size_t i = 0; i < doc_.blocks.size(); ++i) {
      const std::string_view text = text_of(i);
      if (text.size() < kShortestRepeated || text.size() > kLongestRepeated) continue;
      const bool is_caption = doc_.blocks[i].kind == BlockKind::caption;
      for (std::size_t k = i + 1; k < std::min(i + 1 + kReach, doc_.blocks.size()); ++k) {
        Block& later = doc_.blocks[k];
        if (later.kind == BlockKind::paragraph && text_of(k) == text && !holds_quote(text))
          later.kind = BlockKind::caption;
        if (is_caption && is_start_of(text_of(k), text)) later.kind = BlockKind::caption;
        if (later.kind == BlockKind::caption && is_start_of(text, text_of(k)))
          doc_.blocks[i].kind = BlockKind::caption;
      }
    }
  }

  // All but the credit at the caption's end?
  static bool is_start_of(std::string_view text, std::string_view caption) {
    return text.size() >= kShortestRepeated && text.size() < caption.size() && caption.starts_with(text);
  }

  // Who speaks may say the same again.
  static bool holds_quote(std::string_view text) {
    return text.find('"') != text.npos || text.find(": ") != text.npos || text.find("\u201C") != text.npos;
  }

  Document& doc_;
  BlockWords words_;
  std::vector<Line> lines_;
};

}  // namespace

void mark_blocks(Document& doc) { Marker(doc).run(); }

}  // namespace hearsay
