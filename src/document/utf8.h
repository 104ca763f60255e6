// UTF-8: validity, decoding, and byte offsets as code point offsets.
#ifndef HEARSAY_SRC_DOCUMENT_UTF8_H_
#define HEARSAY_SRC_DOCUMENT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// Offset of the first byte that does not begin or continue a well-formed
// sequence (Unicode 15, table 3-7: no surrogates, no overlong forms, nothing
// above U+10FFFF), or text.size() when all is well. Linear time.
std::size_t find_invalid_utf8(std::string_view text);

inline bool is_valid_utf8(std::string_view text) { return find_invalid_utf8(text) == text.size(); }

struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;  // bytes, 1 to 4
};

// The code point that begins at `offset`. Requires: valid UTF-8, offset at a
// code point's first byte and < text.size().
CodePoint decode_utf8(std::string_view text, std::size_t offset);

// First byte of the code point before `offset`. Requires: valid UTF-8,
// 0 < offset <= text.size().
std::size_t previous_code_point(std::string_view text, std::size_t offset);

void append_utf8(char32_t value, std::string& out);

// Turns byte offsets into code point offsets: O(text / 64 bytes) memory, O(1) a
// query.
class CodePointIndex {
 public:
  // Requires: valid UTF-8 that outlives the index.
  explicit CodePointIndex(std::string_view text);

  // Number of code points that begin before byte `offset`. Requires:
  // offset <= text.size().
  std::uint32_t at(std::uint32_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;  // code points before each 64-byte block
};

}  // namespace hearsay

#endif  // HEARSAY_SRC_DOCUMENT_UTF8_H_
