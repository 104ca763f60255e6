// Which line breaks of a plain text end a line of thought, and which are there
// only because the text was wrapped at some column.
//
// A break inside a block is soft where the next line's first word would not have
// fitted on the line before the break, as in any text that a program wrapped.
// That is believed only of documents where nearly every break is of that kind and
// lines have the length of wrapped ones; in all others (one sentence or one
// paragraph a line, verse, addresses) every break is hard.
#ifndef HEARSAY_SRC_TOKENIZER_LINES_H_
#define HEARSAY_SRC_TOKENIZER_LINES_H_

#include <vector>

#include "hearsay/document.h"

namespace hearsay {

// `segments` becomes the blocks of `doc`, cut at their hard line breaks. Without
// blocks the whole text is taken as one. Segments are not empty; they may begin
// or end with white space. O(text).
void find_segments(const Document& doc, std::vector<Span>& segments);

}  // namespace hearsay

#endif  // HEARSAY_SRC_TOKENIZER_LINES_H_
