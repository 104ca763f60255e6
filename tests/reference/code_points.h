// A piece of text as a list of code points, which is easier to reason about than bytes.
#ifndef HEARSAY_TESTS_REFERENCE_CODE_POINTS_H_
#define HEARSAY_TESTS_REFERENCE_CODE_POINTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {

struct CodePoints {
  explicit CodePoints(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); i += decode_utf8(text, i).length) {
      begins.push_back(static_cast<std::uint32_t>(i));
      values.push_back(decode_utf8(text, i).value);
    }
    begins.push_back(static_cast<std::uint32_t>(text.size()));
  }

  std::size_t size() const { return values.size(); }
  // A space on either side of the text.
  char32_t at(std::size_t i) const { return i < size() ? values[i] : U' '; }
  char32_t before(std::size_t i) const { return i == 0 ? U' ' : at(i - 1); }
  std::size_t bytes(std::size_t from, std::size_t to) const { return begins[to] - begins[from]; }

  std::u32string values;
  std::vector<std::uint32_t> begins;  // byte offset of each, and of the end
};

inline bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

inline bool is_apostrophe(char32_t c) { return is_one_of(c, U"'`\u2019\u00B4"); }
inline bool is_hyphen(char32_t c) { return is_one_of(c, U"-\u2010\u2011"); }
// What belongs to the code point before it: marks, soft hyphen, zero-width joiners.
inline bool is_joined(char32_t c) {
  return char_class(c) == CharClass::mark || is_one_of(c, U"\u00AD\u200C\u200D");
}
inline bool is_number(char32_t c) {
  return char_class(c) == CharClass::digit || char_class(c) == CharClass::number;
}
inline bool is_letter(char32_t c) { return is_letter(char_class(c)); }
inline bool is_upper(char32_t c) { return char_class(c) == CharClass::upper; }
inline bool is_lower(char32_t c) { return char_class(c) == CharClass::lower; }
inline bool is_wordly(char32_t c) { return is_letter(c) || is_number(c) || is_joined(c); }
inline bool is_control(char32_t c) { return char_class(c) == CharClass::other && !is_joined(c); }

}  // namespace hearsay

#endif  // HEARSAY_TESTS_REFERENCE_CODE_POINTS_H_
