#include "tokenizer/words.h"

#include <algorithm>

#include "tokenizer/addresses.h"
#include "tokenizer/glyph.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxSiteBytes = 253;  // of a domain name, RFC 1035

// The text is cut at the end of the segment, so that nothing looks beyond it.
struct Splitter {
  const Lexicon& lexicon;
  std::string_view text;
  std::size_t begin;  // of the segment
  std::vector<Token>& tokens;

  Glyph at(std::size_t i) const { return glyph_at(text, i); }
  Glyph before(std::size_t i) const { return i == begin ? Glyph{} : glyph_before(text, i); }
  std::string_view form(std::size_t from, std::size_t to) const { return text.substr(from, to - from); }
  bool listed(WordList list, std::size_t from, std::size_t to) const {
    const FoldedWord folded(form(from, to));
    return !folded.view().empty() && lexicon.has(list, folded.view());
  }

  void emit(std::size_t from, std::size_t to) const {
    tokens.push_back({{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}});
  }
};

// First byte after the letters, digits and joiners from `i` on.
std::size_t word_end(const Splitter& s, std::size_t i) {
  for (Glyph g = s.at(i); is_word(g.kind); g = s.at(i)) i += g.length;
  return i;
}

// The same for words that are looked up: stops once no list can hold the word, so
// that looking ahead costs no more than a constant.
std::size_t short_word_end(const Splitter& s, std::size_t i) {
  const std::size_t limit = i + kMaxEntryBytes;
  for (Glyph g = s.at(i); i <= limit && is_word(g.kind); g = s.at(i)) i += g.length;
  return i;
}

std::size_t skip_spaces(const Splitter& s, std::size_t i) {
  for (Glyph g = s.at(i); g.length > 0 && g.kind == GlyphKind::space; g = s.at(i)) i += g.length;
  return i;
}

// ---- Numbers

// Digits in a row: how many, and where they end. They take a byte each or more.
struct Digits {
  std::size_t count = 0;
  std::size_t end = 0;
};

Digits count_digits(const Splitter& s, std::size_t i) {
  Digits digits{.end = i};
  for (Glyph g = s.at(i); g.kind == GlyphKind::digit; g = s.at(digits.end)) {
    digits.end += g.length;
    ++digits.count;
  }
  return digits;
}

// True when the sign at `i`, after a digit, and what follows belong to the same
// number: 1,000.50  9:52  11/28/2000.
bool continues_number(const Splitter& s, std::size_t i) {
  const char32_t sign = s.at(i).value;
  if (s.at(i + 1).kind != GlyphKind::digit) return false;
  if (sign == '.' || sign == ':' || sign == '/') return true;
  return sign == ',' && count_digits(s, i + 1).count == 3;
}

// A telephone number or the like: groups of digits with hyphens, where one group
// has three digits or more and the next one four, or there are three groups.
// Returns its end, or `i` when there is none.
std::size_t hyphenated_number_end(const Splitter& s, std::size_t i) {
  const Digits digits = count_digits(s, i);
  const std::size_t first = digits.count;
  std::size_t last = first;
  std::size_t end = digits.end;
  int groups = 1;
  while (groups < 5 && s.at(end).value == '-' && s.at(end + 1).kind == GlyphKind::digit) {
    const Digits next = count_digits(s, end + 1);
    last = next.count;
    end = next.end;
    ++groups;
  }
  if (is_word(s.at(end).kind)) return i;
  const bool year_range = first == 4 && last == 4 && groups == 2;
  if (groups == 3 || (groups == 2 && first != 2 && last == 4 && !year_range) ||
      (groups == 4 && first == 1 && last == 4)) {
    return end;
  }
  return i;
}

