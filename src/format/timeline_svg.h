// A timeline drawn for a page.
#ifndef HEARSAY_SRC_FORMAT_TIMELINE_SVG_H_
#define HEARSAY_SRC_FORMAT_TIMELINE_SVG_H_

#include <functional>
#include <string>
#include <vector>

#include "format/timeline.h"

namespace hearsay {

// An <svg> with a dot for each statement, above the axis where it is claimed and below where it
// is denied or disputed, and a diamond on the axis for each event. Each has its words as a title
// and is a link where `link` gives an address within the page; "" is none. Everything that comes
// from articles is escaped. Requires: sorted entries.
std::string timeline_svg(const std::vector<TimelineEntry>& entries,
                         const std::function<std::string(const TimelineEntry&)>& link);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_TIMELINE_SVG_H_
