#include <algorithm>

#include "tests/reference/code_points.h"
#include "tests/reference/reference_tokenizer.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxSite = 253;  // bytes of a domain name
constexpr std::size_t kMaxLocal = 64;  // bytes of an address before its '@'
constexpr int kMaxClitics = 8;         // split from one word

struct Words {
  const Lexicon& lexicon;
  CodePoints text;

  std::string folded(std::size_t from, std::size_t to) const {
    std::string out;
    for (std::size_t i = from; i < to; ++i) {
      append_utf8(is_apostrophe(text.at(i)) ? U'\'' : to_lower(text.at(i)), out);
    }
    const bool is_too_long = text.bytes(from, to) > kMaxEntryBytes || out.size() > kMaxEntryBytes;
    return is_too_long ? "" : out;
  }
  bool listed(WordList list, std::size_t from, std::size_t to) const {
    return from < to && !folded(from, to).empty() && lexicon.has(list, folded(from, to));
  }

  std::size_t word_end(std::size_t i) const {
    while (is_wordly(text.at(i))) ++i;
    return i;
  }
  std::size_t digits_end(std::size_t i) const {
    while (is_number(text.at(i))) ++i;
    return i;
  }
  std::size_t spaces_end(std::size_t i) const {
    while (i < text.size() && is_space(text.at(i))) ++i;
    return i;
  }
};

// ---- Addresses

std::size_t url_end(const Words& w, std::size_t from) {
  std::size_t end = from;
  const auto ends = [](char32_t c) {
    return is_space(c) || is_control(c) || is_one_of(c, U"<>\"\u201C\u201D\u00AB\u00BB");
  };
  while (!ends(w.text.at(end))) ++end;
  const std::u32string url = w.text.values.substr(from, end - from);
  const bool has_bracket = url.find(U'(') != std::u32string::npos;
  while (end > from) {
    const char32_t last = w.text.before(end);
    if (!is_one_of(last, U".,;:!?'\u2019\u2018)]}\u2026\u2014\u2013*")) break;
    if (has_bracket && last == ')') break;
    --end;
  }
  return end;
}

std::size_t email_end(const Words& w, std::size_t from) {
  std::size_t at = from;
  while (is_wordly(w.text.at(at)) || is_one_of(w.text.at(at), U"._%+-~")) ++at;
  if (w.text.at(at) != '@' || w.text.bytes(from, at) > kMaxLocal) return from;
  std::size_t end = from;
  for (std::size_t i = at + 1; is_wordly(w.text.at(i)) || is_one_of(w.text.at(i), U".-_"); ++i) {
    if (is_wordly(w.text.at(i))) end = i + 1;
  }
  return end;
}

std::size_t handle_end(const Words& w, std::size_t from) {
  std::size_t end = from + 1;
  while (is_wordly(w.text.at(end)) || w.text.at(end) == '_') ++end;
  for (std::size_t i = from + 1; i < end; ++i) {
    if (is_letter(w.text.at(i))) return end;
  }
  return from;
}

std::size_t site_end(const Words& w, std::size_t dot) {
  std::size_t end = dot;
  std::size_t last = dot;
  int lower_parts = is_lower(w.text.before(dot));
  while (w.text.at(end) == '.' && is_wordly(w.text.at(end + 1))) {
    last = end + 1;
    lower_parts += is_lower(w.text.at(last));
    end = w.word_end(last);
  }
  if (end == dot || w.text.bytes(dot, end) > kMaxSite) return dot;
  return lower_parts >= 3 || w.listed(WordList::endings, last, end) ? end : dot;
}

// ---- Numbers

std::size_t telephone_end(const Words& w, std::size_t from) {
  std::vector<std::size_t> groups;
  std::size_t end = from;
  for (;;) {
    const std::size_t next = w.digits_end(end);
    groups.push_back(next - end);
    end = next;
    if (groups.size() == 5 || w.text.at(end) != '-' || !is_number(w.text.at(end + 1))) break;
    ++end;
  }
  if (is_wordly(w.text.at(end))) return from;
  bool is_telephone = groups.size() == 3;
  if (groups.size() == 2) {
    is_telephone = groups[0] != 2 && groups[1] == 4 && groups[0] != 4;  // 1990-1995 are two years
  }
  if (groups.size() == 4) is_telephone = groups[0] == 1 && groups[3] == 4;
  return is_telephone ? end : from;
}

