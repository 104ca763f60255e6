#include "pages/date_pieces.h"

#include "document/unicode.h"
#include "document/utf8.h"

namespace hearsay {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_word_part(char32_t c) {
  const CharClass k = char_class(c);
  return is_letter(k) || k == CharClass::mark;
}

// Syllables of Korean would be taken apart, too.
void append_plain(char32_t c, std::string& out) {
  if (c >= 0xAC00 && c <= 0xD7A3) {
    append_utf8(c, out);
  } else {
    append_base(c, out);
  }
}

char32_t plain_mark(char32_t c) {
  const bool is_dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
  if (is_dash) return '-';
  return c == 0x2019 ? U'\'' : c;
}

}  // namespace

std::vector<DatePiece> cut_date_pieces(std::string_view text) {
  std::vector<DatePiece> pieces;
  bool after_space = false;
  for (std::size_t i = 0; i < text.size();) {
    CodePoint c = decode_utf8(text, i);
    if (is_space(c.value)) {
      after_space = true;
      i += c.length;
      continue;
    }
    DatePiece piece;
    piece.after_space = after_space;
    piece.begin = static_cast<std::uint32_t>(i);
    after_space = false;
    if (is_digit(c.value)) {
      piece.kind = PieceKind::number;
      for (; i < text.size() && is_digit(static_cast<unsigned char>(text[i])); ++i) {
        if (piece.digits < 19) piece.value = piece.value * 10 + static_cast<std::uint64_t>(text[i] - '0');
        if (piece.digits < 255) ++piece.digits;
      }
    } else if (is_word_part(c.value)) {
      piece.kind = PieceKind::word;
      while (i < text.size() && is_word_part((c = decode_utf8(text, i)).value)) {
        append_plain(c.value, piece.word);
        i += c.length;
      }
    } else {
      piece.value = plain_mark(c.value);
      i += c.length;
    }
    piece.end = static_cast<std::uint32_t>(i);
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

}  // namespace hearsay
