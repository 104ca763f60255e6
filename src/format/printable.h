// Text for a terminal: harmless, measured in columns, and wrapped.
#ifndef HEARSAY_SRC_FORMAT_PRINTABLE_H_
#define HEARSAY_SRC_FORMAT_PRINTABLE_H_

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

// `text` on one line: runs of white space become one space, none at either end;
// what a terminal would obey or reorder (controls, escape sequences, changes of
// direction) and bytes that are no UTF-8 become U+FFFD. Linear.
std::string printable(std::string_view text);

// Columns that printable text takes: 2 for wide characters, 0 for combining ones.
int column_width(std::string_view printable_text);

// Lines of printable text, broken at spaces, and within a word where it alone is
// wider than a line. Requires: width >= 2. Linear.
std::vector<std::string> wrap(std::string_view printable_text, int width);

// Likewise with " · " and an id at the end, which is never broken, so that it can be copied: where it
// does not fit behind the text it has a line of its own, however wide.
std::vector<std::string> wrap_with_id(std::string_view printable_text, std::string_view printable_id,
                                      int width);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_PRINTABLE_H_
