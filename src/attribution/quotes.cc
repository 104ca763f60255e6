#include "attribution/quotes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxDepth = 8;

enum class Width : std::uint8_t { no_mark, single, double_, angle };
enum class Side : std::uint8_t { opens, closes, either };

struct Mark {
  Width width = Width::no_mark;
  Side side = Side::either;
};

struct NamedMark {
  std::string_view form;
  Mark mark;
};

// U+2019 is also the apostrophe, so it closes only what was opened.
constexpr std::array<NamedMark, 19> kMarks = {{
    {"\"", {Width::double_, Side::either}},
    {"'", {Width::single, Side::either}},
    {"`", {Width::single, Side::opens}},
    {"``", {Width::double_, Side::opens}},
    {"''", {Width::double_, Side::either}},
    {"\u201c", {Width::double_, Side::opens}},
    {"\u201d", {Width::double_, Side::closes}},
    {"\u201e", {Width::double_, Side::opens}},
    {"\u201f", {Width::double_, Side::opens}},
    {"\u2018", {Width::single, Side::opens}},
    {"\u2019", {Width::single, Side::closes}},
    {"\u201a", {Width::single, Side::opens}},
    {"\u201b", {Width::single, Side::opens}},
    {"\u00ab", {Width::angle, Side::opens}},
    {"\u00bb", {Width::angle, Side::closes}},
    {"\u2039", {Width::angle, Side::opens}},
    {"\u203a", {Width::angle, Side::closes}},
    {"\u201c\u2018", {Width::double_, Side::opens}},
    {"\u2019\u201d", {Width::double_, Side::closes}},
}};

Mark mark_of(std::string_view form) {
  // Quick way out: no mark begins with a letter or a digit, none is long.
  const unsigned char first = static_cast<unsigned char>(form[0]);
  if (form.size() > 6 || (first != '"' && first != '\'' && first != '`' && first < 0xC2)) return {};
  const auto* found =
      std::find_if(kMarks.begin(), kMarks.end(), [&](const NamedMark& m) { return m.form == form; });
  return found == kMarks.end() ? Mark{} : found->mark;
}

bool is_word_char(char32_t c) {
  const CharClass k = char_class(c);
  return is_letter(k) || k == CharClass::digit;
}

// The characters beside a mark; a space at either end of the text.
struct Around {
  char32_t before = U' ';
  char32_t after = U' ';
};

Around around(std::string_view text, Span span) {
  Around a;
  if (span.begin > 0) a.before = decode_utf8(text, previous_code_point(text, span.begin)).value;
  if (span.end < text.size()) a.after = decode_utf8(text, span.end).value;
  return a;
}

bool is_dash_or_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'-' || c == U'\u2013' || c == U'\u2014' || c == U'/';
}

bool is_double_mark(char32_t c) { return c == U'"' || c == U'\u201c' || c == U'\u201d'; }

// Where the spaces say so: a mark after a space or bracket and before a word opens.
Side side_by_spaces(Around a) {
  const bool space_before = is_space(a.before) || is_dash_or_bracket(a.before);
  const bool space_after = is_space(a.after);
  if (space_before && !space_after && !is_double_mark(a.after)) return Side::opens;
  if (!is_space(a.before) && (space_after || (!is_word_char(a.after) && is_word_char(a.before))))
    return Side::closes;
  return Side::either;
}

class Matcher {
 public:
  Matcher(std::string_view text, std::span<const Token> tokens, std::vector<QuoteToken>& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void run(std::uint32_t first, std::uint32_t last) {
    find_last_single(first, last);
    const bool was_open = depth_ > 0;
    const Mark outer = stack_[0];
    depth_ = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      const Mark mark = mark_of(form(i));
      if (mark.width == Width::no_mark) {
        label(i, depth_ > 0 ? QuoteState::inside : QuoteState::none);
      } else if (i == first && was_open && mark.width == outer.width && mark.side != Side::closes) {
        // The opening mark that a continued quotation repeats.
        stack_[0] = mark;
        depth_ = 1;
        label(i, QuoteState::open);
      } else {
        place(i, mark);
      }
    }
  }

