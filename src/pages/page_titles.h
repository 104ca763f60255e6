// The title of a page's article, among all that could be it.
#ifndef HEARSAY_SRC_PAGES_PAGE_TITLES_H_
#define HEARSAY_SRC_PAGES_PAGE_TITLES_H_

#include <string>
#include <string_view>

#include "pages/page_evidence.h"

namespace hearsay {

struct PageTitle {
  std::string text;
  std::uint32_t node = 0;  // the heading that it is or matches; 0: there is none
};

// The heading that the page's own words for its title (og:title, headline of JSON-LD, <title>) agree with;
// where there is none, the first of these words, without the name of the site. `site` is that name, or empty.
PageTitle find_page_title(const HtmlTree& tree, const PageEvidence& evidence, const LinkedArticle* article,
                          std::string_view site, std::string_view url);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_PAGE_TITLES_H_
