#include "syntax/word_features.h"

#include <algorithm>

#include "document/unicode.h"
#include "document/utf8.h"
#include "model/feature_hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxCodePoints = 64;
constexpr std::size_t kMaxShape = 8;

void boundaries(const std::string& text, std::vector<std::uint32_t>& at) {
  at.clear();
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) at.push_back(i);
  }
  at.push_back(static_cast<std::uint32_t>(text.size()));
}

// "Xx" for "Oslo", "XX" for "IAEA", "d-" for "9-": letters by case, digits, ASCII
// signs as they are, "?" for the rest; no sign more than twice in a row.
void append_shape(std::string_view word, std::string& out) {
  std::string shape;
  for (std::size_t i = 0, n = 0; i < word.size() && n < kMaxCodePoints && shape.size() < kMaxShape; ++n) {
    const CodePoint c = decode_utf8(word, i);
    i += c.length;
    const CharClass k = char_class(c.value);
    char sign = c.value < 128 ? static_cast<char>(c.value) : '?';
    if (k == CharClass::upper) sign = 'X';
    if (k == CharClass::lower) sign = 'x';
    if (k == CharClass::digit) sign = 'd';
    const std::size_t s = shape.size();
    if (s < 2 || shape[s - 1] != sign || shape[s - 2] != sign) shape += sign;
  }
  out += shape;
}

}  // namespace

void fold_word(std::string_view word, std::string& out) {
  out.clear();
  for (std::size_t i = 0, n = 0; i < word.size() && n < kMaxCodePoints; ++n) {
    const CodePoint c = decode_utf8(word, i);
    append_utf8(c.value >= '0' && c.value <= '9' ? U'0' : to_lower(c.value), out);
    i += c.length;
  }
}

void find_word_features(std::string_view word, WordFeatures& out) {
  fold_word(word, out.folded);
  boundaries(out.folded, out.at);
  const std::string_view folded = out.folded;
  const std::size_t n = out.at.size() - 1;
  out.keys.clear();
  const auto add = [&](std::string_view prefix, std::string_view value) {
    out.buffer.assign(prefix);
    out.buffer += value;
    out.keys.push_back(hash_bytes(out.buffer));
  };
  add("w:", folded);
  for (std::size_t k = 1; k <= 3; ++k) {
    const char prefix[] = {'p', static_cast<char>('0' + k), ':'};
    add({prefix, 3}, folded.substr(0, out.at[std::min(k, n)]));
  }
  for (std::size_t k = 1; k <= 4; ++k) {
    const char prefix[] = {'s', static_cast<char>('0' + k), ':'};
    add({prefix, 3}, folded.substr(out.at[n - std::min(k, n)]));
  }
  out.buffer = "h:";
  append_shape(word, out.buffer);
  out.keys.push_back(hash_bytes(out.buffer));

  out.ngrams.clear();
  out.buffer = "<" + out.folded + ">";
  boundaries(out.buffer, out.at);
  const std::string_view bounded = out.buffer;
  for (std::size_t k = 3; k <= 5; ++k) {
    for (std::size_t i = 0; i + k < out.at.size() && out.ngrams.size() < kMaxNgrams; ++i) {
      out.ngrams.push_back(hash_bytes(bounded.substr(out.at[i], out.at[i + k] - out.at[i])));
    }
  }
}

}  // namespace hearsay
