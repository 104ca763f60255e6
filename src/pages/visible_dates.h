// Dates that readers of a page see, each with how likely it is the article's.
#ifndef HEARSAY_SRC_PAGES_VISIBLE_DATES_H_
#define HEARSAY_SRC_PAGES_VISIBLE_DATES_H_

#include <cstdint>
#include <vector>

#include "pages/page_dates.h"

namespace hearsay {

// What the words and attributes around a date say that it is.
enum class DateRole : std::uint8_t { unsaid, published, modified };

struct VisibleDate {
  WrittenDate date;
  DateRole role = DateRole::unsaid;
  int score = 0;  // the larger, the likelier it is the article's own; below 0: hardly
  std::uint32_t node = 0;
};

// In document order, at most 300. O(page).
std::vector<VisibleDate> find_visible_dates(const HtmlTree& tree, const PageEvidence& evidence,
                                            const DateQuestion& question);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_VISIBLE_DATES_H_
