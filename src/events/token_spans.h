// Spans of the text as ranges of tokens, and their place in the tree.
#ifndef HEARSAY_SRC_EVENTS_TOKEN_SPANS_H_
#define HEARSAY_SRC_EVENTS_TOKEN_SPANS_H_

#include <algorithm>
#include <cstdint>

#include "hearsay/document.h"

namespace hearsay {

struct TokenRange {
  std::uint32_t first = 0;  // [first, last)
  std::uint32_t last = 0;
};

// The tokens that share a byte with the span. O(log tokens + tokens in it).
inline TokenRange tokens_under(const Document& doc, Span span) {
  const auto first =
      std::ranges::partition_point(doc.tokens, [&](const Token& t) { return t.span.end <= span.begin; });
  auto last = first;
  while (last != doc.tokens.end() && last->span.begin < span.end) ++last;
  return {static_cast<std::uint32_t>(first - doc.tokens.begin()),
          static_cast<std::uint32_t>(last - doc.tokens.begin())};
}

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
