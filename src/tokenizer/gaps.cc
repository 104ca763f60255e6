#include "tokenizer/gaps.h"

#include <algorithm>
#include <bit>

#include "model/feature_hash.h"
#include "tokenizer/glyph.h"

namespace hearsay {
namespace {

// What the letters and digits of a form are.
struct Letters {
  std::uint32_t upper = 0, lower = 0, digit = 0, other = 0, sign = 0;
  GlyphKind first = GlyphKind::other;
};

// Looks at the first bytes only: nothing longer is an ordinary word.
Letters count_letters(std::string_view form) {
  constexpr std::size_t kLooked = 24;
  Letters n;
  for (std::size_t i = 0; i < std::min(form.size(), kLooked);) {
    const Glyph g = glyph_at(form, i);
    if (i == 0) n.first = g.kind;
    n.upper += g.kind == GlyphKind::upper;
    n.lower += g.kind == GlyphKind::lower;
    n.digit += g.kind == GlyphKind::digit;
    n.other += g.kind == GlyphKind::letter;
    n.sign += !is_word(g.kind);
    i += g.length;
  }
  return n;
}

Shape shape_of_word(std::string_view form, const Letters& n) {
  const bool stopped = form.back() == '.';
  if (n.sign > stopped && form.find_first_of("@/:") != std::string_view::npos && n.digit < 2)
    return Shape::address;
  if (n.first == GlyphKind::digit) return n.upper + n.lower > 0 ? Shape::number_mixed : Shape::number;
  if (n.first == GlyphKind::apostrophe) return Shape::clitic;
  if (n.upper == 1 && n.lower + n.digit + n.other == 0) return Shape::initial;
  if (stopped) return n.sign > 1 ? Shape::acronym : Shape::abbreviation;
  if (n.other > 0) return Shape::other_letter;
  if (n.upper == 0) return n.digit == 0 ? Shape::lower : Shape::mixed;
  if (n.lower == 0 && n.digit == 0) return Shape::all_caps;
  return n.first == GlyphKind::upper && n.upper == 1 ? Shape::capitalized : Shape::mixed;
}

Shape shape_of_run(std::string_view form, char32_t first) {
  switch (first) {
    case '.':
      return form.size() == 1 ? Shape::period : Shape::ellipsis;
    case U'\u2026':
      return Shape::ellipsis;
    case '?':
    case U'\u061F':
    case U'\uFF1F':
      return Shape::question;
    case '!':
    case U'\uFF01':
      return Shape::exclamation;
    case U'\u3002':
    case U'\u0964':
    case U'\u06D4':
      return Shape::period;
    case ',':
      return Shape::comma;
    case ';':
      return Shape::semicolon;
    case ':':
      return Shape::colon;
    case '-':
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
      return form.size() > 4 ? Shape::rule : Shape::dash;
    case '(':
    case '[':
    case '{':
    case '<':
      return Shape::open_bracket;
    case ')':
    case ']':
    case '}':
    case '>':
      return Shape::close_bracket;
    case U'\u201C':
    case U'\u2018':
    case U'\u201E':
    case U'\u201A':
    case U'\u00AB':
    case '`':
      return Shape::open_quote;
    case U'\u201D':
    case U'\u00BB':
      return Shape::close_quote;
    case '*':
    case '#':
    case '|':
    case U'\u2022':
    case U'\u00B7':
    case U'\u25CF':
    case U'\u25AA':
      return form.size() > 4 ? Shape::rule : Shape::bullet;
    default:
      return form.size() > 4 && first < 128 ? Shape::rule : Shape::symbol;
  }
}

bool is_undirected_quote(char32_t c) { return c == '"' || c == '\'' || c == U'\u2019'; }

// A quotation mark opens where white space or an opener stands before it and none
// after it, closes in the opposite case, and else does what was not done last.
Shape direction_of(const Document& doc, std::uint32_t i, Shape before, bool glued, bool any_open) {
  const Span span = doc.tokens[i].span;
  const bool space_after = glyph_at(doc.text, span.end).kind == GlyphKind::space;
  const bool free_before = !glued || before == Shape::open_bracket || before == Shape::open_quote ||
                           before == Shape::dash || before == Shape::none;
  if (free_before && !space_after) return Shape::open_quote;
  if (!free_before) return Shape::close_quote;
  return any_open ? Shape::close_quote : Shape::open_quote;
}

// A word's hash, full stop left out, and what the lists say of it.
void look_up(const Lexicon& lexicon, std::string_view form, TokenTraits& traits) {
  const FoldedWord folded(form);
  const std::string_view word = folded.view();
  if (word.empty()) return;
  traits.word = hash_bytes(word);
  traits.suffix = hash_bytes(word.substr(word.size() - std::min<std::size_t>(word.size(), 3)));
  const bool stopped = word.size() > 1 && word.back() == '.';
  traits.lists = lexicon.lists_of(stopped ? word.substr(0, word.size() - 1) : word);
}

// Numbers are as good as each other.
constexpr std::uint64_t kNumberWord = 1;

std::uint32_t bucket(std::uint32_t n) { return n < 4 ? n : 2 + std::bit_width(n - 1); }

bool ends_sentences(Shape s) {
  return s == Shape::period || s == Shape::question || s == Shape::exclamation || s == Shape::ellipsis;
}

bool is_listed(const TokenTraits& t, WordList list) { return t.lists >> int(list) & 1; }

// True when token `i` is a capitalised function word before a lower-case word, as at
// the beginning of a sentence, but not in a title.
bool begins_clause(std::span<const TokenTraits> traits, std::size_t i) {
  const Shape s = traits[i].shape;
  return !traits[i].glued && (s == Shape::capitalized || s == Shape::initial) &&
         is_listed(traits[i], WordList::starters) && i + 1 < traits.size() &&
         traits[i + 1].shape == Shape::lower;
}

// True when the gap stands after a full stop with words on both sides that lacks the
// space: "was closed.The mayor left"
bool lacks_space(std::span<const TokenTraits> traits, std::size_t i) {
  const TokenTraits& next = traits[i + 1];
  if (i == 0 || traits[i].shape != Shape::period || !traits[i].glued || !next.glued) return false;
  const bool begins = next.shape == Shape::capitalized ||
                      (next.shape == Shape::initial && is_listed(next, WordList::starters));
  return begins && traits[i - 1].shape == Shape::lower;
}

// True when the gap stands after the dash of a dateline: OSLO, May 2 (Nordwire) -
// A dateline is a sentence of its own, since it has no part in the grammar of the
// sentence that it stands before.
bool is_dateline(std::span<const TokenTraits> traits, std::size_t i) {
  constexpr std::size_t kLongest = 16;
  if (i == 0 || i > kLongest || traits[i].shape != Shape::dash || traits[i].glued) return false;
  const Shape next = traits[i + 1].shape;
  if (traits[i + 1].glued || next == Shape::lower || next == Shape::dash) return false;
  const auto before = traits.first(i);
  const bool place_first = traits[0].shape == Shape::all_caps || before.back().shape == Shape::close_bracket;
  return place_first && std::none_of(before.begin(), before.end(), [](const TokenTraits& t) {
           return t.shape == Shape::lower || t.shape == Shape::dash || ends_sentences(t.shape);
         });
}

// True when the gap stands between a quotation and a clause of no more than who said
// it: "Is it over?" Okafor asked.
bool begins_reporting_clause(std::span<const TokenTraits> traits, std::size_t i) {
  if (traits[i].shape != Shape::close_quote) return false;
  for (std::size_t k = i + 1; k < std::min(i + 4, traits.size()); ++k) {
    if (traits[k].shape != Shape::capitalized) {
      return k > i + 1 && is_listed(traits[k], WordList::reporting) && k + 1 < traits.size() &&
             traits[k + 1].shape == Shape::period;
    }
  }
  return false;
}

bool is_closer(Shape s) { return s == Shape::close_quote || s == Shape::close_bracket; }

}  // namespace

std::uint8_t punctuation_of(const Document& doc, std::span<const TokenRange> segments) {
  std::size_t stopped = 0;
  for (const TokenRange segment : segments) {
    std::uint32_t at = segment.last;
    // Closing quotes and brackets may stand behind the stop.
    for (std::uint32_t tries = 0; at > segment.first && tries < 3; ++tries) {
      const std::string_view form = doc.at(doc.tokens[--at].span);
      const char32_t c = glyph_before(form, form.size()).value;
      if (c == '.' || c == '!' || c == '?' || c == U'\u2026') {
        ++stopped;
        break;
      }
      if (is_word(glyph_at(form, 0).kind)) break;
    }
  }
  return static_cast<std::uint8_t>(
      segments.empty() ? 0 : std::min<std::size_t>(3, stopped * 4 / segments.size()));
}

void describe_tokens(const Lexicon& lexicon, const Document& doc, TokenRange segment,
                     std::vector<TokenTraits>& traits) {
  traits.clear();
  bool double_open = false;
  bool single_open = false;
  Shape before = Shape::none;
  for (std::uint32_t i = segment.first; i < segment.last; ++i) {
    const std::string_view form = doc.at(doc.tokens[i].span);
    TokenTraits t;
    t.glued = i > segment.first && doc.tokens[i].span.begin == doc.tokens[i - 1].span.end;
    const Letters letters = count_letters(form);
    const char32_t c = glyph_at(form, 0).value;
    if (letters.upper + letters.lower + letters.digit + letters.other > 0) {
      t.shape = shape_of_word(form, letters);
      look_up(lexicon, form, t);
      if (t.shape == Shape::number) t.word = kNumberWord;
    } else if (is_undirected_quote(c)) {
      bool& open = c == '"' || form.size() == 2 ? double_open : single_open;
      t.shape = direction_of(doc, i, before, t.glued, open);
      open = t.shape == Shape::open_quote;
    } else {
      t.shape = lexicon.has(WordList::emoticons, form) ? Shape::emoticon : shape_of_run(form, c);
      t.word = hash_bytes(form.substr(0, 4));
    }
    before = t.shape;
    traits.push_back(t);
  }
  std::uint8_t distance = kNoStop;
  for (auto t = traits.rbegin(); t != traits.rend(); ++t) {
    t->to_stop = distance;
    if (ends_sentences(t->shape)) distance = 0;
    if (distance < kNoStop - 1) ++distance;
  }
}

GapRule gap_rule(std::span<const TokenTraits> traits, std::size_t i) {
  const Shape before = traits[i].shape;
  const TokenTraits& next = traits[i + 1];
  const bool word_before = before >= Shape::lower && before <= Shape::number_mixed;
  if (is_dateline(traits, i) || lacks_space(traits, i)) return GapRule::always;
  if (begins_reporting_clause(traits, i)) return GapRule::never;
  if (next.shape == Shape::period || next.shape == Shape::comma) return GapRule::never;
  if (before == Shape::abbreviation || before == Shape::acronym) {
    if (is_listed(next, WordList::times)) return GapRule::never;
    if (begins_clause(traits, i + 1) && !is_listed(traits[i], WordList::titles)) return GapRule::always;
  }
  if (next.glued) {
    if (is_closer(next.shape) || next.shape == Shape::clitic) return GapRule::never;
    const bool opens = before == Shape::open_bracket || before == Shape::open_quote;
    const bool joins = word_before || before == Shape::dash || before == Shape::symbol;
    return opens || joins ? GapRule::never : GapRule::perhaps;
  }
  return word_before && next.shape == Shape::lower ? GapRule::never : GapRule::perhaps;
}

void pass_token(std::span<const TokenTraits> traits, std::size_t i, GapState& state) {
  const Shape s = traits[i].shape;
  state.quotes += (s == Shape::open_quote) - (s == Shape::close_quote && state.quotes > 0);
  state.brackets += (s == Shape::open_bracket) - (s == Shape::close_bracket && state.brackets > 0);
  state.words += s >= Shape::lower && s <= Shape::acronym;
  state.capitals += s > Shape::lower && s <= Shape::mixed;
}

void begin_sentence(std::span<const TokenTraits> traits, std::size_t i, GapState& state) {
  state.begin = static_cast<std::uint32_t>(i);
  state.words = state.capitals = 0;
  state.last_end = i == 0 ? Shape::none : traits[i - 1].shape;
}

GapFeatures gap_features(std::span<const TokenTraits> traits, std::size_t i, const GapState& state) {
  static constexpr TokenTraits kNothing;
  const auto at = [&](std::size_t k) -> const TokenTraits& {
    return k < traits.size() ? traits[k] : kNothing;
  };
  const TokenTraits& p0 = traits[i];
  const TokenTraits& p1 = i >= 1 ? traits[i - 1] : kNothing;
  const TokenTraits& p2 = i >= 2 ? traits[i - 2] : kNothing;
  const TokenTraits& n0 = at(i + 1);
  const TokenTraits& n1 = at(i + 2);
  const TokenTraits& n2 = at(i + 3);
  // The sign before the closing quotes and brackets, which end what it ends.
  std::size_t core = i;
  while (core > 0 && i - core < 3 && is_closer(traits[core].shape)) --core;
  const TokenTraits& c = traits[core];

  const std::uint64_t ps = static_cast<std::uint64_t>(p0.shape);
  const std::uint64_t ns = static_cast<std::uint64_t>(n0.shape);
  const std::uint64_t cs = static_cast<std::uint64_t>(c.shape);
  const std::uint64_t pair = ps | ns << 8 | cs << 16 | std::uint64_t{n0.glued} << 24;
  const auto length = bucket(static_cast<std::uint32_t>(i + 1) - state.begin);
  const auto left = bucket(static_cast<std::uint32_t>(std::min<std::size_t>(traits.size() - i - 1, 1000)));
  const bool stopped = ends_sentences(traits.back().shape) ||
                       (traits.size() > 1 && ends_sentences(traits[traits.size() - 2].shape));
  const std::uint32_t doc = state.punctuation;
  const std::uint32_t to_stop = p0.to_stop == kNoStop ? 15 : bucket(p0.to_stop);
  const auto reports = [](const TokenTraits& t) { return is_listed(t, WordList::reporting); };
  const std::uint32_t reporting = reports(n0) | reports(n1) << 1 | reports(n2) << 2 | reports(at(i + 4)) << 3;
  const std::uint32_t caps = state.words == 0 ? 0 : 1 + state.capitals * 4 / state.words;
  return {
      feature(0, pair),
      feature(1, p0.word, p0.shape),
      feature(2, n0.word, n0.shape),
      feature(3, p0.word, n0.word),
      feature(4, p1.shape, pair, n1.shape),
      feature(5, pair, n0.word),
      feature(6, p0.word, ns, n0.glued),
      feature(7, c.word, cs, n0.word, n0.shape),
      feature(8, p1.word, p0.word, ns),
      feature(9, n0.word, n1.word, ps),
      feature(10, p1.word, pair),
      feature(11, n1.word, pair),
      feature(12, length, pair),
      feature(13, std::min(state.quotes, 2), pair),
      feature(14, std::min(state.brackets, 2), pair),
      feature(15, stopped, left, pair),
      feature(16, p0.lists, n0.lists, pair),
      feature(17, pair, n1.shape, n2.shape),
      feature(18, pair, state.begin <= i ? traits[state.begin].word : 0),
      feature(19, p2.shape, p1.shape, pair),
      feature(20, caps, length, pair),
      feature(21, p0.suffix, ns, p1.shape),
      feature(22, n0.suffix, pair),
      feature(23, state.last_end, stopped, pair),
      feature(24, p1.word, p0.word, n0.word),
      feature(25, p0.suffix, n0.suffix, pair),
      feature(26, std::min(state.quotes, 1), n0.word, ps, cs),
      feature(27, p2.word, p1.word, pair),
      feature(28, length, to_stop, pair),
      feature(29, doc, stopped, pair),
      feature(30, doc, to_stop, length, ps, ns),
      feature(31, reporting, pair),
  };
}

}  // namespace hearsay
