#include "tagger/word_features.h"

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

// Stands in for a character in a word's shape: its class for letters and digits,
// else itself.
std::uint64_t shape_of(char32_t c) {
  const CharClass character_class = char_class(c);
  switch (character_class) {
    case CharClass::upper:
    case CharClass::lower:
    case CharClass::letter:
    case CharClass::digit:
      return 0x200000 + static_cast<std::uint64_t>(character_class);
    default:
      return c;
  }
}

}  // namespace

WordFeatures word_features(std::string_view form, std::string& buffer) {
  WordFeatures out{.form = hash_bytes(form)};
  buffer.clear();
  std::uint64_t last = 0;
  int run = 0;
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint c = decode_utf8(form, i);
    const std::uint64_t shape = shape_of(c.value);
    if (i == 0) {
      const CharClass character_class = char_class(c.value);
      out.starts_upper = character_class == CharClass::upper;
      out.is_word = is_letter(character_class);
    }
    run = shape == last ? run + 1 : 1;
    if (run <= 2) out.shape = mix(out.shape, shape);
    last = shape;
    append_utf8(char_class(c.value) == CharClass::digit ? U'0' : to_lower(c.value), buffer);
    i += c.length;
  }
  const std::string_view lower = buffer;
  out.lower = hash_bytes(lower);
  std::size_t end = 0;
  for (std::uint64_t& prefix : out.prefixes) {
    if (end < lower.size()) end += decode_utf8(lower, end).length;
    prefix = hash_bytes(lower.substr(0, end));
  }
  std::size_t begin = lower.size();
  for (std::uint64_t& suffix : out.suffixes) {
    if (begin > 0) begin = previous_code_point(lower, begin);
    suffix = hash_bytes(lower.substr(begin));
  }
  return out;
}

}  // namespace hearsay
