// When the article of a page was published and changed, by all that the page says.
#ifndef HEARSAY_SRC_PAGES_PAGE_DATES_H_
#define HEARSAY_SRC_PAGES_PAGE_DATES_H_

#include <optional>
#include <string_view>

#include "pages/page_evidence.h"
#include "pages/written_dates.h"

namespace hearsay {

struct PageDates {
  std::optional<WrittenDate> published;
  std::optional<WrittenDate> modified;
};

// What is asked for besides the evidence.
struct DateQuestion {
  std::string_view url;                    // of the page, or empty
  std::string_view language;               // BCP 47, or empty: "en-US" has the month first in 03/04/2024
  std::uint32_t title = 0;                 // the node of the heading that is the title, or 0
  const LinkedArticle* article = nullptr;  // what JSON-LD says of this page, or null
};

// By the order of trust that docs/pages.md states. O(page).
PageDates find_page_dates(const HtmlTree& tree, const PageEvidence& evidence, const DateQuestion& question);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_PAGE_DATES_H_