// The number that begins at `i`, with letters that are no unit ("2nd", "1990s").
std::size_t number_end(const Splitter& s, std::size_t i) {
  if (const std::size_t end = hyphenated_number_end(s, i); end != i) return end;
  std::size_t end = count_digits(s, i).end;
  while (continues_number(s, end)) end = count_digits(s, end + 1).end;
  const std::size_t letters = word_end(s, end);
  if (letters == end) return end;
  if (s.listed(WordList::units, end, letters)) return end;
  // a.m. and p.m.
  const Glyph after_stop = s.at(letters + 1);
  const bool is_dotted = letters == end + 1 && s.at(letters).kind == GlyphKind::period;
  if (is_dotted && s.listed(WordList::units, end, letters + 1 + after_stop.length)) return end;
  return letters;
}

// ---- Full stops

// The end of an abbreviation with inner stops that begins at `from`, or `from`:
// U.S.  e.g.  Ph.D.  Its first stop is at `stop`.
std::size_t dotted_end(const Splitter& s, std::size_t from, std::size_t stop) {
  std::size_t i = stop;
  bool single = stop == from + s.at(from).length && is_letter(s.at(from).kind);
  std::size_t parts = 1;
  // A part is a letter or two; anything longer is the next sentence or a site.
  while (i < from + kMaxEntryBytes && s.at(i).kind == GlyphKind::period && is_letter(s.at(i + 1).kind)) {
    const std::size_t next = short_word_end(s, i + 1);
    const bool one = next == i + 1 + s.at(i + 1).length;
    if (!one && !s.listed(WordList::abbreviations, from, next)) break;
    single = single && one;
    ++parts;
    i = next;
  }
  if (parts == 1) return from;
  const bool stopped = s.at(i).kind == GlyphKind::period;
  if (single || s.listed(WordList::abbreviations, from, i)) return i + (stopped ? 1 : 0);
  return from;
}

// True when the single capital letter in [from, stop) is an initial rather than
// the last word of a sentence.
bool is_initial(const Splitter& s, std::size_t from, std::size_t stop) {
  if (s.at(from).kind != GlyphKind::upper || from + s.at(from).length != stop) return false;
  const Glyph before = s.before(from);
  if (before.kind == GlyphKind::hyphen || before.kind == GlyphKind::apostrophe) return false;
  const std::size_t next = skip_spaces(s, stop + 1);
  if (next == stop + 1) return false;
  if (s.at(next).kind != GlyphKind::upper) return false;
  return !s.listed(WordList::starters, next, short_word_end(s, next));
}

// True when nothing but closing signs follows `i` in the segment.
bool ends_segment(const Splitter& s, std::size_t i) {
  for (Glyph g = s.at(i); g.length > 0; g = s.at(i)) {
    constexpr std::u32string_view kClosers = U"\"'\u201D\u2019)]";
    if (g.kind != GlyphKind::space && kClosers.find(g.value) == std::u32string_view::npos) return false;
    i += g.length;
  }
  return true;
}

// True when the full stop at `stop`, after an abbreviation, ends the sentence and
// is a token of its own, as the treebanks have it for some abbreviations.
bool closes_sentence(const Splitter& s, std::string_view word, std::size_t stop) {
  const std::uint32_t lists = s.lexicon.lists_of(word);
  if (lists >> int(WordList::closing) & 1 && ends_segment(s, stop + 1)) return true;
  return (lists >> int(WordList::last) & 1) && s.at(skip_spaces(s, stop + 1)).kind == GlyphKind::upper;
}

// True when the capitalised word at `from` stands as a state does after a town or a
// party: Vik, Mass.  (D-Mass.)
bool is_appended(const Splitter& s, std::size_t from) {
  if (s.at(from).kind != GlyphKind::upper) return false;
  std::size_t i = from;
  while (i > s.begin && s.before(i).value == ' ') --i;
  const Glyph before = s.before(i);
  return before.kind == GlyphKind::hyphen || before.value == ',' || before.value == '(' ||
         before.value == '/';
}

