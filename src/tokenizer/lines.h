// Which line breaks of a plain text end a line of thought, and which are there
// only because the text was wrapped at some column.
//
// A break inside a block is soft where the next line's first word would not have
// fitted on the line before the break, as in any text that a program wrapped. That
// is believed only of documents where some width explains nearly every break; in all
// others (one sentence or one paragraph a line, verse, addresses) every break is
// hard. Where there are but one or two breaks, a line that begins with a lower-case
// letter must bear it out.
#ifndef HEARSAY_SRC_TOKENIZER_LINES_H_
#define HEARSAY_SRC_TOKENIZER_LINES_H_

#include <cstdint>
#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// A line break inside a block, and the lines around it. Widths are in code points.
struct LineBreak {
  std::uint32_t block = 0;      // index into the blocks
  std::uint32_t at = 0;         // the first byte of the line after it that is not white space
  std::uint32_t width = 0;      // of the line before, without white space around it
  std::uint32_t next_word = 0;  // of the first word of the line after
  bool hard = false;            // U+2028
  bool next_lower = false;      // the line after begins with a lower-case letter
};

// `segments` becomes the blocks of `doc`, cut at their hard line breaks. Without
// blocks the whole text is taken as one. Segments are not empty; they may begin
// or end with white space. O(text); `breaks` is scratch.
void find_segments(const Document& doc, std::vector<LineBreak>& breaks, std::vector<Span>& segments);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_LINES_H_
