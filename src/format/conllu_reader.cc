#include <algorithm>
#include <array>
#include <charconv>

#include "document/labels.h"
#include "document/strings.h"
#include "document/utf8.h"
#include "format/conllu.h"

namespace hearsay {
namespace {

constexpr std::size_t kColumns = 10;
enum Column { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };
using Row = std::array<std::string_view, kColumns>;

// A word's ID may not need more than this many digits; no sentence is that long.
constexpr std::uint32_t kMaxWords = 100'000'000;

// The first line of `rest`, without its line end; `rest` goes on behind it.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view trim(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(" \t") - begin + 1);
}

// What follows "# key", trimmed, with the "=" still there; nothing if the comment
// has another key.
std::optional<std::string_view> comment_value(std::string_view line, std::string_view key) {
  line = trim(line.substr(1));
  if (!line.starts_with(key)) return std::nullopt;
  line.remove_prefix(key.size());
  if (!line.empty() && line[0] != ' ' && line[0] != '\t' && line[0] != '=') return std::nullopt;
  return trim(line);
}

bool is_newdoc(std::string_view line) {
  return line.starts_with('#') && comment_value(line, "newdoc").has_value();
}

std::optional<std::uint32_t> parse_number(std::string_view s) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size() || value > kMaxWords) return std::nullopt;
  return value;
}

bool has_no_space_after(std::string_view misc) {
  while (!misc.empty()) {
    const std::size_t end = std::min(misc.find('|'), misc.size());
    if (misc.substr(0, end) == "SpaceAfter=No") return true;
    misc.remove_prefix(std::min(end + 1, misc.size()));
  }
  return false;
}

// Bytes of outside, shortened and made fit to stand in a one-line message.
std::string quoted(std::string_view s) {
  std::string out = "'";
  for (const char c : s.substr(0, 40)) {
    out += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F ? '?' : c;
  }
  return out + (s.size() > 40 ? "...'" : "'");
}

// One document under construction.
struct Builder {
  ConlluOptions options;
  ConlluDocument out;
  Interner interner;
  std::size_t line = 1;
  std::string error;  // the first one, or ""

  std::uint32_t first_token = 0;          // of the open sentence
  bool open = false;                      // a line of a sentence was read
  bool new_paragraph = false;             // a comment of the open sentence said so
  std::uint32_t range_end = 0;            // ID of the last word of the open range
  bool range_glued = false;               // no space after the open range
  bool space_before = false;              // of the next word
  std::vector<std::size_t> line_of_word;  // of the open sentence

  void fail(const std::string& expected, const std::string& found) {
    if (error.empty()) error = "line " + std::to_string(line) + ": expected " + expected + ", found " + found;
  }
  std::uint32_t word_count() const { return static_cast<std::uint32_t>(out.doc.tokens.size()) - first_token; }
};

void keep_line(Builder& b, std::string_view text) {
  b.out.lines.push_back({static_cast<std::uint32_t>(b.out.doc.sentences.size()),
                         static_cast<std::uint32_t>(b.out.doc.tokens.size()), std::string(text)});
}

void read_comment(Builder& b, std::string_view line) {
  if (b.word_count() > 0) return b.fail("a word or a blank line", "a comment inside a sentence");
  if (const auto id = comment_value(line, "newdoc id"); id && id->starts_with('=')) {
    b.out.doc.metadata.id = trim(id->substr(1));
  }
  if (is_newdoc(line) || comment_value(line, "newpar")) b.new_paragraph = true;
  keep_line(b, line);
}

// Splits at tabs; false if there are not ten columns.
bool split_columns(Builder& b, std::string_view line, Row& row) {
  std::size_t count = 0;
  for (std::string_view rest = line;; ++count) {
    const std::size_t tab = rest.find('\t');
    if (count < kColumns) row[count] = rest.substr(0, tab);
    if (tab == std::string_view::npos) break;
    rest.remove_prefix(tab + 1);
  }
  if (++count != kColumns) b.fail("10 columns", std::to_string(count));
  return count == kColumns;
}

void read_range(Builder& b, const Row& row, std::string_view line) {
  const std::size_t dash = row[kId].find('-');
  const auto first = parse_number(row[kId].substr(0, dash));
  const auto last = parse_number(row[kId].substr(dash + 1));
  if (!first || !last || *first != b.word_count() + 1 || *last < *first || b.range_end >= *first) {
    return b.fail("a range from " + std::to_string(b.word_count() + 1), quoted(row[kId]));
  }
  b.range_end = *last;
  b.range_glued = has_no_space_after(row[kMisc]);
  keep_line(b, line);
}

void read_empty_node(Builder& b, const Row& row, std::string_view line) {
  const std::size_t dot = row[kId].find('.');
  const auto word = parse_number(row[kId].substr(0, dot));
  if (!word || *word != b.word_count() || !parse_number(row[kId].substr(dot + 1))) {
    return b.fail("an empty node after word " + std::to_string(b.word_count()), quoted(row[kId]));
  }
  keep_line(b, line);
}

void read_tag(Builder& b, const Row& row) {
  const auto upos = find_upos(row[kUpos]);
  if (!upos) return b.fail("a UPOS of Universal Dependencies", quoted(row[kUpos]));
  const std::uint32_t lemma = b.interner.intern(row[kLemma]);
  b.out.doc.tags.push_back({.lemma = lemma, .xpos = b.interner.intern(row[kXpos]), .upos = *upos});
}

