// RSS and Atom.
#ifndef HEARSAY_SRC_FEEDS_XML_FEED_H_
#define HEARSAY_SRC_FEEDS_XML_FEED_H_

#include <string_view>

#include "feeds/feed.h"

namespace hearsay {

// read_feed() for XML. Elements of both families are understood in either: feeds mix them.
Result<Feed> read_xml_feed(std::string_view bytes, const FeedSource& source, const ReceiveItem& receive);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_XML_FEED_H_