std::size_t number_end(const Words& w, std::size_t from) {
  if (const std::size_t end = telephone_end(w, from); end != from) return end;
  std::size_t end = w.digits_end(from);
  for (;;) {
    const std::size_t next = w.digits_end(end + 1);
    const bool joins = is_one_of(w.text.at(end), U".:/") && next > end + 1;
    const bool thousands = w.text.at(end) == ',' && next == end + 4;
    if (!joins && !thousands) break;
    end = next;
  }
  const std::size_t letters = w.word_end(end);
  if (letters == end || w.listed(WordList::units, end, letters)) return end;
  const bool is_dotted = letters == end + 1 && w.text.at(letters) == '.';
  if (is_dotted && letters + 1 < w.text.size() && w.listed(WordList::units, end, letters + 2)) return end;
  return letters;
}

// ---- Full stops

// The end of [from, stop) as an abbreviation with stops inside, or `from`.
std::size_t dotted_end(const Words& w, std::size_t from, std::size_t stop) {
  bool only_letters = stop == from + 1 && is_letter(w.text.at(from));
  std::size_t end = stop;
  while (w.text.bytes(from, end) < kMaxEntryBytes && w.text.at(end) == '.' && is_letter(w.text.at(end + 1))) {
    const std::size_t next = w.word_end(end + 1);
    if (next > end + 2 && !w.listed(WordList::abbreviations, from, next)) break;
    only_letters = only_letters && next == end + 2;
    end = next;
  }
  if (end == stop) return from;
  if (!only_letters && !w.listed(WordList::abbreviations, from, end)) return from;
  return w.text.at(end) == '.' ? end + 1 : end;
}

bool is_initial(const Words& w, std::size_t from, std::size_t stop) {
  if (stop != from + 1 || !is_upper(w.text.at(from))) return false;
  if (is_hyphen(w.text.before(from)) || is_apostrophe(w.text.before(from))) return false;
  const std::size_t next = w.spaces_end(stop + 1);
  return next > stop + 1 && is_upper(w.text.at(next)) &&
         !w.listed(WordList::starters, next, w.word_end(next));
}

// Whether the stop after the abbreviation [from, stop) is a word of its own.
bool closes_sentence(const Words& w, std::size_t from, std::size_t stop) {
  const std::size_t next = w.spaces_end(stop + 1);
  if (w.listed(WordList::last, from, stop) && is_upper(w.text.at(next))) return true;
  if (!w.listed(WordList::closing, from, stop)) return false;
  for (std::size_t i = stop + 1; i < w.text.size(); ++i) {
    if (!is_space(w.text.at(i)) && !is_one_of(w.text.at(i), U"\"'\u201D\u2019)]")) return false;
  }
  return true;
}

bool stands_after_comma(const Words& w, std::size_t from) {
  while (w.text.before(from) == ' ' && from > 0) --from;
  return is_hyphen(w.text.before(from)) || is_one_of(w.text.before(from), U",(/");
}

std::size_t stopped_end(const Words& w, std::size_t from, std::size_t stop) {
  if (const std::size_t end = dotted_end(w, from, stop); end != from) {
    return w.text.before(end) == '.' && closes_sentence(w, from, end - 1) ? end - 1 : end;
  }
  if (w.folded(from, stop).empty()) return stop;
  bool listed = w.listed(WordList::abbreviations, from, stop);
  if (w.listed(WordList::after_comma, from, stop) && is_upper(w.text.at(from))) {
    listed = listed || stands_after_comma(w, from);
  }
  const char32_t next = w.text.at(stop + 1);
  if (next == '.') return listed && w.text.at(stop + 2) != '.' ? stop + 1 : stop;
  if (is_initial(w, from, stop)) return stop + 1;
  if (is_wordly(next) && !is_number(next)) return stop;
  if (listed) return closes_sentence(w, from, stop) ? stop : stop + 1;
  const bool numbered = is_number(w.text.at(w.spaces_end(stop + 1)));
  return numbered && w.listed(WordList::before_number, from, stop) ? stop + 1 : stop;
}

