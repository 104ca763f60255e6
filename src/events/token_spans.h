// The place of ranges of tokens in the tree.
#ifndef HEARSAY_SRC_EVENTS_TOKEN_SPANS_H_
#define HEARSAY_SRC_EVENTS_TOKEN_SPANS_H_

#include <algorithm>
#include <cstdint>

#include "document/token_range.h"

namespace hearsay {

// The first token of the range that hangs on none of the others; its end if it is empty.
inline std::uint32_t head_of(const Document& doc, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const std::uint32_t head = doc.arcs[i].head;
    if (head == kNone || head < range.first || head >= range.last) return i;
  }
  return range.first;
}

// The sentence that holds the token. O(log sentences). Requires: there is such a token.
inline Sentence sentence_of(const Document& doc, std::uint32_t token) {
  return *std::ranges::partition_point(doc.sentences,
                                       [&](const Sentence& s) { return s.last_token <= token; });
}

}  // namespace hearsay

#endif  // HEARSAY_SRC_EVENTS_TOKEN_SPANS_H_
