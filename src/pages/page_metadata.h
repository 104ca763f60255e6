// What a page says of its article besides the text: who wrote it, when, where.
#ifndef HEARSAY_SRC_PAGES_PAGE_METADATA_H_
#define HEARSAY_SRC_PAGES_PAGE_METADATA_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "pages/html_tree.h"

namespace hearsay {

// What is not known is empty.
struct PageMetadata {
  std::string title;
  std::string byline;     // names of authors: "Ada Holm", "Ada Holm and Per Dahl"
  std::string publisher;  // name of the site or its publisher
  std::string published;  // ISO 8601, date or date and time; the day is the one that the page writes
  std::string modified;   // likewise; empty where it is `published`
  std::string language;   // BCP 47
  std::string url;        // canonical and absolute
  std::string section;
  std::string article_body;      // articleBody of JSON-LD, as it stands there
  std::uint32_t title_node = 0;  // the heading that is the title; 0: none
};

// The order in which a page's own words are trusted is stated in docs/pages.md. `url` is where the page was
// found, or empty. Requires: the markup of `tree` was valid UTF-8. Never fails; O(page).
PageMetadata read_metadata(const HtmlTree& tree, std::string_view url);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_PAGE_METADATA_H_
