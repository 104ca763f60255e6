// Who wrote the article of a page, by all that the page says.
#ifndef HEARSAY_SRC_PAGES_PAGE_AUTHORS_H_
#define HEARSAY_SRC_PAGES_PAGE_AUTHORS_H_

#include <string>
#include <string_view>

#include "pages/page_evidence.h"

namespace hearsay {

// Names, as join_names() has them, by the order of trust that docs/pages.md states; empty where nobody is
// named but the publisher. `title` is the node of the heading that is the title, or 0. O(page).
std::string find_page_byline(const HtmlTree& tree, const PageEvidence& evidence, const LinkedArticle* article,
                             std::uint32_t title, std::string_view publisher);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_PAGE_AUTHORS_H_
