// JSON Feed (https://www.jsonfeed.org), versions 1 and 1.1, as plain structs.
#ifndef HEARSAY_SRC_FORMAT_JSON_FEED_H_
#define HEARSAY_SRC_FORMAT_JSON_FEED_H_

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"

namespace hearsay {

// Fields are as they stand in the feed; each may be empty.
struct JsonFeedItem {
  std::string id;
  std::string url;  // else external_url
  std::string title, summary;
  std::string content_html, content_text;
  std::string published, modified;
  std::string language;
  std::vector<std::string> authors;  // names: the item's own, else the feed's
};

struct JsonFeed {
  std::string title, language;
  std::vector<JsonFeedItem> items;
};

// Forgives fields of the wrong type, as if they were absent, and items that are no objects. Fails
// with invalid_input where `json` is no JSON (naming the byte, from 0), no feed or has no items.
// O(json).
Result<JsonFeed> parse_json_feed(std::string_view json);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_JSON_FEED_H_
