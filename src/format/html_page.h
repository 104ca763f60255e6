// What stands around the contents of a page: one file, which fetches nothing.
#ifndef HEARSAY_SRC_FORMAT_HTML_PAGE_H_
#define HEARSAY_SRC_FORMAT_HTML_PAGE_H_

#include <string>
#include <string_view>

namespace hearsay {

// Up to <body>: nothing runs but the page's own script, and no style counts but its own.
// `is_story` adds the style of boards and timelines. Any text may be a title.
void append_page_begin(std::string_view title, bool is_story, std::string& out);

// From </main> to the end.
void append_page_end(std::string& out);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_HTML_PAGE_H_