// The end of the word [from, stop) with the full stop at `stop` where that is part
// of it, else `stop`.
std::size_t stopped_end(const Splitter& s, std::size_t from, std::size_t stop) {
  if (const std::size_t end = dotted_end(s, from, stop); end != from) {
    if (s.text[end - 1] != '.') return end;
    const FoldedWord word(s.form(from, end - 1));
    return closes_sentence(s, word.view(), end - 1) ? end - 1 : end;
  }
  const FoldedWord word(s.form(from, stop));
  if (word.view().empty()) return stop;
  const bool listed = s.lexicon.has(WordList::abbreviations, word.view()) ||
                      (s.lexicon.has(WordList::after_comma, word.view()) && is_appended(s, from));
  if (s.at(stop + 1).kind == GlyphKind::period) {  // an ellipsis, or one stop too many
    return listed && s.at(stop + 2).kind != GlyphKind::period ? stop + 1 : stop;
  }
  if (is_initial(s, from, stop)) return stop + 1;
  if (is_word(s.at(stop + 1).kind) && s.at(stop + 1).kind != GlyphKind::digit) return stop;
  if (listed) return closes_sentence(s, word.view(), stop) ? stop : stop + 1;
  const bool numbered = s.at(skip_spaces(s, stop + 1)).kind == GlyphKind::digit;
  return numbered && s.lexicon.has(WordList::before_number, word.view()) ? stop + 1 : stop;
}

// The end of a name with an ending that sites and files have ("example.com",
// "report.doc"), or with three lower-case parts or more ("comp.lang.misc"), whose
// first dot is at `dot`; else `dot`. A name that goes on for longer than a domain's
// may is none, so that looking for one costs no more than a constant.
std::size_t site_end(const Splitter& s, std::size_t dot) {
  std::size_t end = dot;
  std::size_t last = dot;
  std::size_t lower_parts = s.before(dot).kind == GlyphKind::lower;
  while (s.at(end).kind == GlyphKind::period && is_word(s.at(end + 1).kind)) {
    last = end + 1;
    lower_parts += s.at(last).kind == GlyphKind::lower;
    for (end = last; is_word(s.at(end).kind); end += s.at(end).length) {
      if (end > dot + kMaxSiteBytes) return dot;
    }
  }
  if (end == dot || end > dot + kMaxSiteBytes) return dot;
  return lower_parts >= 3 || s.listed(WordList::endings, last, end) ? end : dot;
}

// ---- Words

// The end of the sign at `i` in the word that began at `from`, where the word goes
// on behind it, else `i`: AT&T  f*ck  snake_case  w/o
std::size_t inner_sign_end(const Splitter& s, std::size_t from, std::size_t i) {
  const char32_t sign = s.at(i).value;
  if (sign == '&') {
    const bool capitals = s.before(i).kind == GlyphKind::upper && s.at(i + 1).kind == GlyphKind::upper;
    return capitals ? i + 1 : i;
  }
  if (sign == '/' || sign == '!') {
    return s.listed(WordList::joined, from, short_word_end(s, i + 1)) ? i + 1 : i;
  }
  if (sign != '*' && sign != '_') return i;
  std::size_t end = i;
  while (s.at(end).value == sign) ++end;
  return is_letter(s.at(end).kind) || (sign == '_' && is_word(s.at(end).kind)) ? end : i;
}

// First byte after the word that begins at `from`, with its inner signs and the
// full stop of an abbreviation.
std::size_t scan_word(const Splitter& s, std::size_t from) {
  const bool number = s.at(from).kind == GlyphKind::digit;
  std::size_t end = number ? number_end(s, from) : word_end(s, from);
  if (number && s.before(end).kind == GlyphKind::digit) return end;
  for (;;) {
    const Glyph sign = s.at(end);
    std::size_t next = end;
    if (sign.kind == GlyphKind::apostrophe && is_letter(s.at(end + sign.length).kind)) {
      next = end + sign.length;
    } else if (sign.value == ':' && s.at(end + 1).kind != GlyphKind::space &&
               s.listed(WordList::schemes, from, end)) {
      return std::max(end, url_end(s.text, from));
    } else if (sign.kind == GlyphKind::period) {
      if (is_word(s.at(end + 1).kind) && s.listed(WordList::schemes, from, end)) return url_end(s.text, from);
      next = site_end(s, end);
      if (next == end) return stopped_end(s, from, end);
      if (s.at(next).value == '/') return url_end(s.text, from);
    } else if (sign.kind == GlyphKind::hyphen && is_word(s.at(end + sign.length).kind)) {
      if (s.listed(WordList::prefixes, from, end)) next = end + sign.length;
    } else if (sign.value == '$' && s.listed(WordList::dollars, from, end)) {
      return end + 1;
    } else {
      next = inner_sign_end(s, from, end);
    }
    if (next == end) return end;
    end = word_end(s, next);
  }
}

