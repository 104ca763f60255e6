// A timeline for a terminal.
#ifndef HEARSAY_SRC_FORMAT_TIMELINE_TEXT_H_
#define HEARSAY_SRC_FORMAT_TIMELINE_TEXT_H_

#include <string>
#include <vector>

#include "format/timeline.h"
#include "hearsay/format.h"

namespace hearsay {

// The axis drawn, a row for each day, month or year with how much is claimed on its left and
// how much is denied or disputed on its right; then the entries, day by day, each with the
// place that `hearsay show` takes. Requires: sorted entries.
std::string timeline_text(const std::vector<TimelineEntry>& entries, const TextOptions& options);

}  // namespace hearsay

#endif  // HEARSAY_SRC_FORMAT_TIMELINE_TEXT_H_
