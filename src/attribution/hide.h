// Hiding evidence: facts as they would be if something in the text were not known.
#ifndef HEARSAY_SRC_ATTRIBUTION_HIDE_H_
#define HEARSAY_SRC_ATTRIBUTION_HIDE_H_

#include <cstdint>
#include <vector>

#include "attribution/features.h"

namespace hearsay {

// Where the parts of one attribution stand: tokens of the window, in text order.
struct PartTokens {
  Cue cue;
  Window window;
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> content;
};

// Changes the facts of tokens of the window as if evidence of that kind were missing,
// and sets `shown` to the tokens that show it (none: an empty range). Returns false, and
// changes nothing, where there is none. O(window).
bool hide(ReasonKind kind, const PartTokens& parts, Facts& facts, Window& shown);

}  // namespace hearsay

#endif  // HEARSAY_SRC_ATTRIBUTION_HIDE_H_
