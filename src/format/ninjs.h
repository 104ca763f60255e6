// ninjs 1.x to 3.x (IPTC News in JSON): one item of news as one object.
#ifndef HEARSAY_SRC_FORMAT_NINJS_H_
#define HEARSAY_SRC_FORMAT_NINJS_H_

#include <string>
#include <string_view>

#include "hearsay/document.h"
#include "hearsay/result.h"

namespace hearsay {

// What an item holds. At most one of the two bodies is set; an item of another type than text (a
// picture), and one that was taken back, may have neither.
struct NewsItem {
  Metadata metadata;
  std::string text;  // plain text, paragraphs parted by blank lines
  std::string html;  // the body as a fragment of HTML
  std::string note;  // to editors: why it was corrected or taken back
};

// Fails with invalid_input, saying at what byte it is no JSON, or which field is no string. `published` is
// the date of the first version where that is known.
Result<NewsItem> parse_ninjs(std::string_view json);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_NINJS_H_