// Where the clitic at the end of [from, to) begins, or `to`: does|n't, Smith|'s.
std::size_t clitic_begin(const Splitter& s, std::size_t from, std::size_t to) {
  std::size_t mark = to;
  std::size_t letters = 0;
  // The longest clitic is three letters after or around its apostrophe.
  while (mark > from && letters < 4) {
    const Glyph g = s.before(mark);
    mark -= g.length;
    ++letters;
    if (g.kind != GlyphKind::apostrophe) continue;
    if (s.listed(WordList::clitics, mark, to)) return mark > from ? mark : to;
    const std::size_t n = mark > from ? mark - s.before(mark).length : mark;
    if (n > from && s.listed(WordList::clitics, n, to)) return n;
    return to;
  }
  return to;
}

void emit_word(const Splitter& s, std::size_t from, std::size_t to) {
  const FoldedWord folded(s.form(from, to));
  const std::size_t begin = from;
  // Folding may change lengths outside ASCII; contractions are ASCII.
  if (!folded.view().empty() && folded.view().size() == to - from) {
    for (const std::uint8_t cut : s.lexicon.contraction_cuts(folded.view())) {
      if (cut == 0) break;
      s.emit(from, begin + cut);
      from = begin + cut;
    }
  }
  std::array<std::size_t, 8> cuts;
  std::size_t count = 0;
  for (std::size_t end = to; count < cuts.size(); end = cuts[count++]) {
    const std::size_t cut = clitic_begin(s, from, end);
    if (cut == end) break;
    cuts[count] = cut;
  }
  while (count > 0) {
    s.emit(from, cuts[--count]);
    from = cuts[count];
  }
  s.emit(from, to);
}

// ---- Punctuation

// The longest emoticon at `i`, or `i`. It may not run into a word.
std::size_t emoticon_end(const Splitter& s, std::size_t i) {
  constexpr std::size_t kLongest = 5;
  if (!s.lexicon.may_begin_emoticon(s.text[i])) return i;
  for (std::size_t length = std::min(kLongest, s.text.size() - i); length >= 2; --length) {
    if (!s.lexicon.has(WordList::emoticons, s.form(i, i + length))) continue;
    const bool free_end = !is_word(s.at(i + length).kind) || !is_word(s.before(i + length).kind);
    if (free_end) return i + length;
  }
  return i;
}

// An apostrophe at `i` that begins a word: 's  'em  '90s.
std::size_t apostrophe_word_end(const Splitter& s, std::size_t i) {
  const std::size_t next = i + s.at(i).length;
  const std::size_t end = short_word_end(s, next);
  if (end == next) return i;
  if (s.listed(WordList::clitics, i, end)) return end;
  const bool spaced = !is_word(s.before(i).kind);
  if (spaced && s.listed(WordList::elisions, i, end)) {
    const std::size_t closed = end + s.at(end).length;
    return s.at(end).kind == GlyphKind::apostrophe && s.listed(WordList::elisions, i, closed) ? closed : end;
  }
  const Digits digits = count_digits(s, next);
  const bool plural = end == digits.end + 1 && s.text[digits.end] == 's';
  const bool decade = digits.count == 2 && (end == digits.end || plural);
  return spaced && decade ? end : i;
}

// True for signs that stand together when they are repeated: ...  --  ***
bool repeats(Glyph g) {
  constexpr std::u32string_view kOnce = U"\"()[]{},;:\u201C\u201D\u00AB\u00BB\u20AC\u00A3%";
  return g.kind != GlyphKind::apostrophe && kOnce.find(g.value) == std::u32string_view::npos;
}

