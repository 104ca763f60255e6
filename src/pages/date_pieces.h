// A text as the numbers, words and marks that dates are made of.
#ifndef HEARSAY_SRC_PAGES_DATE_PIECES_H_
#define HEARSAY_SRC_PAGES_DATE_PIECES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class PieceKind : std::uint8_t { number, word, mark };

struct DatePiece {
  PieceKind kind = PieceKind::mark;
  bool after_space = false;
  std::uint8_t digits = 0;  // of a number, at most 19 are read
  std::uint64_t value = 0;  // of a number; of a mark, its code point, dashes as '-'
  std::string word;         // letters in lower case and without marks
  std::uint32_t begin = 0, end = 0;
};

// Cut where letters, digits and others meet; white space is left out. Requires: valid UTF-8. O(text).
std::vector<DatePiece> cut_date_pieces(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_DATE_PIECES_H_
