// Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x, as the web serves them.
//
// What XML forbids and feeds do all the same is repaired (xml_source.h). A feed that declares
// entities of its own is refused: no feed needs them, and they can be made to grow without bound.
#ifndef HEARSAY_SRC_FEEDS_FEED_H_
#define HEARSAY_SRC_FEEDS_FEED_H_

#include <functional>
#include <string>
#include <string_view>

#include "feeds/feed_item.h"
#include "hearsay/result.h"

namespace hearsay {

// What a feed says of itself. Plain text; each may be empty.
struct Feed {
  std::string title;
  std::string language;  // BCP 47
};

// Of where a feed came from.
struct FeedSource {
  std::string name;          // stands in messages
  std::string content_type;  // as HTTP gave it, or empty: its charset is believed where XML says nothing
};

// True for the items as they come, until it returns false.
using ReceiveItem = std::function<bool(FeedItem&&)>;

// Reads a feed and calls `receive` with each item, in the order of the feed. Fails with
// invalid_input, naming the feed and the line and byte (JSON: the byte), where `bytes` are no feed, are
// nested more than 256 deep, declare entities or are cut off; the items before that place
// have been received. O(bytes); of a feed in XML, one item is in memory at a time.
Result<Feed> read_feed(std::string_view bytes, const FeedSource& source, const ReceiveItem& receive);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_FEED_H_
