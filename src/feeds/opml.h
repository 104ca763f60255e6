// OPML: the list of feeds that feed readers export.
#ifndef HEARSAY_SRC_FEEDS_OPML_H_
#define HEARSAY_SRC_FEEDS_OPML_H_

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/result.h"

namespace hearsay {

struct OpmlFeed {
  std::string url;
  std::string title;  // plain text; may be empty
};

// The feeds of all outlines, however deep, in order, each address once. Fails with
// invalid_input, naming `name` and the line, where `bytes` are no OPML, as read_xml() does, and where
// they name no feed. O(bytes x log of the feeds).
Result<std::vector<OpmlFeed>> read_opml(std::string_view bytes, std::string_view name);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FEEDS_OPML_H_
