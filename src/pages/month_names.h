// Names of months in the languages of Europe.
#ifndef HEARSAY_SRC_PAGES_MONTH_NAMES_H_
#define HEARSAY_SRC_PAGES_MONTH_NAMES_H_

#include <string_view>

namespace hearsay {

// 1 to 12, or 0 for another word. `word` is in lower case and without marks, as append_base()
// makes it: "marz", "ocak", "марта". A full name in any case that dates stand in, or its usual
// abbreviation. Where languages differ (listopad), the larger one is meant.
int month_of_name(std::string_view word);

}  // namespace hearsay

#endif  // HEARSAY_SRC_PAGES_MONTH_NAMES_H_
