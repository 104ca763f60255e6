// Pages as documents.
#ifndef HEARSAY_SRC_PAGES_PAGE_H_
#define HEARSAY_SRC_PAGES_PAGE_H_

#include <string>
#include <string_view>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// What is known of a page besides its bytes, as HTTP gave it; both may be empty.
struct PageSource {
  std::string url;
  std::string content_type;
};

// Reads a page as the article on it. `text` is the title and the blocks that are kept,
// joined by blank lines, with a block for each; metadata is filled but for id and file.
// Fails with invalid_input, saying what was expected and found, on more than the limits
// of HtmlTree, and where there is no text at all. Cost: linear in the bytes; no recursion.
// (docs/pages.md says what is kept.)
Result<Document> read_page(std::string_view bytes, const PageSource& source);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_PAGE_H_