// Heads are checked when the sentence ends; until then they may point anywhere.
void read_arc(Builder& b, const Row& row) {
  const auto head = parse_number(row[kHead]);
  if (!head) return b.fail("the number of a head", quoted(row[kHead]));
  const std::size_t colon = std::min(row[kDeprel].find(':'), row[kDeprel].size());
  const auto deprel = find_deprel(row[kDeprel].substr(0, colon));
  if (!deprel) return b.fail("a relation of Universal Dependencies", quoted(row[kDeprel]));
  Arc arc{.head = *head == 0 ? kNone : b.first_token + *head - 1, .deprel = *deprel};
  if (colon < row[kDeprel].size()) {
    arc.subtype = find_deprel_subtype(row[kDeprel].substr(colon + 1)).value_or(DeprelSubtype::none);
  }
  b.out.doc.arcs.push_back(arc);
}

void read_word(Builder& b, const Row& row) {
  const std::uint32_t id = b.word_count() + 1;
  if (parse_number(row[kId]) != id) return b.fail("word " + std::to_string(id), quoted(row[kId]));
  if (row[kForm].empty()) return b.fail("a form", "none");
  Document& doc = b.out.doc;
  if (id == 1 && !doc.text.empty()) {
    doc.text += b.new_paragraph ? "\n\n" : "\n";
  } else if (id > 1 && b.space_before) {
    doc.text += ' ';
  }
  if (doc.text.size() + row[kForm].size() >= kNone) return b.fail("under 4 GiB of words", "more");
  const auto begin = static_cast<std::uint32_t>(doc.text.size());
  doc.text += row[kForm];
  doc.tokens.push_back({{begin, static_cast<std::uint32_t>(doc.text.size())}});
  b.line_of_word.push_back(b.line);
  b.space_before = id < b.range_end    ? false
                   : id == b.range_end ? !b.range_glued
                                       : !has_no_space_after(row[kMisc]);
  if (!b.options.annotations) return;
  read_tag(b, row);
  read_arc(b, row);
}

// The heads of the sentence just read must form one tree.
void check_tree(Builder& b) {
  const std::uint32_t count = b.word_count();
  const auto head_of = [&](std::uint32_t word) { return b.out.doc.arcs[b.first_token + word].head; };
  std::vector<std::uint32_t> seen_from(count, kNone);
  std::uint32_t root = kNone;
  for (std::uint32_t i = 0; i < count; ++i) {
    b.line = b.line_of_word[i];
    if (head_of(i) == kNone) {
      if (root != kNone) return b.fail("one root", "a second one");
      root = i;
    } else if (head_of(i) - b.first_token >= count) {
      return b.fail("a head up to " + std::to_string(count), std::to_string(head_of(i) - b.first_token + 1));
    }
  }
  b.line = b.line_of_word[0];
  if (root == kNone) return b.fail("a root", "none in the sentence");
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t at = i;
    while (seen_from[at] == kNone) {
      seen_from[at] = i;
      if (head_of(at) == kNone) break;
      at = head_of(at) - b.first_token;
    }
    b.line = b.line_of_word[i];
    if (seen_from[at] == i && head_of(at) != kNone) return b.fail("a tree", "a cycle");
  }
}

void end_sentence(Builder& b) {
  if (!b.open) return;
  if (b.word_count() == 0) return b.fail("a word", "the end of a sentence without one");
  if (b.range_end > b.word_count()) return b.fail("word " + std::to_string(b.word_count() + 1), "none");
  if (b.options.annotations) {
    const std::size_t line = b.line;
    check_tree(b);
    b.line = line;
  }
  const auto last = static_cast<std::uint32_t>(b.out.doc.tokens.size());
  b.out.doc.sentences.push_back({b.first_token, last});
  b.first_token = last;
  b.open = b.new_paragraph = b.space_before = b.range_glued = false;
  b.range_end = 0;
  b.line_of_word.clear();
}

void read_line(Builder& b, std::string_view line) {
  if (trim(line).empty()) return end_sentence(b);
  if (const std::size_t bad = find_invalid_utf8(line); bad != line.size()) {
    return b.fail("valid UTF-8", "an invalid byte in column " + std::to_string(bad + 1));
  }
  b.open = true;
  if (line[0] == '#') return read_comment(b, line);
  Row row;
  if (!split_columns(b, line, row)) return;
  if (row[kId].find('-') != std::string_view::npos) return read_range(b, row, line);
  if (row[kId].find('.') != std::string_view::npos) return read_empty_node(b, row, line);
  read_word(b, row);
}

}  // namespace

ConlluReader::ConlluReader(std::string_view bytes, ConlluOptions options) : rest_(bytes), options_(options) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
}

std::optional<Result<ConlluDocument>> ConlluReader::next() {
  Builder b{.options = options_};
  b.interner.attach(b.out.doc.strings);
  bool any = false;
  while (!rest_.empty()) {
    std::string_view behind = rest_;
    const std::string_view line = take_line(behind);
    // A document ends where the next one is announced, which other comments of
    // the same sentence may precede only in files that UD would not accept.
    if (is_newdoc(line) && any) break;
    any = any || !trim(line).empty();
    rest_ = behind;
    b.line = line_++;
    if (b.error.empty()) read_line(b, line);
  }
  if (b.error.empty()) end_sentence(b);
  if (!any) return std::nullopt;
  if (!b.error.empty()) return Error{ErrorCode::invalid_input, b.error};
  return std::move(b.out);
}

}  // namespace hearsay