bool is_shout(char32_t c) { return c == '!' || c == '?'; }

// Modifiers that change the emoji before them.
bool modifies_emoji(Glyph g) {
  return g.kind == GlyphKind::joiner || (g.value >= 0x1F3FB && g.value <= 0x1F3FF);
}

// An emoji (or other symbol) with its modifiers and what is joined to it.
std::size_t symbol_end(const Splitter& s, std::size_t i) {
  std::size_t end = i + s.at(i).length;
  for (Glyph g = s.at(end); modifies_emoji(g); g = s.at(end)) {
    end += g.length;
    const Glyph joined = s.at(end);
    if (g.value == 0x200D && joined.kind == GlyphKind::symbol) end += joined.length;
  }
  return end;
}

// The end of a drawn line ("--==--", "*~*~*", "+----+") that begins at `i`, or `i`.
std::size_t rule_end(const Splitter& s, std::size_t i) {
  constexpr std::u32string_view kDrawing = U"-=_*~+<>|";
  constexpr std::size_t kShortest = 5;
  std::size_t end = i;
  while (kDrawing.find(s.at(end).value) != std::u32string_view::npos) ++end;
  return end - i >= kShortest ? end : i;
}

// First byte after the run of signs that the one at `i` begins.
std::size_t run_end(const Splitter& s, std::size_t i) {
  const Glyph first = s.at(i);
  std::size_t end = i + first.length;
  if (first.kind == GlyphKind::other) {
    while (s.at(end).kind == GlyphKind::other) end += s.at(end).length;
    return end;
  }
  if (first.kind == GlyphKind::symbol && first.value >= 128) return symbol_end(s, i);
  // Two single quotes are one double one.
  const auto pairs = [](Glyph g) { return g.kind == GlyphKind::apostrophe || g.value == U'\u2018'; };
  if (pairs(first)) return pairs(s.at(end)) && s.at(end).length == first.length ? end + first.length : end;
  if (const std::size_t rule = rule_end(s, i); rule != i) return rule;
  if (!repeats(first)) return end;
  for (Glyph g = s.at(end); g.length > 0; g = s.at(end)) {
    if (g.value != first.value && !(is_shout(g.value) && is_shout(first.value))) break;
    end += g.length;
  }
  return end;
}

std::size_t scan_sign(const Splitter& s, std::size_t i) {
  const Glyph g = s.at(i);
  if (const std::size_t end = emoticon_end(s, i); end != i) return end;
  if (g.kind == GlyphKind::apostrophe) {
    if (const std::size_t end = apostrophe_word_end(s, i); end != i) return end;
  }
  if (g.value == '+' && !is_word(s.before(i).kind) && s.at(i + 1).kind == GlyphKind::digit) {
    return scan_word(s, i + 1);
  }
  if ((g.value == '@' || g.value == '#') && !is_word(s.before(i).kind)) {
    if (const std::size_t end = handle_end(s.text, i); end != i) return end;
  }
  return run_end(s, i);
}

}  // namespace

void split_words(const Lexicon& lexicon, std::string_view text, Span segment, std::vector<Token>& tokens) {
  const Splitter s{lexicon, text.substr(0, segment.end), segment.begin, tokens};
  std::size_t sign = s.text.find('@', segment.begin);
  for (std::size_t i = segment.begin; i < segment.end;) {
    const Glyph g = s.at(i);
    if (g.kind == GlyphKind::space) {
      i += g.length;
      continue;
    }
    std::size_t end = i;
    if (!is_word(g.kind)) {
      end = scan_sign(s, i);
      s.emit(i, end);
    } else {
      if (sign < i) sign = s.text.find('@', i);
      if (sign != std::string_view::npos) end = email_end(s.text, i, sign);
      if (end == i) {
        end = scan_word(s, i);
        emit_word(s, i, end);
      } else {
        s.emit(i, end);
      }
    }
    i = end;
  }
}

}  // namespace hearsay
