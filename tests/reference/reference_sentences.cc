#include <algorithm>
#include <bit>

#include "model/feature_hash.h"
#include "tests/reference/code_points.h"
#include "tests/reference/reference_tokenizer.h"

namespace hearsay {
namespace {

// A token of a segment. Past either end stands one with shape none.
struct Reading {
  Shape shape = Shape::none;
  std::uint64_t word = 0;
  std::uint64_t suffix = 0;
  std::uint32_t lists = 0;
  bool glued = false;
  bool is(WordList list) const { return lists >> int(list) & 1; }
};

bool is_in(Shape s, std::initializer_list<Shape> set) {
  return std::find(set.begin(), set.end(), s) != set.end();
}
bool is_stop(Shape s) {
  return is_in(s, {Shape::period, Shape::question, Shape::exclamation, Shape::ellipsis});
}
bool is_closer(Shape s) { return is_in(s, {Shape::close_quote, Shape::close_bracket}); }
bool is_between(Shape s, Shape low, Shape high) { return s >= low && s <= high; }

// ---- Shapes

Shape shape_of_word(std::string_view form) {
  const CodePoints points(form);
  int upper = 0, lower = 0, digit = 0, other = 0, sign = 0;
  for (std::size_t i = 0; i < points.size() && points.begins[i] < 24; ++i) {
    const char32_t c = points.at(i);
    upper += is_upper(c);
    lower += is_lower(c);
    digit += is_number(c);
    other += char_class(c) == CharClass::letter;
    sign += !is_wordly(c);
  }
  const bool stopped = form.back() == '.';
  const bool has_separator = form.find_first_of("@/:") != std::string_view::npos;
  if (has_separator && digit < 2 && sign > (stopped ? 1 : 0)) return Shape::address;
  if (is_number(points.at(0))) return upper + lower > 0 ? Shape::number_mixed : Shape::number;
  if (is_apostrophe(points.at(0))) return Shape::clitic;
  if (upper == 1 && lower == 0 && digit == 0 && other == 0) return Shape::initial;
  if (stopped) return sign > 1 ? Shape::acronym : Shape::abbreviation;
  if (other > 0) return Shape::other_letter;
  if (upper == 0) return digit == 0 ? Shape::lower : Shape::mixed;
  if (lower == 0 && digit == 0) return Shape::all_caps;
  return is_upper(points.at(0)) && upper == 1 ? Shape::capitalized : Shape::mixed;
}

Shape shape_of_sign(std::string_view form) {
  const char32_t c = decode_utf8(form, 0).value;
  const bool is_long = form.size() > 4;
  if (form == ".") return Shape::period;
  if (is_one_of(c, U".\u2026")) return Shape::ellipsis;
  if (is_one_of(c, U"?\u061F\uFF1F")) return Shape::question;
  if (is_one_of(c, U"!\uFF01")) return Shape::exclamation;
  if (is_one_of(c, U"\u3002\u0964\u06D4")) return Shape::period;
  if (c == ',') return Shape::comma;
  if (c == ';') return Shape::semicolon;
  if (c == ':') return Shape::colon;
  if (is_one_of(c, U"-\u2010\u2011\u2012\u2013\u2014\u2015")) return is_long ? Shape::rule : Shape::dash;
  if (is_one_of(c, U"([{<")) return Shape::open_bracket;
  if (is_one_of(c, U")]}>")) return Shape::close_bracket;
  if (is_one_of(c, U"\u201C\u2018\u201E\u201A\u00AB`")) return Shape::open_quote;
  if (is_one_of(c, U"\u201D\u00BB")) return Shape::close_quote;
  if (is_one_of(c, U"*#|\u2022\u00B7\u25CF\u25AA")) return is_long ? Shape::rule : Shape::bullet;
  return is_long && c < 128 ? Shape::rule : Shape::symbol;
}

bool has_letter_or_digit(std::string_view form) {
  const CodePoints points(form.substr(0, 28));
  for (std::size_t i = 0; i < points.size() && points.begins[i] < 24; ++i) {
    if (is_letter(points.at(i)) || is_number(points.at(i))) return true;
  }
  return false;
}

// The direction of the quotation mark `i`, from what stands around it and from the last
// mark of its kind.
Shape direction_of(const Document& doc, std::uint32_t i, const std::vector<Reading>& before, bool glued) {
  const Span span = doc.tokens[i].span;
  const bool space_after = span.end == doc.text.size() || is_space(decode_utf8(doc.text, span.end).value);
  const Shape last = before.empty() ? Shape::none : before.back().shape;
  const bool is_free =
      !glued || is_in(last, {Shape::open_bracket, Shape::open_quote, Shape::dash, Shape::none});
  if (!is_free) return Shape::close_quote;
  if (!space_after) return Shape::open_quote;
  const auto is_double = [](std::string_view form) { return form[0] == '"' || form.size() == 2; };
  const std::uint32_t first = i - static_cast<std::uint32_t>(before.size());
  for (std::uint32_t k = i; k-- > first;) {
    const std::string_view form = doc.at(doc.tokens[k].span);
    if (has_letter_or_digit(form) || !is_one_of(decode_utf8(form, 0).value, U"\"'\u2019")) continue;
    if (is_double(form) != is_double(doc.at(span))) continue;
    return before[k - first].shape == Shape::open_quote ? Shape::close_quote : Shape::open_quote;
  }
  return Shape::open_quote;
}

std::string fold(std::string_view form) {
  const CodePoints points(form);
  std::string out;
  for (const char32_t c : points.values) append_utf8(is_apostrophe(c) ? U'\'' : to_lower(c), out);
  return form.size() > kMaxEntryBytes || out.size() > kMaxEntryBytes ? "" : out;
}

Reading read_token(const Lexicon& lexicon, const Document& doc, std::uint32_t i,
                   const std::vector<Reading>& before) {
  const std::string_view form = doc.at(doc.tokens[i].span);
  Reading r;
  r.glued = !before.empty() && doc.tokens[i].span.begin == doc.tokens[i - 1].span.end;
  if (has_letter_or_digit(form)) {
    r.shape = shape_of_word(form);
    if (const std::string word = fold(form); !word.empty()) {
      r.word = hash_bytes(word);
      r.suffix = hash_bytes(word.size() < 3 ? word : word.substr(word.size() - 3));
      const bool stopped = word.size() > 1 && word.back() == '.';
      r.lists = lexicon.lists_of(stopped ? word.substr(0, word.size() - 1) : word);
    }
    if (r.shape == Shape::number) r.word = 1;
  } else if (is_one_of(decode_utf8(form, 0).value, U"\"'\u2019")) {
    r.shape = direction_of(doc, i, before, r.glued);
  } else {
    r.shape = lexicon.has(WordList::emoticons, form) ? Shape::emoticon : shape_of_sign(form);
    r.word = hash_bytes(form.substr(0, 4));
  }
  return r;
}

// ---- Gaps

struct Segment {
  std::vector<Reading> tokens;
  const Reading& at(std::size_t i) const {
    static const Reading nothing;
    return i < tokens.size() ? tokens[i] : nothing;  // -1 is beyond the end, too
  }
};

bool begins_clause(const Segment& s, std::size_t i) {
  return !s.at(i).glued && is_in(s.at(i).shape, {Shape::capitalized, Shape::initial}) &&
         s.at(i).is(WordList::starters) && s.at(i + 1).shape == Shape::lower;
}

bool ends_dateline(const Segment& s, std::size_t i) {
  if (i == 0 || i > 16 || s.at(i).shape != Shape::dash || s.at(i).glued) return false;
  if (s.at(i + 1).glued || is_in(s.at(i + 1).shape, {Shape::lower, Shape::dash})) return false;
  for (std::size_t k = 0; k < i; ++k) {
    if (is_stop(s.at(k).shape) || is_in(s.at(k).shape, {Shape::lower, Shape::dash})) return false;
  }
  return s.at(0).shape == Shape::all_caps || s.at(i - 1).shape == Shape::close_bracket;
}

bool lacks_space(const Segment& s, std::size_t i) {
  if (s.at(i).shape != Shape::period || !s.at(i).glued || !s.at(i + 1).glued) return false;
  if (s.at(i - 1).shape != Shape::lower) return false;
  if (s.at(i + 1).shape == Shape::initial) return s.at(i + 1).is(WordList::starters);
  return s.at(i + 1).shape == Shape::capitalized;
}

bool begins_reporting(const Segment& s, std::size_t i) {
  std::size_t names = 0;
  while (s.at(i + 1 + names).shape == Shape::capitalized) ++names;
  const std::size_t verb = i + 1 + names;
  return s.at(i).shape == Shape::close_quote && names >= 1 && names <= 2 &&
         s.at(verb).is(WordList::reporting) && s.at(verb + 1).shape == Shape::period;
}

// As gap_rule() has it.
GapRule rule_of(const Segment& s, std::size_t i) {
  const Shape before = s.at(i).shape;
  const Reading& next = s.at(i + 1);
  const bool word_before = is_between(before, Shape::lower, Shape::number_mixed);
  if (ends_dateline(s, i) || lacks_space(s, i)) return GapRule::always;
  if (begins_reporting(s, i)) return GapRule::never;
  if (is_in(next.shape, {Shape::period, Shape::comma})) return GapRule::never;
  if (is_in(before, {Shape::abbreviation, Shape::acronym})) {
    if (next.is(WordList::times)) return GapRule::never;
    if (begins_clause(s, i + 1) && !s.at(i).is(WordList::titles)) return GapRule::always;
  }
  if (!next.glued) return word_before && next.shape == Shape::lower ? GapRule::never : GapRule::perhaps;
  if (is_closer(next.shape) || next.shape == Shape::clitic || word_before) return GapRule::never;
  const bool joins = is_in(before, {Shape::open_bracket, Shape::open_quote, Shape::dash, Shape::symbol});
  return joins ? GapRule::never : GapRule::perhaps;
}

// Marks open after token `i`; one that closes nothing does not count.
std::int32_t open_marks(const Segment& s, std::size_t i, Shape opens, Shape closes) {
  std::int32_t open = 0;
  for (std::size_t k = 0; k <= i; ++k) {
    if (s.at(k).shape == opens) ++open;
    if (s.at(k).shape == closes) open = std::max(0, open - 1);
  }
  return open;
}

std::uint32_t bucket(std::size_t n) {
  if (n < 4) return static_cast<std::uint32_t>(n);
  std::uint32_t bits = 0;
  while ((std::size_t{1} << bits) < n) ++bits;
  return 2 + bits;
}

std::uint32_t tokens_to_stop(const Segment& s, std::size_t i) {
  for (std::size_t k = i + 1; k < s.tokens.size(); ++k) {
    if (is_stop(s.at(k).shape)) return bucket(std::min<std::size_t>(k - i, 254));
  }
  return 15;
}

// The score of the gap after token `i` of a sentence that began at `begin`.
std::int32_t score_of(const SentenceModel& model, const Segment& s, std::size_t begin, std::size_t i,
                      std::uint32_t doc) {
  const Reading &p0 = s.at(i), &p1 = s.at(i - 1), &p2 = s.at(i - 2);
  const Reading &n0 = s.at(i + 1), &n1 = s.at(i + 2), &n2 = s.at(i + 3);
  std::size_t core = i;
  while (core > 0 && i - core < 3 && is_closer(s.at(core).shape)) --core;
  const Reading& c = s.at(core);
  const auto number = [](Shape shape) { return static_cast<std::uint64_t>(shape); };
  const std::uint64_t ps = number(p0.shape), ns = number(n0.shape), cs = number(c.shape);
  const std::uint64_t pair = ps + 256 * ns + 65536 * cs + (n0.glued ? 1u << 24 : 0);

  std::size_t words = 0;
  std::size_t capitals = 0;
  for (std::size_t k = begin; k <= i; ++k) {
    words += is_between(s.at(k).shape, Shape::lower, Shape::acronym);
    capitals += is_between(s.at(k).shape, Shape::capitalized, Shape::mixed);
  }
  const std::size_t n = s.tokens.size();
  const auto length = bucket(i + 1 - begin);
  const auto left = bucket(std::min<std::size_t>(n - i - 1, 1000));
  const auto caps = static_cast<std::uint32_t>(words == 0 ? 0 : 1 + 4 * capitals / words);
  const bool stopped = is_stop(s.at(n - 1).shape) || (n > 1 && is_stop(s.at(n - 2).shape));
  const Shape last_end = begin == 0 ? Shape::none : s.at(begin - 1).shape;
  const std::int32_t quotes = open_marks(s, i, Shape::open_quote, Shape::close_quote);
  const std::int32_t brackets = open_marks(s, i, Shape::open_bracket, Shape::close_bracket);
  const std::uint32_t to_stop = tokens_to_stop(s, i);
  std::uint32_t reporting = 0;
  for (std::uint32_t k = 0; k < 4; ++k) reporting |= s.at(i + 1 + k).is(WordList::reporting) << k;

  std::int32_t score = 0;
  const auto add = [&](auto... feature_values) {
    score += model.weights[row_of(feature(feature_values...), model.bits)];
  };
  add(0u, pair);
  add(1u, p0.word, p0.shape), add(2u, n0.word, n0.shape), add(3u, p0.word, n0.word);
  add(4u, p1.shape, pair, n1.shape), add(5u, pair, n0.word), add(6u, p0.word, ns, n0.glued);
  add(7u, c.word, cs, n0.word, n0.shape), add(8u, p1.word, p0.word, ns), add(9u, n0.word, n1.word, ps);
  add(10u, p1.word, pair), add(11u, n1.word, pair), add(12u, length, pair);
  add(13u, std::min(quotes, 2), pair), add(14u, std::min(brackets, 2), pair);
  add(15u, stopped, left, pair), add(16u, p0.lists, n0.lists, pair), add(17u, pair, n1.shape, n2.shape);
  add(18u, pair, s.at(begin).word), add(19u, p2.shape, p1.shape, pair), add(20u, caps, length, pair);
  add(21u, p0.suffix, ns, p1.shape), add(22u, n0.suffix, pair), add(23u, last_end, stopped, pair);
  add(24u, p1.word, p0.word, n0.word), add(25u, p0.suffix, n0.suffix, pair);
  add(26u, std::min(quotes, 1), n0.word, ps, cs), add(27u, p2.word, p1.word, pair);
  add(28u, length, to_stop, pair), add(29u, doc, stopped, pair), add(30u, doc, to_stop, length, ps, ns);
  add(31u, reporting, pair);
  return score;
}

// Of four segments of the document, how many end with a stop: 0 to 3.
std::uint32_t punctuation_of(const Document& doc, const std::vector<TokenRange>& segments) {
  std::size_t stopped = 0;
  for (const TokenRange range : segments) {
    for (std::uint32_t back = 1; back <= std::min(3u, range.last - range.first); ++back) {
      const std::string_view form = doc.at(doc.tokens[range.last - back].span);
      const CodePoints points(form);
      if (is_one_of(points.before(points.size()), U".!?\u2026")) {
        ++stopped;
        break;
      }
      if (is_wordly(points.at(0))) break;
    }
  }
  return segments.empty()
             ? 0
             : static_cast<std::uint32_t>(std::min<std::size_t>(3, 4 * stopped / segments.size()));
}

}  // namespace

std::vector<Sentence> reference_sentences(const TokenizerModel& model, const Document& doc,
                                          const std::vector<TokenRange>& segments) {
  const std::uint32_t punctuation = punctuation_of(doc, segments);
  std::vector<Sentence> sentences;
  for (const TokenRange range : segments) {
    Segment s;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      s.tokens.push_back(read_token(model.lexicon, doc, i, s.tokens));
    }
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i + 1 < s.tokens.size(); ++i) {
      const GapRule rule = rule_of(s, i);
      if (rule == GapRule::never) continue;
      if (rule == GapRule::perhaps && score_of(model.sentences, s, begin, i, punctuation) <= 0) continue;
      sentences.push_back({range.first + begin, range.first + i + 1});
      begin = i + 1;
    }
    sentences.push_back({range.first + begin, range.last});
  }
  return sentences;
}

void reference_tokenize(const TokenizerModel& model, Document& doc) {
  std::vector<TokenRange> ranges;
  for (const Span segment : reference_segments(doc)) {
    const auto first = static_cast<std::uint32_t>(doc.tokens.size());
    for (const Token& token : reference_words(model.lexicon, doc, segment)) doc.tokens.push_back(token);
    const auto last = static_cast<std::uint32_t>(doc.tokens.size());
    if (first < last) ranges.push_back({first, last});
  }
  doc.sentences = reference_sentences(model, doc, ranges);
}

}  // namespace hearsay
