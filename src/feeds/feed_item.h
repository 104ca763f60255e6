// An item of a feed, whatever the feed's format.
#ifndef HEARSAY_SRC_FEEDS_FEED_ITEM_H_
#define HEARSAY_SRC_FEEDS_FEED_ITEM_H_

#include <string>
#include <string_view>

namespace hearsay {

// Valid UTF-8; each may be empty.
struct FeedItem {
  std::string id;         // guid
  std::string url;        // the article's page, as the feed has it: may be relative to `base`
  std::string base;       // xml:base; "": the feed's own address
  std::string title;      // plain text, one line
  std::string byline;     // plain text, one line
  std::string published;  // ISO 8601: date, or date and time
  std::string updated;    // likewise
  std::string language;   // BCP 47
  std::string content;  // plain text, paragraphs parted by blank lines: all that the feed has of the article
  std::string summary;  // likewise: what it says about it
};

// Text with each run of white space as one space, and none at the ends.
std::string one_line(std::string_view text);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_FEED_ITEM_H_
