// Character classes and case, as Unicode defines them (utf8proc), with a table
// for ASCII.
#ifndef HEARSAY_SRC_DOCUMENT_UNICODE_H_
#define HEARSAY_SRC_DOCUMENT_UNICODE_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay {

enum class CharClass : std::uint8_t {
  upper,   // Lu, Lt
  lower,   // Ll
  letter,  // Lo, Lm
  mark,    // M*: combines with what stands before it
  digit,   // Nd
  number,  // Nl, No
  punct,   // P*
  symbol,  // S*
  space,   // Z*, the controls that are white space, zero width space, byte order mark
  other,   // C*
};

CharClass char_class(char32_t c);

inline bool is_letter(CharClass c) {
  return c == CharClass::upper || c == CharClass::lower || c == CharClass::letter;
}

inline bool is_space(char32_t c) { return char_class(c) == CharClass::space; }

// Simple lower-case mapping: one code point to one code point.
char32_t to_lower(char32_t c);

// `out` becomes `text` in lower case. Requires: valid UTF-8.
void to_lower(std::string_view text, std::string& out);

// Appends the lower-case letters of c without their marks: "e" for "É", "o" for "ø", "ss"
// for "ß"; other characters as they are. Nothing for a mark alone.
void append_base(char32_t c, std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_UNICODE_H_