// ---- Words

// Where the word that began at `from` goes on behind the sign at `i`, or `i`.
std::size_t sign_end(const Words& w, std::size_t from, std::size_t i) {
  const char32_t sign = w.text.at(i);
  const char32_t next = w.text.at(i + 1);
  bool goes_on = false;
  if (is_apostrophe(sign)) goes_on = is_letter(next);
  if (is_hyphen(sign)) goes_on = is_wordly(next) && w.listed(WordList::prefixes, from, i);
  if (sign == '&') goes_on = is_upper(w.text.before(i)) && is_upper(next);
  if (sign == '/' || sign == '!') goes_on = w.listed(WordList::joined, from, w.word_end(i + 1));
  if (sign == '*' || sign == '_') {
    std::size_t end = i;
    while (w.text.at(end) == sign) ++end;
    const bool into_word = is_letter(w.text.at(end)) || (sign == '_' && is_wordly(w.text.at(end)));
    return into_word ? end : i;
  }
  return goes_on ? i + 1 : i;
}

std::size_t scan_word(const Words& w, std::size_t from) {
  std::size_t end = w.word_end(from);
  if (is_number(w.text.at(from))) {
    end = number_end(w, from);
    if (is_number(w.text.before(end))) return end;
  }
  for (;;) {
    const char32_t sign = w.text.at(end);
    const char32_t next = w.text.at(end + 1);
    const bool scheme = w.listed(WordList::schemes, from, end);
    if (scheme && sign == ':' && !is_space(next)) return std::max(end, url_end(w, from));
    if (scheme && sign == '.' && is_wordly(next)) return url_end(w, from);
    if (sign == '$' && w.listed(WordList::dollars, from, end)) return end + 1;
    std::size_t longer = sign_end(w, from, end);
    if (sign == '.') {
      longer = site_end(w, end);
      if (longer == end) return stopped_end(w, from, end);
      if (w.text.at(longer) == '/') return url_end(w, from);
    }
    if (longer == end) return end;
    end = w.word_end(longer);
  }
}

// Where the clitic that ends [from, to) begins, or `to`.
std::size_t clitic_begin(const Words& w, std::size_t from, std::size_t to) {
  std::size_t mark = to;
  while (mark > from && !is_apostrophe(w.text.at(mark - 1))) --mark;
  if (mark == from || to - mark > 3) return to;
  --mark;
  if (w.listed(WordList::clitics, mark, to)) return mark > from ? mark : to;
  const bool with_letter = mark > from + 1 && w.listed(WordList::clitics, mark - 1, to);
  return with_letter ? mark - 1 : to;
}

void add_word(const Words& w, std::size_t from, std::size_t to, std::vector<std::size_t>& ends) {
  const std::string folded = w.folded(from, to);
  if (!folded.empty() && folded.size() == w.text.bytes(from, to)) {
    const std::size_t begin = from;
    for (const std::uint8_t cut : w.lexicon.contraction_cuts(folded)) {
      if (cut == 0) continue;
      ends.push_back(begin + cut);
      from = begin + cut;
    }
  }
  std::vector<std::size_t> cuts = {to};
  for (int i = 0; i < kMaxClitics; ++i) {
    const std::size_t cut = clitic_begin(w, from, cuts.back());
    if (cut == cuts.back()) break;
    cuts.push_back(cut);
  }
  ends.insert(ends.end(), cuts.rbegin(), cuts.rend());
}

// ---- Signs

std::size_t emoticon_end(const Words& w, std::size_t from) {
  for (std::size_t length = 5; length >= 2; --length) {
    const std::size_t end = from + length;
    if (end > w.text.size()) continue;
    std::string form;
    for (std::size_t i = from; i < end; ++i) append_utf8(w.text.at(i), form);
    const bool into_word = is_wordly(w.text.at(end)) && is_wordly(w.text.before(end));
    if (form.size() <= 5 && w.lexicon.has(WordList::emoticons, form) && !into_word) return end;
  }
  return from;
}

