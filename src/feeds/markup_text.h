// The text of a piece of HTML, such as feeds carry: paragraphs, without markup.
#ifndef HEARSAY_SRC_FEEDS_MARKUP_TEXT_H_
#define HEARSAY_SRC_FEEDS_MARKUP_TEXT_H_

#include <string>
#include <string_view>

namespace hearsay {

// Paragraphs are parted by blank lines; entities are characters; what scripts and styles hold is
// left out. Any bytes will do. For whole pages there is src/pages. O(markup), no recursion.
// Requires: valid UTF-8. Threads: any number.
std::string markup_text(std::string_view markup);

// The same for what ought to be plain and holds "&amp;" or "<b>" all the same: one line.
std::string markup_line(std::string_view markup);

// Writes `text` with each entity in it as its character; "&" that begins none stays.
void append_unescaped(std::string_view text, std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_MARKUP_TEXT_H_