 private:
  std::string_view form(std::uint32_t i) const {
    return text_.substr(tokens_[i].span.begin, tokens_[i].span.end - tokens_[i].span.begin);
  }

  void label(std::uint32_t i, QuoteState state) {
    const auto depth = static_cast<std::uint8_t>(depth_);
    out_[i] = {state, depth, depth_ > 0 ? quote_count_ - 1 : kNone};
  }

  // An opening single mark counts only when a closing one follows in its paragraph,
  // because an apostrophe can begin a word ('em, '90s): last_single_ is the last
  // token of the paragraph that can close a single quotation.
  void find_last_single(std::uint32_t first, std::uint32_t last) {
    last_single_ = first;
    for (std::uint32_t i = last; i > first + 1; --i) {
      const Mark mark = mark_of(form(i - 1));
      if (mark.width != Width::single || mark.side == Side::opens) continue;
      if (is_word_char(around(text_, tokens_[i - 1].span).after)) continue;
      last_single_ = i - 1;
      return;
    }
  }

  bool is_open(Width width) const {
    return std::any_of(stack_.begin(), stack_.begin() + depth_, [&](Mark m) { return m.width == width; });
  }

  void place(std::uint32_t i, Mark mark) {
    const Around a = around(text_, tokens_[i].span);
    if (mark.width == Width::single) return place_single(i, mark, a);
    Side side = mark.side;
    if (side == Side::either) side = side_by_spaces(a);
    if (side == Side::either) side = is_open(mark.width) ? Side::closes : Side::opens;
    if (side == Side::opens) {
      open(i, mark);
    } else {
      close(i, mark.width);
    }
  }

  void place_single(std::uint32_t i, Mark mark, Around a) {
    const Side by_spaces = side_by_spaces(a);
    const bool may_open =
        mark.side != Side::closes && (mark.side == Side::opens || by_spaces == Side::opens ||
                                      (by_spaces == Side::either && is_double_mark(a.before)));
    if (may_open && i < last_single_ && char_class(a.after) != CharClass::digit) return open(i, mark);
    const bool may_close = mark.side != Side::opens && !is_word_char(a.after) && is_open(Width::single);
    // "the workers' pay": a plural's apostrophe while a later mark can still close.
    const bool is_plural = (a.before == U's' || a.before == U'S') && is_space(a.after) && i < last_single_;
    if (may_close && !is_plural) return close(i, Width::single);
    label(i, depth_ > 0 ? QuoteState::inside : QuoteState::none);
  }

  void open(std::uint32_t i, Mark mark) {
    if (depth_ > 0 && stack_[depth_ - 1].width == mark.width) {
      // The same mark twice without a closing one: the first was never closed.
      --depth_;
    }
    if (depth_ == kMaxDepth) return label(i, QuoteState::inside);
    stack_[depth_++] = mark;
    if (depth_ == 1) ++quote_count_;
    label(i, depth_ == 1 ? QuoteState::open : QuoteState::inside);
  }

  // Closes the innermost quotation of that width and, with it, what is open inside
  // it (a stray single mark must not swallow the rest).
  void close(std::uint32_t i, Width width) {
    std::size_t at = depth_;
    while (at > 0 && stack_[at - 1].width != width) --at;
    if (at == 0) return label(i, depth_ > 0 ? QuoteState::inside : QuoteState::none);
    label(i, at == 1 ? QuoteState::close : QuoteState::inside);
    depth_ = at - 1;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
  std::uint32_t last_single_ = 0;
  std::vector<QuoteToken>& out_;
  std::array<Mark, kMaxDepth> stack_{};
  std::size_t depth_ = 0;
  std::uint32_t quote_count_ = 0;
};

}  // namespace

void match_quotes(std::string_view text, std::span<const Token> tokens,
                  std::span<const std::uint32_t> paragraphs, std::vector<QuoteToken>& out) {
  out.assign(tokens.size(), {});
  Matcher matcher(text, tokens, out);
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const bool is_last = p + 1 == paragraphs.size();
    matcher.run(paragraphs[p], is_last ? static_cast<std::uint32_t>(tokens.size()) : paragraphs[p + 1]);
  }
}

}  // namespace hearsay