std::size_t elision_end(const Words& w, std::size_t from) {
  const std::size_t end = w.word_end(from + 1);
  if (end == from + 1) return from;
  if (w.listed(WordList::clitics, from, end)) return end;
  if (is_wordly(w.text.before(from))) return from;
  if (w.listed(WordList::elisions, from, end)) {
    const bool closed = is_apostrophe(w.text.at(end)) && w.listed(WordList::elisions, from, end + 1);
    return closed ? end + 1 : end;
  }
  const std::size_t digits = w.digits_end(from + 1);
  const bool plural = end == digits + 1 && w.text.at(digits) == 's';
  return digits == from + 3 && (end == digits || plural) ? end : from;  // '90s
}

std::size_t symbol_end(const Words& w, std::size_t from) {
  std::size_t end = from + 1;
  for (;;) {
    const char32_t c = w.text.at(end);
    if (!is_joined(c) && !(c >= 0x1F3FB && c <= 0x1F3FF)) return end;
    ++end;
    const char32_t next = w.text.at(end);
    const bool is_symbol = char_class(next) == CharClass::symbol && !is_apostrophe(next);
    if (c == 0x200D && is_symbol) ++end;
  }
}

std::size_t run_end(const Words& w, std::size_t from) {
  const char32_t first = w.text.at(from);
  std::size_t end = from + 1;
  if (is_control(first)) {
    while (end < w.text.size() && is_control(w.text.at(end))) ++end;
    return end;
  }
  if (is_apostrophe(first) || first == U'\u2018') {
    const char32_t next = w.text.at(end);
    const bool pairs = end < w.text.size() && (is_apostrophe(next) || next == U'\u2018');
    return pairs && w.text.bytes(from, end) == w.text.bytes(end, end + 1) ? end + 1 : end;
  }
  if (char_class(first) == CharClass::symbol && first >= 128) return symbol_end(w, from);
  std::size_t drawn = from;
  while (is_one_of(w.text.at(drawn), U"-=_*~+<>|")) ++drawn;
  if (drawn - from >= 5) return drawn;
  if (is_one_of(first, U"\"()[]{},;:\u201C\u201D\u00AB\u00BB\u20AC\u00A3%")) return end;
  const bool is_shout = is_one_of(first, U"!?");
  while (end < w.text.size() && (w.text.at(end) == first || (is_shout && is_one_of(w.text.at(end), U"!?")))) {
    ++end;
  }
  return end;
}

std::size_t scan_sign(const Words& w, std::size_t from) {
  const char32_t c = w.text.at(from);
  if (const std::size_t end = emoticon_end(w, from); end != from) return end;
  if (is_apostrophe(c)) {
    if (const std::size_t end = elision_end(w, from); end != from) return end;
  }
  const bool is_free = !is_wordly(w.text.before(from));
  if (c == '+' && is_free && is_number(w.text.at(from + 1))) return scan_word(w, from + 1);
  if ((c == '@' || c == '#') && is_free) {
    if (const std::size_t end = handle_end(w, from); end != from) return end;
  }
  return run_end(w, from);
}

}  // namespace

std::vector<Token> reference_words(const Lexicon& lexicon, const Document& doc, Span segment) {
  const Words w{lexicon, CodePoints(doc.at(segment))};
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < w.text.size();) {
    if (is_space(w.text.at(i))) {
      ++i;
      continue;
    }
    std::vector<std::size_t> ends;
    if (!is_wordly(w.text.at(i))) {
      ends = {scan_sign(w, i)};
    } else if (const std::size_t end = email_end(w, i); end != i) {
      ends = {end};
    } else {
      add_word(w, i, scan_word(w, i), ends);
    }
    for (const std::size_t end : ends) {
      tokens.push_back({{segment.begin + w.text.begins[i], segment.begin + w.text.begins[end]}});
      i = end;
    }
  }
  return tokens;
}

}  // namespace hearsay
