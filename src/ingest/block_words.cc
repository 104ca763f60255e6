#include "ingest/block_words.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostBytes = 2000;

bool is_ascii_alnum(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The plain form of a mark, \1 if it has none.
char plain(char32_t c) {
  switch (c) {
    case U'\u2018':
    case U'\u2019':
    case U'`':
      return '\'';
    case U'\u201C':
    case U'\u201D':
      return '"';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
      return '-';
    case U'\u2026':
      return '.';
    case U'\u00B7':
    case U'\u2022':
    case U'\u25AA':
    case U'\u25CF':
      return '*';
    default:
      return c < 0x80 ? static_cast<char>(c) : '\1';
  }
}

bool is_word_letter(char32_t c) {
  if (c < 0x80) return is_ascii_alnum(c) || c == '_';
  const CharClass kind = char_class(c);
  return is_letter(kind) || kind == CharClass::mark || kind == CharClass::digit;
}

// Does the mark join the word around it: "don't", "e-mail", "p.m", "example.com"?
bool joins(char mark) { return mark == '\'' || mark == '-' || mark == '.' || mark == '@'; }

bool begins_word(std::string_view text, std::size_t at) {
  return at < text.size() && is_word_letter(decode_utf8(text, at).value);
}

}  // namespace

void BlockWords::read(std::string_view text, std::size_t most) {
  words_.clear();
  lower_.clear();
  count_ = 0;
  cut_ = text.size() > kMostBytes;
  const std::size_t limit = std::min(text.size(), kMostBytes);
  // Views into it stay, so it must not grow beyond: a letter in lower case is at most half as long again.
  lower_.reserve(limit * 2 + 8);
  for (std::size_t i = 0; i < limit;) {
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    const CodePoint c = decode_utf8(text, i);
    const std::size_t from = lower_.size();
    const auto begin = static_cast<std::uint32_t>(i);
    bool is_word = is_word_letter(c.value) || (c.value == '@' && begins_word(text, i + 1));
    const bool capital = c.value >= 0x80 || (is_ascii_alnum(c.value) && !(c.value >= 'a' && c.value <= 'z'));
    if (!is_word) {
      i += c.length;
      if (is_space(c.value)) continue;
      if (plain(c.value) == '\1') {
        lower_.append(text.substr(begin, c.length));
      } else {
        lower_ += plain(c.value);
      }
    }
    for (bool first = true; is_word && i < limit; first = false) {
      if (is_ascii_alnum(static_cast<unsigned char>(text[i]))) {
        lower_ += ascii_lower(text[i++]);
        continue;
      }
      const CodePoint d = decode_utf8(text, i);
      const bool letter = is_word_letter(d.value);
      if (!letter && !first && !(joins(plain(d.value)) && begins_word(text, i + d.length))) break;
      if (letter && d.value >= 0x80) {
        append_utf8(to_lower(d.value), lower_);
      } else {
        lower_ += plain(d.value);
      }
      i += d.length;
    }
    if (words_.size() == most) {
      cut_ = true;
      return;
    }
    words_.push_back({.lower = std::string_view(lower_).substr(from),
                      .is_word = is_word,
                      .capital = is_word && capital,
                      .begin = begin});
    count_ += is_word ? 1 : 0;
  }
}

}  // namespace hearsay
